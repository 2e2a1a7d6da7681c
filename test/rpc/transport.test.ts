import { createServer } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { RpcFailureKind } from '../../src/errors/RpcError';
import { DescribeConfigurationRecorder, GetCallerIdentity, InitResourceDirectory } from '../../src/operations';
import type { Operation } from '../../src/operations/operation';
import type { SharedRpcClient } from '../../src/rpc/client';
import { createRpcClient } from '../../src/rpc/client';
import { staticKeys } from '../../src/rpc/credentials/staticKeys';
import { HttpPools } from '../../src/rpc/http';
import { RpcTransport } from '../../src/rpc/transport';
import { ManualClock } from '../unit/rpc/manualClock';
import { clientOf, failureOf } from './clients';
import type { Behaviour } from './upstream';
import {
  babble,
  cutShort,
  drip,
  flood,
  goodBody,
  hang,
  reply,
  resetBeforeHeaders,
  resetInBody,
  stall,
  Upstream,
} from './upstream';

let upstream: Upstream;
let client: SharedRpcClient;

beforeEach(async () => {
  upstream = await Upstream.start();
  client = clientOf(upstream);
});

afterEach(async () => {
  await client.close();
  await upstream.close();
});

const mebibyte = 1024 * 1024;
const padded = (bytes: number) => {
  const body = JSON.stringify({ ...goodBody, Padding: '' });
  return body.replace('"Padding":""', `"Padding":"${'x'.repeat(bytes - body.length)}"`);
};

interface Case {
  readonly name: string;
  readonly behaviour: Behaviour;
  readonly kind: RpcFailureKind;
  readonly more?: object;
}

const cases: Case[] = [
  { name: 'a reset before the headers', behaviour: resetBeforeHeaders, kind: 'CONNECTION' },
  { name: 'a reset in the body', behaviour: resetInBody, kind: 'CONNECTION' },
  { name: 'a body shorter than it said', behaviour: cutShort, kind: 'CONNECTION' },
  { name: 'what is no HTTP', behaviour: babble, kind: 'BAD_RESPONSE' },
  {
    name: 'a body that floods',
    behaviour: flood,
    kind: 'BAD_RESPONSE',
    more: { detail: 'expected at most 5242880 bytes, but got more' },
  },
  { name: 'a body that says it is too large', behaviour: reply(200, padded(5 * mebibyte + 1)), kind: 'BAD_RESPONSE' },
  {
    name: 'truncated JSON',
    behaviour: reply(200, JSON.stringify(goodBody).slice(0, -3)),
    kind: 'BAD_RESPONSE',
    more: { httpStatus: 200, detail: 'expected a JSON object, but got no valid JSON' },
  },
  {
    name: 'an HTML page with status 200',
    behaviour: reply(200, '<html>secret</html>', { 'content-type': 'text/html' }),
    kind: 'BAD_RESPONSE',
    more: { detail: 'expected a JSON object, but got HTML or XML' },
  },
  {
    name: 'an HTML page with status 502',
    behaviour: reply(502, '<html>secret</html>', { 'content-type': 'text/html' }),
    kind: 'SERVER',
    more: { httpStatus: 502, code: undefined, detail: 'HTML or XML' },
  },
  {
    name: 'an empty body',
    behaviour: reply(200, ''),
    kind: 'BAD_RESPONSE',
    more: { detail: 'expected a JSON object, but got an empty body' },
  },
  { name: 'null', behaviour: reply(200, 'null'), kind: 'BAD_RESPONSE' },
  {
    name: 'an array',
    behaviour: reply(200, [goodBody]),
    kind: 'BAD_RESPONSE',
    more: { detail: 'expected a JSON object, but got a JSON array' },
  },
  { name: 'status 204', behaviour: reply(204, ''), kind: 'BAD_RESPONSE', more: { httpStatus: 204 } },
  {
    name: 'an answer without RequestId',
    behaviour: reply(200, { ...goodBody, RequestId: undefined }),
    kind: 'BAD_RESPONSE',
    more: { detail: 'expected a RequestId, but got none' },
  },
  {
    name: 'an answer of another operation',
    behaviour: reply(200, { RequestId: 'R-1', Accounts: [] }),
    kind: 'BAD_RESPONSE',
    more: { httpStatus: 200, requestId: 'R-1' },
  },
  {
    name: 'an error with status 400',
    behaviour: reply(400, { RequestId: 'R-1', Code: 'Invalid.Something', Message: 'secret' }),
    kind: 'CLIENT',
    more: { httpStatus: 400, code: 'Invalid.Something', requestId: 'R-1', detail: undefined, documented: undefined },
  },
  {
    name: 'an error in lower case',
    behaviour: reply(403, { requestId: 'R-1', code: 'Forbidden.RAM', message: 'secret' }),
    kind: 'CLIENT',
    more: { httpStatus: 403, code: 'Forbidden.RAM', requestId: 'R-1' },
  },
  {
    name: 'a known error code with status 200',
    behaviour: reply(200, { ...goodBody, Code: 'SignatureDoesNotMatch' }),
    kind: 'AUTH',
    more: { httpStatus: 200, code: 'SignatureDoesNotMatch' },
  },
  {
    name: 'an unknown error code with status 200',
    behaviour: reply(200, { ...goodBody, Code: 'Unheard.Of' }),
    kind: 'BAD_RESPONSE',
    more: { httpStatus: 200, code: 'Unheard.Of' },
  },
  {
    name: 'a success code with status 400',
    behaviour: reply(400, { ...goodBody, Code: 'Success' }),
    kind: 'BAD_RESPONSE',
    more: { httpStatus: 400, code: undefined },
  },
  {
    name: 'throttling with status 400 and a hint',
    behaviour: reply(400, { RequestId: 'R-1', Code: 'Throttling.User' }, { 'x-acs-retry-after': '60000' }),
    kind: 'THROTTLING',
    more: { httpStatus: 400, code: 'Throttling.User', retryAfterMs: 60_000 },
  },
  {
    name: 'status 500 with a good body and no code',
    behaviour: reply(500, goodBody),
    kind: 'SERVER',
    more: { httpStatus: 500, code: undefined, requestId: goodBody.RequestId, detail: 'no error code' },
  },
  { name: 'status 503 with an empty object', behaviour: reply(503, {}), kind: 'SERVER', more: { httpStatus: 503 } },
  {
    name: 'a code that is none',
    behaviour: reply(400, { RequestId: 'R 1\n', Code: 'secret text with spaces' }),
    kind: 'BAD_RESPONSE',
    more: { code: undefined, requestId: undefined },
  },
  {
    name: 'an id of the call in the headers alone',
    behaviour: reply(500, '', { 'x-acs-request-id': 'R-2' }),
    kind: 'SERVER',
    more: { requestId: 'R-2' },
  },
  {
    name: 'a gzip bomb',
    behaviour: reply(200, gzipSync(padded(6 * mebibyte)), { 'content-encoding': 'gzip' }),
    kind: 'BAD_RESPONSE',
  },
  {
    name: 'truncated gzip',
    behaviour: reply(200, gzipSync(padded(1000)).subarray(0, 60), { 'content-encoding': 'gzip' }),
    kind: 'BAD_RESPONSE',
  },
  {
    name: 'an unknown encoding',
    behaviour: reply(200, goodBody, { 'content-encoding': 'toString' }),
    kind: 'BAD_RESPONSE',
  },
];

