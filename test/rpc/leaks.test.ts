import { inspect } from 'node:util';
import type { RpcError, RpcFailureKind } from '../../src/errors/RpcError';
import { DescribeConfigurationRecorder, GetResourceConfigurationTimeline } from '../../src/operations';
import type { Operation } from '../../src/operations/operation';
import type { RpcClientOptions } from '../../src/rpc/client';
import { createRpcClient } from '../../src/rpc/client';
import { defaultChain } from '../../src/rpc/credentials/defaultChain';
import { staticKeys } from '../../src/rpc/credentials/staticKeys';
import type { Attempt } from '../../src/rpc/observer';
import { ManualClock } from '../unit/rpc/manualClock';
import { failureOf, policiesOn } from './clients';
import type { Behaviour, Received } from './upstream';
import { babble, cutShort, flood, hang, reply, resetBeforeHeaders, resetInBody, stall, Upstream } from './upstream';

const keyId = 'LTAIcanaryKeyId';
const secret = 'canarySecret/+=';
const token = 'CAIScanaryToken/+=';
const value = 'canary value ~!*';
const canaries = [keyId, secret, token, value, 'canary'];

/** A failing upstream that repeats everything it received, as the real one does if a signature does not match. */
const telltale =
  (status: number, code: string | undefined, headers: Record<string, string> = {}): Behaviour =>
  (response, request) => {
    const everything = `server string to sign is: ${request.body}${request.url} ${canaries.join(' ')}`;
    const body = { RequestId: 'R-1', HostId: everything, Code: code, Message: everything, Recommend: everything };
    reply(status, { ...body, AccessDeniedDetail: { AuthAction: everything } }, headers)(response, request);
  };

const page =
  (status: number): Behaviour =>
  (response, request) => {
    reply(status, `<html>${request.body}${request.url} ${canaries.join(' ')}</html>`)(response, request);
  };

/** Each kind of failure that comes of an answer, or of the lack of one. */
const failures: [RpcFailureKind, string, Behaviour][] = [
  ['CLIENT', 'a refusal', telltale(400, 'NoPermission')],
  ['CLIENT', 'a documented refusal', telltale(404, 'AccountNotExisted')],
  ['AUTH', 'a wrong signature', telltale(400, 'SignatureDoesNotMatch')],
  ['THROTTLING', 'throttling', telltale(400, 'Throttling.User', { 'x-acs-retry-after': '999999' })],
  ['SERVER', 'trouble', telltale(500, 'InternalError')],
  ['SERVER', 'trouble without a code', telltale(500, undefined)],
  ['BAD_RESPONSE', 'a page with status 502', page(502)],
  ['BAD_RESPONSE', 'a page', page(200)],
  ['BAD_RESPONSE', 'a code that is a whole text', telltale(400, `${keyId} ${secret} ${token}`)],
  ['BAD_RESPONSE', 'a redirect', reply(302, '', { location: `http://127.0.0.1:1/?${keyId}` })],
  ['BAD_RESPONSE', 'a flood', flood],
  ['BAD_RESPONSE', 'what is no HTTP', babble],
  ['CONNECTION', 'a reset before the headers', resetBeforeHeaders],
  ['BAD_RESPONSE', 'a reset in the body', resetInBody],
  ['BAD_RESPONSE', 'a body that is cut short', cutShort],
  ['TIMEOUT', 'silence', hang],
  ['TIMEOUT', 'silence in the body', stall],
];

const operation = (methods: Operation['methods']) => ({ ...GetResourceConfigurationTimeline, methods });

const request = { ResourceId: value, ResourceType: value, Region: value };

let upstream: Upstream;
let printed: string[];
let spies: jest.SpyInstance[];

beforeEach(async () => {
  upstream = await Upstream.start();
  printed = [];
  spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((chunk) => {
      printed.push(String(chunk));
      return true;
    }),
  );
});

afterEach(async () => {
  spies.forEach((spy) => {
    spy.mockRestore();
  });
  await upstream.close();
});

/** Everything that could be read out of an error, by whatever logs it. */
function everythingIn(error: RpcError): string {
  const properties = Reflect.ownKeys(error).map((key) => [key, Reflect.get(error, key)] as const);
  return [
    String(error),
    error.message,
    error.stack,
    JSON.stringify(error),
    inspect(error, { depth: Infinity, showHidden: true, getters: true }),
    inspect(properties, { depth: Infinity, showHidden: true }),
    inspect(error.cause, { depth: Infinity }),
  ].join('\n');
}

