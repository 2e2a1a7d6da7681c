import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet } from 'jose';
import { Door } from '../../src/access/Door';
import { RouterSecrets } from '../../src/access/RouterSecrets';
import { remoteKeys, TokenVerifier } from '../../src/access/TokenVerifier';
import { withGateway } from '../support/startGateway';
import { audience, bearer, issuer, jwks, token, tokenDoor } from './tokens';

const [present, next, unknown] = ['a', 'b', 'c'].map((letter) => letter.repeat(32)) as [string, string, string];
const document = '{ currentAccount { accountId } }';
const router = (secret: string) => ({ 'router-authorization': secret });
const everything = { scope: 'governance:read', accounts: '*' };

describe('a router', () => {
  it('is known by one of two secrets, and may do everything', () =>
    withGateway({ door: new Door({ router: new RouterSecrets([present, next]) }) }, async (gateway) => {
      const statuses = [present, next, unknown, '', `${present} `, present.slice(1)].map(
        async (secret) => (await gateway.ask(document, {}, router(secret))).status,
      );

      // Node trims headers.
      expect(await Promise.all(statuses)).toEqual([200, 200, 401, 401, 200, 401]);
    }));

  it('that is not known is refused before its body is read', () =>
    withGateway({ door: new Door({ router: new RouterSecrets([present]) }) }, async (gateway) => {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: 'this is no JSON',
      });

      expect([response.status, await response.json()]).toEqual([
        401,
        {
          errors: [
            {
              message:
                'This gateway only takes requests of its router: the header Router-Authorization must have the secret that both share.',
              extensions: { code: 'UNAUTHENTICATED', retryable: false },
            },
          ],
        },
      ]);
      expect((await gateway.ask('{ _service { sdl } }')).status).toBe(401);
    }));

  it('passes on the token of its user, which decides what is allowed', async () =>
    withGateway({ door: await tokenDoor({ router: new RouterSecrets([present]) }) }, async (gateway) => {
      const user = bearer(await token({ claims: everything }));
      const statusOf = async (headers: Record<string, string>) => (await gateway.ask(document, {}, headers)).status;

      expect([
        await statusOf({ ...router(present), ...user }),
        await statusOf(router(present)),
        await statusOf(user),
      ]).toEqual([200, 401, 401]);
    }));

  it('leaves no secret in the log', () =>
    withGateway({ door: new Door({ router: new RouterSecrets([present]) }) }, async (gateway) => {
      await gateway.ask(document, {}, router(present));
      await gateway.ask(document, {}, router(unknown));

      expect(gateway.log.join('')).not.toMatch(new RegExp(`${present}|${unknown}`));
    }));
});

it('says in both languages what a request lacks', async () =>
  withGateway({ door: await tokenDoor() }, async (gateway) => {
    const messageOf = async (headers: Record<string, string>) =>
      (await gateway.ask(document, {}, headers)).errors?.[0]?.message;
    const expired = bearer(await token({ expiresIn: -60 }));

    expect([
      await messageOf({}),
      await messageOf({ 'accept-language': 'zh' }),
      await messageOf(expired),
      await messageOf({ ...expired, 'accept-language': 'zh' }),
      await messageOf(bearer(await token({ audience: 'x' }))),
      await messageOf(bearer('a.b.c')),
    ]).toEqual([
      'The request must have a token: the header Authorization must be "Bearer <token>".',
      '请求应携带令牌：请求头 Authorization 应为 "Bearer <token>"。',
      'The token has expired.',
      '令牌已过期。',
      'The claim aud of the token is missing, or is not what this gateway expects.',
      'The token is not a valid JSON Web Token.',
    ]);
  }));

it('takes a token that expired less than 30 seconds ago: clocks differ', async () =>
  withGateway({ door: await tokenDoor() }, async (gateway) => {
    expect((await gateway.ask(document, {}, bearer(await token({ expiresIn: -25, claims: everything })))).status).toBe(
      200,
    );
  }));

it('shows pages to browsers that have no token yet, and executes nothing for them', async () =>
  withGateway({ door: await tokenDoor() }, async (gateway) => {
    const get = (path: string, accept: string) => fetch(`${gateway.url}${path}`, { headers: { accept } });
    const query = `/graphql?query=${encodeURIComponent(document)}`;

    expect((await get('/graphql', 'text/html')).headers.get('content-type')).toMatch('text/html');
    expect((await get('/graphiql', 'text/html')).status).toBe(200);
    expect(await (await get(query, 'text/html')).text()).not.toContain('"data"');
    expect((await get(query, 'application/json')).status).toBe(401);
    expect((await get('/readyz', '*/*')).status).toBe(200);
    expect(gateway.emulator.calls.all()).toEqual([]);
  }));