const transient = new Set<RpcFailureKind>(['NOT_SENT', 'CONNECTION', 'TIMEOUT', 'SERVER', 'THROTTLING']);

it.each(cases)('makes $kind of $name, and asks again only where that may help', async ({ behaviour, kind, more }) => {
  upstream.behaviour = behaviour;

  const error = await failureOf(client.call(GetCallerIdentity, {}));

  expect(error).toMatchObject({ product: 'Sts', action: 'GetCallerIdentity', kind, ...more });
  expect(error).not.toHaveProperty('cause');
  expect(`${error.message} ${JSON.stringify(error)}`).not.toContain('secret');
  // The hint of the throttled one goes beyond its deadline.
  const attempts = transient.has(kind) && error.retryAfterMs === undefined ? 3 : 1;
  expect(upstream.received).toHaveLength(attempts);
});

it.each(cases)('sends a write once, and no more, for $name', async ({ behaviour, kind }) => {
  upstream.behaviour = behaviour;

  const error = await failureOf(client.call(InitResourceDirectory, {}));

  expect(error.kind).toBe(kind);
  expect(upstream.received).toHaveLength(1);
});

it('tells what clients may know of a documented code, and nothing of the upstream’s wording', async () => {
  const Code = 'EntityAlreadyExists.ResourceDirectory';
  upstream.behaviour = reply(409, { RequestId: 'R-1', Code, Message: 'secret' });

  const error = await failureOf(client.call(InitResourceDirectory, {}));

  const { code, explanation, retryable } = InitResourceDirectory.errors[Code] ?? {};
  expect(error).toMatchObject({ kind: 'CLIENT', code: Code });
  expect(error.documented).toEqual({ code, explanation, retryable });
});

