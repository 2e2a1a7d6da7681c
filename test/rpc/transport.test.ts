import { createServer } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { RpcFailureKind } from '../../src/errors/RpcError';
import { GetCallerIdentity, InitResourceDirectory } from '../../src/operations';
import type { SharedRpcClient } from '../../src/rpc/client';
import { createRpcClient } from '../../src/rpc/client';
import { staticKeys } from '../../src/rpc/credentials/staticKeys';
import { clientOf, failureOf } from './clients';
import type { Behaviour } from './upstream';
import { babble, cutShort, flood, goodBody, reply, resetBeforeHeaders, resetInBody, Upstream } from './upstream';

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
  /** How often a read is sent. */
  readonly attempts: number;
  readonly more?: object;
}

/** The two reasons why a body that is none may be whole the next time. */
const cutOff = { reason: 'CUT_OFF' };
const broken = { reason: 'BROKEN_BODY' };

const cases: Case[] = [
  { name: 'a reset before the headers', behaviour: resetBeforeHeaders, kind: 'CONNECTION', attempts: 3 },
  { name: 'a reset in the body', behaviour: resetInBody, kind: 'BAD_RESPONSE', attempts: 3, more: cutOff },
  { name: 'a body shorter than it said', behaviour: cutShort, kind: 'BAD_RESPONSE', attempts: 3, more: cutOff },
  { name: 'what is no HTTP', behaviour: babble, kind: 'BAD_RESPONSE', attempts: 1 },
  {
    name: 'a body that floods',
    behaviour: flood,
    kind: 'BAD_RESPONSE',
    attempts: 1,
    more: { detail: 'expected at most 5242880 bytes, but got more', tooLarge: { maxBytes: 5_242_880 } },
  },
  {
    name: 'a body that says it is too large',
    behaviour: reply(200, padded(5 * mebibyte + 1), { 'content-length': String(5 * mebibyte + 1) }),
    kind: 'BAD_RESPONSE',
    attempts: 1,
    more: {
      detail: 'expected at most 5242880 bytes, but got 5242881',
      tooLarge: { bytes: 5_242_881, maxBytes: 5_242_880 },
    },
  },
  {
    name: 'truncated JSON',
    behaviour: reply(200, JSON.stringify(goodBody).slice(0, -3)),
    kind: 'BAD_RESPONSE',
    attempts: 2,
    more: { ...broken, httpStatus: 200, detail: 'expected a JSON object, but got no valid JSON' },
  },
  {
    name: 'an HTML page with status 200',
    behaviour: reply(200, '<html>secret</html>', { 'content-type': 'text/html' }),
    kind: 'BAD_RESPONSE',
    attempts: 2,
    more: { ...broken, detail: 'expected a JSON object, but got HTML or XML' },
  },
  {
    name: 'an HTML page with status 502',
    behaviour: reply(502, '<html>secret</html>', { 'content-type': 'text/html' }),
    kind: 'BAD_RESPONSE',
    attempts: 2,
    more: { ...broken, httpStatus: 502, code: undefined, detail: 'HTML or XML' },
  },
  {
    name: 'an HTML page with status 404',
    behaviour: reply(404, '<html>secret</html>', { 'content-type': 'text/html' }),
    kind: 'BAD_RESPONSE',
    attempts: 1,
    more: { httpStatus: 404, detail: 'HTML or XML' },
  },
  {
    name: 'an error of the upstream in XML with status 503',
    behaviour: reply(503, '<?xml version="1.0"?><Error>secret</Error>', { 'content-type': 'text/xml' }),
    kind: 'SERVER',
    attempts: 3,
    more: { httpStatus: 503 },
  },
  {
    name: 'a page that calls itself HTML with status 500',
    behaviour: reply(500, '<center>secret</center>', { 'content-type': 'text/html; charset=utf-8' }),
    kind: 'BAD_RESPONSE',
    attempts: 2,
    more: { ...broken, httpStatus: 500 },
  },
  {
    name: 'a nonce that was used',
    behaviour: reply(400, { RequestId: 'R-1', Code: 'SignatureNonceUsed' }),
    kind: 'AUTH',
    attempts: 2,
  },
  {
    name: 'a signature that does not match',
    behaviour: reply(400, { RequestId: 'R-1', Code: 'SignatureDoesNotMatch' }),
    kind: 'AUTH',
    attempts: 1,
  },
  {
    name: 'an empty body',
    behaviour: reply(200, ''),
    kind: 'BAD_RESPONSE',
    attempts: 2,
    more: { ...broken, detail: 'expected a JSON object, but got an empty body' },
  },
  {
    name: 'a body of blanks',
    behaviour: reply(200, ' \n'),
    kind: 'BAD_RESPONSE',
    attempts: 2,
    more: { ...broken, detail: 'expected a JSON object, but got an empty body' },
  },
  {
    name: 'an HTML page behind blanks',
    behaviour: reply(200, '\n <html>secret'),
    kind: 'BAD_RESPONSE',
    attempts: 2,
    more: { ...broken, detail: 'expected a JSON object, but got HTML or XML' },
  },
  {
    name: 'a redirect with an error in its body',
    behaviour: reply(300, { RequestId: 'R-1', Code: 'NoPermission', Message: 'secret' }),
    kind: 'BAD_RESPONSE',
    attempts: 1,
    more: { httpStatus: 300, detail: 'a redirect, which is never followed' },
  },
  {
    name: 'a code that every object inherits',
    behaviour: reply(400, { RequestId: 'R-1', Code: 'constructor', Message: 'secret' }),
    kind: 'CLIENT',
    attempts: 1,
    more: { code: 'constructor', documented: undefined },
  },
  { name: 'null', behaviour: reply(200, 'null'), kind: 'BAD_RESPONSE', attempts: 2, more: broken },
  {
    name: 'an array',
    behaviour: reply(200, [goodBody]),
    kind: 'BAD_RESPONSE',
    attempts: 2,
    more: { ...broken, detail: 'expected a JSON object, but got a JSON array' },
  },
  { name: 'status 204', behaviour: reply(204, ''), kind: 'BAD_RESPONSE', attempts: 1, more: { httpStatus: 204 } },
  {
    name: 'an answer without RequestId',
    behaviour: reply(200, { ...goodBody, RequestId: undefined }),
    kind: 'BAD_RESPONSE',
    attempts: 1,
    more: { detail: 'expected a RequestId, but got none' },
  },
  {
    name: 'an answer of another operation',
    behaviour: reply(200, { RequestId: 'R-1', Accounts: [] }),
    kind: 'BAD_RESPONSE',
    attempts: 1,
    more: { httpStatus: 200, requestId: 'R-1' },
  },
  {
    name: 'an error with status 400',
    behaviour: reply(400, { RequestId: 'R-1', Code: 'Invalid.Something', Message: 'secret' }),
    kind: 'CLIENT',
    attempts: 1,
    more: { httpStatus: 400, code: 'Invalid.Something', requestId: 'R-1', detail: undefined, documented: undefined },
  },
  {
    name: 'an error in lower case',
    behaviour: reply(403, { requestId: 'R-1', code: 'Forbidden.RAM', message: 'secret' }),
    kind: 'CLIENT',
    attempts: 1,
    more: { httpStatus: 403, code: 'Forbidden.RAM', requestId: 'R-1' },
  },
  {
    name: 'a known error code with status 200',
    behaviour: reply(200, { ...goodBody, Code: 'SignatureDoesNotMatch' }),
    kind: 'AUTH',
    attempts: 1,
    more: { httpStatus: 200, code: 'SignatureDoesNotMatch' },
  },
  {
    name: 'an unknown error code with status 200',
    behaviour: reply(200, { ...goodBody, Code: 'Unheard.Of' }),
    kind: 'BAD_RESPONSE',
    attempts: 1,
    more: { httpStatus: 200, code: 'Unheard.Of' },
  },
  {
    name: 'a success code with status 400',
    behaviour: reply(400, { ...goodBody, Code: 'Success' }),
    kind: 'BAD_RESPONSE',
    attempts: 1,
    more: { httpStatus: 400, code: undefined },
  },
  {
    name: 'throttling with status 400 and a hint',
    behaviour: reply(400, { RequestId: 'R-1', Code: 'Throttling.User' }, { 'x-acs-retry-after': '60000' }),
    kind: 'THROTTLING',
    attempts: 1,
    more: { httpStatus: 400, code: 'Throttling.User', retryAfterMs: 60_000 },
  },
  {
    name: 'status 500 with a good body and no code',
    behaviour: reply(500, goodBody),
    kind: 'SERVER',
    attempts: 3,
    more: { httpStatus: 500, code: undefined, requestId: goodBody.RequestId, detail: 'no error code' },
  },
  {
    name: 'status 503 with an empty object',
    behaviour: reply(503, {}),
    kind: 'SERVER',
    attempts: 3,
    more: { httpStatus: 503 },
  },
  {
    name: 'a code that is none',
    behaviour: reply(400, { RequestId: 'R 1\n', Code: 'secret text with spaces' }),
    kind: 'BAD_RESPONSE',
    attempts: 1,
    more: { code: undefined, requestId: undefined },
  },
  {
    name: 'an id of the call in the headers alone',
    behaviour: reply(500, '', { 'x-acs-request-id': 'R-2' }),
    kind: 'SERVER',
    attempts: 3,
    more: { requestId: 'R-2' },
  },
  {
    name: 'a gzip bomb',
    behaviour: reply(200, gzipSync(padded(6 * mebibyte)), { 'content-encoding': 'gzip' }),
    kind: 'BAD_RESPONSE',
    attempts: 1,
    more: { tooLarge: { maxBytes: 5_242_880 } },
  },
  {
    name: 'truncated gzip',
    behaviour: reply(200, gzipSync(padded(1000)).subarray(0, 60), { 'content-encoding': 'gzip' }),
    kind: 'BAD_RESPONSE',
    attempts: 2,
    more: broken,
  },
  {
    name: 'an unknown encoding',
    behaviour: reply(200, goodBody, { 'content-encoding': 'toString' }),
    kind: 'BAD_RESPONSE',
    attempts: 1,
  },
];