describe('the keys of an issuer', () => {
  const serve = async () => {
    const state = { isDown: false, keys: [] as object[], requests: [] as string[] };
    const server = createServer((request, response) => {
      state.requests.push(request.url ?? '');
      if (state.isDown) {
        response.writeHead(500).end();
        return;
      }
      const { port } = server.address() as AddressInfo;
      const isDiscovery = request.url?.endsWith('openid-configuration') ?? false;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(isDiscovery ? { jwks_uri: `http://127.0.0.1:${port}/keys` } : { keys: state.keys }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { state, url, stop: () => new Promise((resolve) => server.close(resolve)) };
  };

  it('are found by discovery, read once, and read again for a key that they lack', async () => {
    const { state, url, stop } = await serve();
    const verifier = new TokenVerifier({ issuer, audience, keys: remoteKeys({ issuer: url, cooldownMs: 0 }) });
    try {
      await expect(verifier.verify(await token())).rejects.toMatchObject({ code: 'UNAUTHENTICATED', status: 401 });
      state.keys = (await jwks()).keys;
      await expect(verifier.verify(await token())).resolves.toMatchObject({ sub: 'alice' });
      const requests = state.requests.length;
      await verifier.verify(await token());

      expect(state.requests).toHaveLength(requests);
      expect(state.requests[0]).toBe('/.well-known/openid-configuration');
    } finally {
      await stop();
    }
  });

  it('serve for an hour after the issuer went down, and then no token can be checked', async () => {
    const { state, url, stop } = await serve();
    let now = Date.now();
    // Never fresh: they are read for each token.
    const keys = remoteKeys({ issuer: url, jwksUrl: `${url}/keys`, now: () => now, cooldownMs: 0, maxAgeMs: 0 });
    const verifier = new TokenVerifier({ issuer, audience, keys });
    state.keys = (await jwks()).keys;
    try {
      await verifier.verify(await token());
      state.isDown = true;
      now += 3_599_000;
      await expect(verifier.verify(await token())).resolves.toMatchObject({ sub: 'alice' });
      now += 2_000;
      await expect(verifier.verify(await token())).rejects.toMatchObject({
        code: 'UNAUTHENTICATED',
        status: 503,
        retryable: true,
      });
    } finally {
      await stop();
    }
  });

  it('that cannot be read make no token valid', async () => {
    const { state, url, stop } = await serve();
    state.isDown = true;
    const door = new Door({
      tokens: {
        verifier: new TokenVerifier({ issuer, audience, keys: remoteKeys({ issuer: url }) }),
        claims: { scopes: 'scope', accounts: 'accounts' },
      },
    });
    try {
      await withGateway({ door: door }, async (gateway) => {
        const { status, errors } = await gateway.ask(document, {}, bearer(await token({ claims: everything })));

        expect([status, errors?.[0]?.message]).toEqual([
          503,
          'The keys of the token issuer cannot be read now, so the token cannot be checked. Try again later.',
        ]);
      });
    } finally {
      await stop();
    }
  });
});

it('accepts no other header that claims an identity', async () =>
  withGateway({ door: await tokenDoor() }, async (gateway) => {
    const claims = ['x-user-id', 'x-user-sub', 'x-forwarded-user', 'x-auth-request-user', 'remote-user', 'x-scopes'];
    const headers = Object.fromEntries(claims.map((name) => [name, 'governance:read']));
    const alice = bearer(await token({ claims: { accounts: '*' } }));

    expect((await gateway.ask(document, {}, { ...headers, 'x-forwarded-for': '127.0.0.1' })).status).toBe(401);
    expect((await gateway.ask(document, {}, { ...headers, ...alice })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(gateway.emulator.calls.all()).toEqual([]);
  }));

it('verifies a token each time, and keeps no rights beyond its end', async () => {
  let now = Date.now();
  const verifier = new TokenVerifier({ issuer, audience, keys: createLocalJWKSet(await jwks()), now: () => now });
  const door = new Door({ tokens: { verifier, claims: { scopes: 'scope', accounts: 'accounts' } } });
  const authorization = `Bearer ${await token({ claims: everything, expiresIn: 60 })}`;

  const first = await door.enter({ authorization });
  expect(await door.enter({ authorization })).toBe(first);
  now += 91_000;
  await expect(door.enter({ authorization })).rejects.toThrow('The token has expired.');
});