it('follows no redirect', async () => {
  upstream.behaviour = (response, request) => {
    reply(request.url === '/' ? 302 : 200, goodBody, { location: `${upstream.origin}/elsewhere` })(response, request);
  };

  const error = await failureOf(client.call(GetCallerIdentity, {}));

  expect(error).toMatchObject({ kind: 'BAD_RESPONSE', httpStatus: 302 });
  expect(upstream.received.map(({ url }) => url)).toEqual(['/']);
});

it.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
  ['identity', (text: string) => Buffer.from(text)],
])('asks for no compression, and reads %s all the same', async (encoding, compress) => {
  upstream.behaviour = reply(200, compress(JSON.stringify(goodBody)), { 'content-encoding': encoding });

  await expect(client.call(GetCallerIdentity, {})).resolves.toMatchObject({ AccountId: goodBody.AccountId });

  expect(upstream.received[0]?.headers['accept-encoding']).toBe('identity');
});

it.each([
  ['as large as it may be', reply(200, padded(5 * mebibyte))],
  ['that calls itself text', reply(200, goodBody, { 'content-type': 'text/plain' })],
  ['with a byte order mark', reply(200, `\uFEFF${JSON.stringify(goodBody)}`)],
  ['with a success code', reply(200, { ...goodBody, Code: 'OK' })],
  ['with the number 200 for a code', reply(200, { ...goodBody, Code: 200 })],
  ['with an empty code', reply(200, { ...goodBody, Code: '' })],
  ['with keys that objects inherit', reply(200, JSON.stringify(goodBody).replace('{', '{"__proto__":{"polluted":1},'))],
])('takes an answer %s', async (_, behaviour) => {
  upstream.behaviour = behaviour;

  await expect(client.call(GetCallerIdentity, {})).resolves.toEqual({
    RequestId: goodBody.RequestId,
    AccountId: goodBody.AccountId,
  });
  expect({}).not.toHaveProperty('polluted');
});

it('takes an interim answer for what it is', async () => {
  upstream.behaviour = (response, request) => {
    response.writeProcessing();
    reply(200, goodBody)(response, request);
  };

  await expect(client.call(GetCallerIdentity, {})).resolves.toMatchObject({ AccountId: goodBody.AccountId });
});

it('reports that nothing was sent where nobody listens', async () => {
  const closed = await Upstream.start();
  const { origin } = closed;
  await closed.close();
  const nowhere = createRpcClient({ endpoints: () => origin, credentials: staticKeys('testid', 'testsecret') });

  const error = await failureOf(nowhere.call(InitResourceDirectory, {}));

  expect(error).toMatchObject({ kind: 'NOT_SENT', detail: 'ECONNREFUSED' });
  await nowhere.close();
});

it('reports that nothing was sent where the handshake fails', async () => {
  const plain = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.resume().end('no TLS here\r\n');
  });
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
  const { port } = plain.address() as { port: number };
  const secure = createRpcClient({
    endpoints: () => `https://127.0.0.1:${port}`,
    credentials: staticKeys('testid', 'testsecret'),
  });

  const error = await failureOf(secure.call(InitResourceDirectory, {}));

  expect(error.kind).toBe('NOT_SENT');
  await secure.close();
  await new Promise((resolve) => plain.close(resolve));
});

