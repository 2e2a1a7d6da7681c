import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { startGateway } from '../../support/startGateway';
import type { TestGateway } from '../../support/startGateway';
import { sendRaw } from '../rawHttp';

const mutation = 'mutation { startConfigurationRecorder(input: {}) { outcome } }';

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly body?: string | Buffer;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Sends headers that `fetch` sets itself. */
const send = (
  url: string,
  headers: Readonly<Record<string, string>>,
  { method = 'POST', path = '/graphql', body = JSON.stringify({ query: mutation }) }: Sent = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const outgoing = request(`${url}${path}`, { method, headers: { 'content-type': 'application/json', ...headers } });
    outgoing.on('error', reject);
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        });
      });
    });
    outgoing.end(method === 'POST' ? body : undefined);
  });

const errorIn = ({ body }: Answer) =>
  (JSON.parse(body) as { errors: { message: string; extensions: { code: string } }[] }).errors[0];

const done = '{"data":{"startConfigurationRecorder":{"outcome":"SUCCEEDED"}}';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway({
    exposure: { allowedHosts: ['governance.example', '10.1.2.3'], allowedOrigins: ['https://app.example'] },
  });
});

afterAll(() => gateway.stop());

beforeEach(() => {
  gateway.emulator.calls.clear();
});

describe('the host of a request', () => {
  it.each([
    'localhost',
    'LOCALHOST.:80',
    'gateway.localhost:3000',
    '127.0.0.1:4000',
    '127.9.9.9',
    '[::1]:4000',
    'governance.example',
    'Governance.Example:443',
    '10.1.2.3:4000',
  ])('is known: %s', async (host) => {
    const answer = await send(gateway.url, { host });

    expect(answer).toMatchObject({ status: 200, body: expect.stringContaining(done) as string });
  });

  it.each([
    'evil.example',
    'evil.example:4000',
    'localhost.evil.example',
    'xgovernance.example',
    '127.0.0.1.evil.example',
    'evil.example@127.0.0.1',
    '127.0.0.1#evil.example',
    '192.168.0.9',
    '[::2]',
    '[::1',
  ])('is not known, so nothing is executed: %s', async (host) => {
    const answer = await send(gateway.url, { host });

    expect(answer.status).toBe(421);
    expect(errorIn(answer)).toEqual({
      message: `The host must be one that this gateway serves, but got ${JSON.stringify(host)}. Its operator can add names to ALLOWED_HOSTS.`,
      extensions: { code: 'BAD_REQUEST' },
    });
    expect(gateway.emulator.calls.all()).toEqual([]);
  });

  it('is not known if it is empty, or missing as in HTTP/1.0', async () => {
    const answers = await Promise.all([
      sendRaw(gateway.url, 'GET /graphql HTTP/1.1\r\nHost:\r\n\r\n'),
      sendRaw(gateway.url, 'GET /graphql HTTP/1.0\r\n\r\n'),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([421, 421]);
  });

  it.each(['/', '/graphiql', '/nothing'])('is checked for every path but the health checks: %s', async (path) => {
    expect((await send(gateway.url, { host: 'evil.example' }, { method: 'GET', path })).status).toBe(421);
  });

  it.each(['/livez', '/readyz'])('does not matter to probes, which use IP addresses: %s', async (path) => {
    expect((await send(gateway.url, { host: '10.9.9.9:4000' }, { method: 'GET', path })).status).toBe(200);
  });

  it('may be the address that the client connected to if the gateway listens on all of them', async () => {
    const everywhere = await startGateway({ host: '0.0.0.0' });
    const { port } = new URL(everywhere.url);

    const statuses = await Promise.all(
      ['127.0.0.1', '127.0.0.1:80', 'evil.example', '10.9.9.9'].map(
        async (host) => (await send(`http://127.0.0.1:${port}`, { host })).status,
      ),
    );

    expect(statuses).toEqual([200, 200, 421, 421]);
    await everywhere.stop();
  });
});

describe('the origin of a request', () => {
  const host = 'governance.example';

  it.each([
    ['an allowed origin', { origin: 'https://app.example' }],
    ['the gateway’s own page', { origin: 'http://governance.example', host }],
    ['the gateway’s own page behind a proxy that ends TLS', { origin: 'https://governance.example', host }],
    ['its port is the default one', { origin: 'https://governance.example', host: `${host}:443` }],
    [
      'the gateway’s own page behind a proxy that changes the host, by the word of the browser',
      { origin: 'https://public.example', host, 'sec-fetch-site': 'same-origin' },
    ],
  ])('may be %s', async (_, headers) => {
    const answer = await send(gateway.url, headers);

    expect(answer).toMatchObject({ status: 200, body: expect.stringContaining(done) as string });
  });

  it.each<Record<'origin', string> & Record<string, string>>([
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: 'http://app.example' },
    { origin: 'https://app.example:8443' },
    { origin: 'https://app.example.evil.example' },
    { origin: 'http://localhost:3000', host: 'localhost:4000' },
    { origin: 'file://governance.example', host },
    { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'http://evil.example', 'sec-fetch-site': 'same-site' },
  ])('is refused before anything is executed: %j', async (headers) => {
    const answer = await send(gateway.url, headers);

    expect(answer.status).toBe(403);
    expect(errorIn(answer)).toEqual({
      message: `Pages of the origin "${headers.origin}" may not use this gateway. Its operator can add origins to ALLOWED_ORIGINS.`,
      extensions: { code: 'FORBIDDEN' },
    });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(gateway.emulator.calls.all()).toEqual([]);
  });

  const preflight = {
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type',
  };

  it('is allowed in the answer to a preflight, with the headers that the page will send', async () => {
    const headers = { ...preflight, origin: 'https://app.example' };

    expect(await send(gateway.url, headers, { method: 'OPTIONS' })).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': 'https://app.example',
        'access-control-allow-methods': 'GET, HEAD, POST',
        'access-control-allow-headers': 'authorization,content-type',
        'access-control-max-age': '600',
      },
    });
  });

  it('lets a page read the answer, without cookies', async () => {
    const { headers } = await send(gateway.url, { origin: 'https://app.example' });

    expect(headers).toMatchObject({
      'access-control-allow-origin': 'https://app.example',
      'access-control-expose-headers': 'retry-after, x-request-id, x-upstream',
      vary: expect.stringMatching(/\borigin\b/i) as string,
    });
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  });

  it.each(['http://evil.example', 'null'])('is refused in a preflight: %s', async (origin) => {
    const answer = await send(gateway.url, { ...preflight, origin }, { method: 'OPTIONS' });

    expect(answer.status).toBe(403);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('a compressed body', () => {
  it.each(['gzip', 'br', 'deflate', 'zstd', 'identity, gzip'])('is refused: %s', async (encoding) => {
    const body = gzipSync(JSON.stringify({ query: mutation, filler: 'x'.repeat(10_000_000) }));

    const answer = await send(gateway.url, { 'content-encoding': encoding }, { body });

    expect(answer.status).toBe(415);
    expect(errorIn(answer)?.message).toBe(
      `The content type must be application/json in UTF-8 and not compressed, but got application/json in ${encoding}.`,
    );
    expect(gateway.emulator.calls.all()).toEqual([]);
  });
});