/** Signatures as they went over the wire, and as they are before they are encoded. */
function signaturesOf({ url, body }: Received): string[] {
  const [, encoded = ''] = /Signature=([^&]+)$/.exec(body === '' ? url : body) ?? [];
  expect(encoded).not.toBe('');
  return [encoded, decodeURIComponent(encoded)];
}

function expectNoLeak(error: RpcError, attempts: readonly Attempt[]) {
  const text = [everythingIn(error), JSON.stringify(attempts), ...printed].join('\n');
  const told = [...canaries, ...upstream.received.flatMap(signaturesOf), '/?', 'string to sign'];
  for (const canary of told) {
    expect(text).not.toContain(canary);
    expect(text).not.toContain(encodeURIComponent(canary));
  }
}

const clientWith = (options: Partial<RpcClientOptions> = {}) =>
  createRpcClient({ endpoints: () => upstream.origin, credentials: staticKeys(keyId, secret, token), ...options });

describe.each(['GET', 'POST'] as const)('by %s', (method) => {
  it.each(failures)('gives away nothing with %s of %s', async (kind, _, behaviour) => {
    upstream.behaviour = behaviour;
    const clock = new ManualClock();
    const attempts: Attempt[] = [];
    const client = clientWith({ clock, policies: policiesOn(clock).slice(3) });
    const bound = client.withContext({ onAttempt: (attempt) => attempts.push(attempt) });
    const failure = failureOf(bound.call(operation([method]), request));

    await upstream.receives(1);
    if (kind === 'TIMEOUT') clock.advance(3000);
    const error = await failure;

    expect(error.kind).toBe(kind);
    expect(attempts).toMatchObject([{ outcome: kind }]);
    const [sent] = upstream.received;
    expect(sent?.method).toBe(method);
    expect(method === 'POST' ? sent?.body : sent?.url).toContain(encodeURIComponent(token));
    expectNoLeak(error, attempts);
    await client.close();
  });

  it('gives away nothing if nobody listens', async () => {
    const client = clientWith({ endpoints: () => 'http://127.0.0.1:1' });

    const error = await failureOf(client.call(operation([method]), request));

    expect(error.kind).toBe('NOT_SENT');
    expectNoLeak(error, []);
    await client.close();
  });

  it('gives away nothing when the caller goes, not even the caller’s reason', async () => {
    upstream.behaviour = hang;
    const caller = new AbortController();
    const client = clientWith();
    const failure = failureOf(client.call(operation([method]), request, { signal: caller.signal }));
    await upstream.receives(1);

    caller.abort(new Error(`the session of ${keyId} ended`));

    expect((await failure).kind).toBe('ABORTED');
    expectNoLeak(await failure, []);
    await client.close();
  });
});

it('gives away nothing of a container that is missing', async () => {
  upstream.behaviour = reply(200, { RequestId: 'R-1', [value]: value, ConfigurationRecorder: value });
  const client = clientWith();

  const error = await failureOf(client.call(DescribeConfigurationRecorder, {}));

  expect(error.kind).toBe('BAD_RESPONSE');
  expectNoLeak(error, []);
  await client.close();
});

it.each([
  { ...request, NextToken: `${value}\ud800` },
  { ...request, ResourceId: '', [value]: value },
  { ...request, StartTime: value as unknown as number },
])('gives away nothing of a request that is refused', async (bad) => {
  const client = clientWith();

  const error = await failureOf(client.call(operation(['POST']), bad));

  expect(error.kind).toBe('INVALID_REQUEST');
  expectNoLeak(error, []);
  await client.close();
});

it.each([
  ['a source', { get: () => Promise.reject(new Error(canaries.join(' '))) }],
  ['a source that throws something else', { get: () => Promise.reject(Object.assign(new Error(), { keyId, secret })) }],
  ['the chain', defaultChain({ createChain: () => Promise.reject(new Error(canaries.join(' '))) })],
])('gives away nothing if %s fails', async (_, credentials) => {
  const client = clientWith({ credentials });

  const error = await failureOf(client.call(operation(['POST']), request));

  expect(error.kind).toBe('CREDENTIALS');
  expectNoLeak(error, []);
  await client.close();
});

it('gives away nothing of keys that cannot be signed with', async () => {
  const client = clientWith({ credentials: staticKeys(`${keyId}\ud800`, secret, token) });

  const error = await failureOf(client.call(operation(['POST']), request));

  expect(error.kind).toBe('INVALID_REQUEST');
  expectNoLeak(error, []);
  await client.close();
});