describe('time and cancellation', () => {
  const phases: [string, Behaviour][] = [
    ['hangs before the headers', hang],
    ['stalls in the body', stall],
    ['drips', drip],
  ];

  it.each(phases)('ends a read that %s when its time is over, and closes the socket', async (_, behaviour) => {
    upstream.behaviour = behaviour;
    const clock = new ManualClock();
    const patient = clientOf(upstream, { clock });
    const failure = failureOf(patient.call(GetCallerIdentity, {}));

    for (const attempt of [1, 2, 3]) {
      await upstream.receives(attempt);
      const abandoned = upstream.abandoned();
      clock.advance(3000);
      await abandoned;
      // A pause of nothing is still a pause.
      while (attempt < 3 && clock.asleep === 0) await new Promise((resolve) => setImmediate(resolve));
      clock.advance(0);
    }

    expect(await failure).toMatchObject({ kind: 'TIMEOUT', detail: 'no complete answer within 3000 ms' });
    expect(upstream.received).toHaveLength(3);
    expect(clock.asleep).toBe(0);
    await patient.close();
  });

  it.each(phases)('sends a write that %s once, and ends it when its own time is over', async (_, behaviour) => {
    upstream.behaviour = behaviour;
    const clock = new ManualClock();
    const patient = clientOf(upstream, { clock });
    const failure = failureOf(patient.call(InitResourceDirectory, {}));

    await upstream.receives(1);
    const abandoned = upstream.abandoned();
    clock.advance(10_000);
    await abandoned;

    expect((await failure).kind).toBe('TIMEOUT');
    expect(upstream.received).toHaveLength(1);
    await patient.close();
  });

  it.each(phases)('ends a read that %s when the caller goes, and closes the socket', async (_, behaviour) => {
    upstream.behaviour = behaviour;
    const caller = new AbortController();
    const failure = failureOf(client.call(GetCallerIdentity, {}, { signal: caller.signal }));

    await upstream.receives(1);
    const abandoned = upstream.abandoned();
    caller.abort(new Error('reasons of the caller'));
    await abandoned;

    expect(await failure).toMatchObject({ kind: 'ABORTED', detail: 'the caller went away' });
    expect(upstream.received).toHaveLength(1);
  });

  it('closes the socket of a flood', async () => {
    upstream.behaviour = (response, request) => {
      flood(response, request);
    };
    const failure = failureOf(client.call(InitResourceDirectory, {}));

    await upstream.receives(1);
    await upstream.abandoned();

    expect((await failure).kind).toBe('BAD_RESPONSE');
  });

  it('lets a write that is on the wire run to its end though the caller went', async () => {
    const caller = new AbortController();
    let answer: () => void = () => undefined;
    upstream.behaviour = (response, request) => {
      answer = () => {
        reply(200, goodBody)(response, request);
      };
    };
    const written = client.call(InitResourceDirectory, {}, { signal: caller.signal });

    await upstream.receives(1);
    caller.abort();
    await new Promise((resolve) => setImmediate(resolve));
    answer();

    await expect(written).resolves.toMatchObject({ ResourceDirectory: { ResourceDirectoryId: 'rd-1' } });
  });

  it.each([GetCallerIdentity, InitResourceDirectory] as Operation[])(
    'does not send $action for a caller who has already gone',
    async (operation) => {
      const error = await failureOf(client.call(operation, {}, { signal: AbortSignal.abort() }));

      expect(error.kind).toBe('ABORTED');
      expect(upstream.received).toEqual([]);
    },
  );

  it('reports that nothing was sent where no socket came free in time, and never sends it later', async () => {
    upstream.behaviour = hang;
    const clock = new ManualClock();
    const narrow = clientOf(upstream, { clock, http: { connections: 1 } });
    const first = failureOf(narrow.call(InitResourceDirectory, {}));
    await upstream.receives(1);
    clock.advance(1);
    const second = failureOf(narrow.call(InitResourceDirectory, {}));
    await new Promise((resolve) => setImmediate(resolve));

    clock.advance(10_000);

    expect((await first).kind).toBe('TIMEOUT');
    expect(await second).toMatchObject({ kind: 'NOT_SENT', detail: 'no connection in time' });
    await narrow.close();
    expect(upstream.received).toHaveLength(1);
  });
});

describe('connections', () => {
  it('opens at most 64 sockets to an origin, and shares them among the products', async () => {
    const held: (() => void)[] = [];
    upstream.behaviour = (response, request) => {
      held.push(() => {
        reply(200, goodBody)(response, request);
      });
    };
    const calls = Array.from({ length: 100 }, () => [
      client.call(GetCallerIdentity, {}),
      client.call(DescribeConfigurationRecorder, {}),
    ]).flat();

    await upstream.receives(64);
    while (held.length > 0 || upstream.received.length < calls.length) {
      held.splice(0).forEach((answer) => {
        answer();
      });
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(calls);

    expect(upstream.mostConnections).toBe(64);
  });

  it('keeps a socket for the next call', async () => {
    for (let call = 0; call < 5; call += 1) {
      await client.call(GetCallerIdentity, {});
      // The pool learns of a free socket one turn later.
      await new Promise((resolve) => setImmediate(resolve));
    }

    expect(upstream.mostConnections).toBe(1);
  });

  it('closes every socket in the end', async () => {
    await client.call(GetCallerIdentity, {});
    const abandoned = upstream.abandoned();

    await client.close();

    await abandoned;
    expect(upstream.sockets.size).toBe(0);
  });
});

it.each([
  'ftp://example.com',
  'sts.aliyuncs.com',
  'https://sts.aliyuncs.com/path',
  'https://sts.aliyuncs.com?x=1',
  'https://sts.aliyuncs.com#evil.com',
  'https://user:secret@sts.aliyuncs.com',
  'https://sts.aliyuncs.com\\@evil.com',
  '',
])('refuses the endpoint “%s”', (endpoint) => {
  const { product } = GetCallerIdentity;

  expect(() => new RpcTransport({ product, endpoint, pools: new HttpPools() })).toThrow('An endpoint must be');
});
