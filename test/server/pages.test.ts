import { pino } from 'pino';
import type { Server } from '../../src/server/startServer';
import { startServer } from '../../src/server/startServer';
import { productionExposure } from '../../src/settings';
import { emulatorUpstream } from '../../src/upstream';
import { noCost, startGateway } from '../support/startGateway';
import type { TestGateway } from '../support/startGateway';

let development: TestGateway;
let production: Server;

beforeAll(async () => {
  development = await startGateway();
  production = await startServer({
    upstream: emulatorUpstream({ url: development.emulator.url, accessKeyId: 'testid', accessKeySecret: 'testsecret' }),
    logger: pino({ level: 'silent' }),
    host: '127.0.0.1',
    port: 0,
    mutations: true,
    relayNodeFields: true,
    cloudConfigVersion: '2019-01-08',
    maxUpstreamCalls: 600,
    exposure: productionExposure,
  });
});

afterAll(async () => {
  await production.stop();
  await development.stop();
});

const html = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

describe('the pages for people', () => {
  it('begin at /, which leads to the Sandbox', async () => {
    const response = await fetch(development.url, { redirect: 'manual', headers: html });

    expect(response.status).toBe(302);
    expect(new URL(response.headers.get('location') ?? '', response.url).pathname).toBe('/graphql');
  });

  it('are the Apollo Sandbox at /graphql, which opens a document with variables, without telemetry', async () => {
    const response = await fetch(`${development.url}/graphql`, { headers: html });
    const page = await response.text();

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(page).toContain('embeddable-sandbox.umd.production.min.js');
    expect(page).toContain('initialEndpoint: location.origin + location.pathname');
    expect(page).toContain('query RecentChanges(');
    expect(page).toContain('"variables":{"first":5}');
    expect(page).toContain('runTelemetry: false');
  });

  it('are GraphiQL at /graphiql, which names no other origin to load from', async () => {
    const response = await fetch(`${development.url}/graphiql`);
    const page = await response.text();

    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page).not.toMatch(/<(script|link|img|iframe)\b[^>]*\b(src|href)=["']?(https?:)?\/\//i);
  });

  it('load GraphiQL from files that are compressed, and kept for good under a name that changes with them', async () => {
    const page = await (await fetch(`${development.url}/graphiql`)).text();
    const files = [...page.matchAll(/graphiql\/(\w[\w.-]+\.(?:js|css))/g)].map(([, file]) => file);
    const workers = Object.values(JSON.parse(/var workers = (.*);/.exec(page)?.[1] ?? '{}') as Record<string, string>);

    expect(files).toHaveLength(2);
    expect(workers).toHaveLength(3);
    for (const file of [...files, ...workers]) {
      const response = await fetch(`${development.url}/graphiql/${file}`, {
        headers: { 'accept-encoding': 'gzip, br' },
      });

      expect(response.status).toBe(200);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        'content-encoding': 'br',
        vary: 'accept-encoding',
      });
      expect((await response.text()).length).toBeGreaterThan(100_000);
    }
  });

  it.each([
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', null],
  ])('send a file to a browser that accepts %s with the encoding %s', async (accepted, encoding) => {
    const page = await (await fetch(`${development.url}/graphiql`)).text();
    const [path = ''] = /graphiql\/style[\w.-]+css/.exec(page) ?? [];

    const response = await fetch(`${development.url}/${path}`, { headers: { 'accept-encoding': accepted } });

    expect(response.headers.get('content-encoding')).toBe(encoding);
  });

  it('answer 404 for a file of GraphiQL that there is not', async () => {
    expect((await fetch(`${development.url}/graphiql/app.js`)).status).toBe(404);
  });

  it('leave GET /graphql to programs that accept JSON', async () => {
    const response = await fetch(`${development.url}/graphql?query={__typename}`, {
      headers: { accept: 'application/json', 'apollo-require-preflight': 'true' },
    });

    expect(await response.json()).toEqual({ data: { __typename: 'Query' }, extensions: { cost: noCost } });
  });
});

describe('under the path of a proxy', () => {
  let published: TestGateway;
  beforeAll(async () => {
    published = await startGateway({ publicPath: '/governance' });
  });
  afterAll(() => published.stop());

  it.each(['/graphql', '/governance/graphql', '/governance/graphql?a=1'])('GraphQL answers at %s', async (path) => {
    const response = await fetch(`${published.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }' }),
    });

    expect(await response.json()).toMatchObject({ data: { __typename: 'Query' } });
  });

  it.each(['/governance', '/governance/', '/'])('%s leads to the Sandbox', async (path) => {
    const response = await fetch(`${published.url}${path}`, { redirect: 'manual', headers: html });

    expect(new URL(response.headers.get('location') ?? '', response.url).pathname).toBe('/governance/graphql');
  });

  it.each(['/governance/readyz', '/governance/graphiql'])('%s is there', async (path) => {
    expect((await fetch(`${published.url}${path}`)).status).toBe(200);
  });

  it('other paths that begin alike are not', async () => {
    expect((await fetch(`${published.url}/governance-2/graphql`)).status).toBe(404);
  });
});

describe('other origins', () => {
  const preflight = (url: string, origin: string) =>
    fetch(`${url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,apollographql-client-name',
      },
    });
  const studio = 'https://studio.apollographql.com';

  it('may call from Apollo Studio in development, with the headers it asks for', async () => {
    const response = await preflight(development.url, studio);

    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(studio);
    expect(response.headers.get('access-control-allow-methods')).toContain('POST');
    expect(response.headers.get('access-control-allow-headers')).toBe('content-type,apollographql-client-name');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('may read what they asked from there', async () => {
    const response = await fetch(`${development.url}/graphql`, {
      method: 'POST',
      headers: { origin: studio, 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }' }),
    });

    expect(response.headers.get('access-control-allow-origin')).toBe(studio);
  });

  it.each(['http://localhost:3000', 'http://localhost'])('may call from %s in development', async (origin) => {
    const response = await preflight(development.url, origin);

    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
  });

  it.each(['https://evil.example', 'http://studio.apollographql.com', 'null', 'https://localhost:3000'])(
    'may not from anywhere else: %s',
    async (origin) => {
      const response = await preflight(development.url, origin);

      expect([origin, '*']).not.toContain(response.headers.get('access-control-allow-origin'));
    },
  );

  it('may not at all in production', async () => {
    const response = await preflight(production.url, studio);

    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });
});