it.each(cases)(
  'makes $kind of $name, and tries again only if that may help',
  async ({ behaviour, kind, attempts, more }) => {
    upstream.behaviour = behaviour;

    const error = await failureOf(client.call(GetCallerIdentity, {}));

    expect(error).toMatchObject({ product: 'Sts', action: 'GetCallerIdentity', kind, ...more });
    expect(error).not.toHaveProperty('cause');
    expect(`${error.message} ${JSON.stringify(error)}`).not.toContain('secret');
    expect(upstream.received).toHaveLength(attempts);
  },
);

it.each(cases)('sends a write once, and no more, for $name', async ({ behaviour, kind }) => {
  upstream.behaviour = behaviour;

  const error = await failureOf(client.call(InitResourceDirectory, {}));

  expect(error.kind).toBe(kind);
  expect(upstream.received).toHaveLength(1);
});

it('reports what clients may know of a documented code, and nothing of the upstream’s wording', async () => {
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

it('reports that nothing was sent if nobody listens', async () => {
  const closed = await Upstream.start();
  const { origin } = closed;
  await closed.close();
  const nowhere = createRpcClient({ endpoints: () => origin, credentials: staticKeys('testid', 'testsecret') });

  const error = await failureOf(nowhere.call(InitResourceDirectory, {}));

  expect(error).toMatchObject({ kind: 'NOT_SENT', detail: 'ECONNREFUSED' });
  await nowhere.close();
});

it('reports that nothing was sent if the handshake fails', async () => {
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
