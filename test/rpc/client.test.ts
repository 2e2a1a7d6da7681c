import { RpcError } from '../../src/errors/RpcError';
import {
  DescribeConfigurationRecorder,
  EnrollAccount,
  GetCallerIdentity,
  GetEnrolledAccount,
  GetResourceConfigurationTimeline,
  InitResourceDirectory,
} from '../../src/operations';
import type { Operation, RequestOf, ResponseOf } from '../../src/operations/operation';
import type { Call } from '../../src/rpc/Call';
import type { RpcClient, SharedRpcClient } from '../../src/rpc/client';
import { createRpcClient, defaultPolicies } from '../../src/rpc/client';
import type { CredentialsTarget } from '../../src/rpc/credentials/credentials';
import { NoCredentials } from '../../src/rpc/credentials/credentials';
import { staticKeys } from '../../src/rpc/credentials/staticKeys';
import type { Attempt } from '../../src/rpc/observer';
import type { Policy } from '../../src/rpc/policies/policy';
import { ManualClock } from '../unit/rpc/manualClock';
import { clientOf, failureOf, policiesOn } from './clients';
import { goodBody, hang, reply, Upstream } from './upstream';

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

/** Answers the given replies one after another, and the last for ever. */
function inTurn(...replies: ReturnType<typeof reply>[]) {
  upstream.behaviour = (response, request) => {
    const behaviour = replies[Math.min(upstream.received.length, replies.length) - 1];
    behaviour?.(response, request);
  };
}

const sentForm = (index = 0) => Object.fromEntries(new URLSearchParams(upstream.received[index]?.body));

it('sends a call as a signed form, with the protocol’s parameters', async () => {
  const frozen = clientOf(upstream, { nonce: () => 'n-1', wallTime: () => Date.UTC(2026, 0, 1) });

  await frozen.call(GetEnrolledAccount, { AccountUid: '1000000000000001' });

  expect(upstream.received[0]).toMatchObject({
    method: 'POST',
    url: '/',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(sentForm()).toEqual({
    Action: 'GetEnrolledAccount',
    Version: '2021-01-20',
    Format: 'JSON',
    AccountUid: '1000000000000001',
    AccessKeyId: 'testid',
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: 'n-1',
    Timestamp: '2026-01-01T00:00:00Z',
    Signature: expect.stringMatching(/^[A-Za-z0-9+/]{27}=$/) as string,
  });
  await frozen.close();
});

it('uses GET if the operation knows nothing else', async () => {
  const getOnly: Operation = { ...GetCallerIdentity, methods: ['GET'] };

  await client.call(getOnly, {});

  expect(upstream.received[0]).toMatchObject({ method: 'GET', body: '' });
  expect(upstream.received[0]?.url).toMatch(/^\/\?AccessKeyId=testid&Action=GetCallerIdentity&/);
});

it('sends a nonce and a signature of its own with every attempt', async () => {
  inTurn(reply(503, {}), reply(503, {}), reply(200, goodBody));

  await client.call(GetCallerIdentity, {});

  const forms = [0, 1, 2].map((index) => sentForm(index));
  expect(new Set(forms.map(({ SignatureNonce }) => SignatureNonce)).size).toBe(3);
  expect(new Set(forms.map(({ Signature }) => Signature)).size).toBe(3);
});

it('sends nothing of a request that does not fit', async () => {
  const where = { ResourceId: 'i-1', ResourceType: 'ACS::ECS::Instance', Region: 'cn-hangzhou' };

  const error = await failureOf(client.call(GetResourceConfigurationTimeline, { ...where, Limit: 500 }));

  expect(error).toMatchObject({ kind: 'INVALID_REQUEST', detail: 'Limit must be 1 to 100, but got 500' });
  expect(upstream.received).toEqual([]);
});

it('asks each product at its own endpoint', async () => {
  const other = await Upstream.start();
  const endpoints = {
    'cloud-config': other.origin,
    'resource-manager': 'http://127.0.0.1:1',
    governance: 'http://127.0.0.1:1',
    actiontrail: 'http://127.0.0.1:1',
  };
  const split = createRpcClient({
    endpoints: { ...endpoints, sts: upstream.origin },
    credentials: staticKeys('testid', 'testsecret'),
  });

  await split.call(GetCallerIdentity, {});
  await split.call(DescribeConfigurationRecorder, {});

  expect(sentForm()).toMatchObject({ Action: 'GetCallerIdentity' });
  expect(other.received).toHaveLength(1);
  await split.close();
  await other.close();
});

it('refuses a bad endpoint at the start', () => {
  const endpoints = { 'cloud-config': 'x', 'resource-manager': 'x', governance: 'x', sts: 'x', actiontrail: 'x' };

  expect(() => createRpcClient({ endpoints, credentials: staticKeys('a', 'b') })).toThrow('An endpoint must be');
});

it('fails a call of a product whose endpoint is none, before anything is sent', async () => {
  const lost = createRpcClient({ endpoints: () => 'https://example.com/path', credentials: staticKeys('a', 'b') });

  const error = await failureOf(lost.call(GetCallerIdentity, {}));

  expect(error).toMatchObject({ kind: 'NOT_SENT', detail: 'the product has no usable endpoint' });
});

it('informs the observer of every attempt, and of nothing that was not one', async () => {
  inTurn(
    reply(503, { RequestId: 'R-1', Code: 'ServiceUnavailable' }),
    reply(400, { RequestId: 'R-2', Code: 'Throttling.User' }, { 'x-acs-retry-after': '0' }),
    reply(200, goodBody),
  );
  const attempts: Attempt[] = [];
  const bound = client.withContext({ onAttempt: (attempt) => attempts.push(attempt) });

  await bound.call(GetCallerIdentity, {});
  await failureOf(bound.call(GetEnrolledAccount, { AccountUid: 'x' }));

  const common = { product: 'Sts', action: 'GetCallerIdentity', durationMs: expect.any(Number) as number };
  expect(attempts).toEqual([
    { ...common, attempt: 1, outcome: 'SERVER', code: 'ServiceUnavailable', httpStatus: 503, requestId: 'R-1' },
    { ...common, attempt: 2, outcome: 'THROTTLING', code: 'Throttling.User', httpStatus: 400, requestId: 'R-2' },
    { ...common, attempt: 3, outcome: 'DONE', httpStatus: 200, requestId: goodBody.RequestId },
  ]);
});

it('does not let an observer change what a call gives', async () => {
  const bound = client.withContext({
    onAttempt: () => {
      throw new Error('the observer fell over');
    },
  });

  await expect(bound.call(InitResourceDirectory, {})).resolves.toMatchObject({ RequestId: goodBody.RequestId });
});

it('heeds the signals of the request and of the call', async () => {
  upstream.behaviour = hang;
  const request = new AbortController();
  const call = new AbortController();
  const bound = client.withContext({ signal: request.signal });
  const one = failureOf(bound.call(GetCallerIdentity, {}, { signal: call.signal }));
  const two = failureOf(bound.call(GetCallerIdentity, {}, { signal: new AbortController().signal }));
  await upstream.receives(2);

  call.abort();
  expect((await one).kind).toBe('ABORTED');
  request.abort();
  expect((await two).kind).toBe('ABORTED');
});

it('keeps the deadline of the request, whichever call comes last in it', async () => {
  const clock = new ManualClock();
  const timed = clientOf(upstream, { clock });
  const bound = timed.withContext({ deadlineMs: 1000 });
  await bound.call(GetCallerIdentity, {});

  clock.advance(851);
  const error = await failureOf(bound.call(GetCallerIdentity, {}));

  expect(error.kind).toBe('TIMEOUT');
  expect(upstream.received).toHaveLength(1);
  await timed.close();
});

it('puts policies around each other in their order', async () => {
  const seen: string[] = [];
  const policy = (name: string): Policy => ({
    execute: async (call, next) => {
      seen.push(`${name} in`);
      const answer = await next(call);
      seen.push(`${name} out`);
      return answer;
    },
  });
  const wrapped = clientOf(upstream, { policies: [policy('outer'), policy('inner')] });

  await wrapped.call(GetCallerIdentity, {});

  expect(seen).toEqual(['outer in', 'inner in', 'inner out', 'outer out']);
  await wrapped.close();
});

it('passes to policies who asks, in which account, and whether it is urgent', async () => {
  const seen: Partial<Call>[] = [];
  const policy: Policy = {
    execute: ({ caller, accountId, urgent }, next) => {
      seen.push({ caller, accountId, urgent });
      return next({ operation: GetCallerIdentity, parameters: {}, credentials: staticKeys('a', 'b'), attempt: 1 });
    },
  };
  const wrapped = clientOf(upstream, { policies: [policy] });

  await wrapped.call(GetCallerIdentity, {});
  await wrapped.withContext({ caller: 'req-1' }).call(GetCallerIdentity, {}, { accountId: '1108201', urgent: true });
  await wrapped.withContext({ caller: 'req-2', isUrgent: () => true }).call(GetCallerIdentity, {});

  expect(seen).toEqual([
    {},
    { caller: 'req-1', accountId: '1108201', urgent: true },
    { caller: 'req-2', urgent: true },
  ]);
  await wrapped.close();
});

it('ends a read by its signal even without any policy', async () => {
  upstream.behaviour = hang;
  const bare = clientOf(upstream, { policies: [] });
  const caller = new AbortController();
  const failure = failureOf(bare.call(GetCallerIdentity, {}, { signal: caller.signal }));
  await upstream.receives(1);

  caller.abort();

  expect((await failure).kind).toBe('ABORTED');
  await bare.close();
});

it('has deadline, credentials, retry and attempt timeout for policies of its own, and a circuit breaker in two places', () => {
  expect(defaultPolicies({ sparing: false })).toHaveLength(policiesOn(new ManualClock()).length);
  expect(defaultPolicies()).toHaveLength(policiesOn(new ManualClock()).length + 3);
});

describe('credentials', () => {
  it('signs with the token of temporary ones', async () => {
    const temporary = clientOf(upstream, { credentials: staticKeys('STS.id', 'secret', 'token+/=') });

    await temporary.call(GetCallerIdentity, {});

    expect(sentForm()).toMatchObject({ AccessKeyId: 'STS.id', SecurityToken: 'token+/=' });
    await temporary.close();
  });

  it('are requested with every attempt, so that renewed ones count at once', async () => {
    inTurn(reply(503, {}), reply(200, goodBody));
    let number = 0;
    const rotating = clientOf(upstream, {
      credentials: { get: () => Promise.resolve({ accessKeyId: `id-${(number += 1)}`, accessKeySecret: 's' }) },
    });

    await rotating.call(GetCallerIdentity, {});

    expect([sentForm(0).AccessKeyId, sentForm(1).AccessKeyId]).toEqual(['id-1', 'id-2']);
    await rotating.close();
  });

  it('are chosen by operation and account, for one request by a source of its own', async () => {
    const asked: string[] = [];
    const sourceOf = (name: string) => ({
      get: ({ operation, accountId }: CredentialsTarget) => {
        asked.push([name, operation.action, accountId].join(' '));
        return Promise.resolve({ accessKeyId: name, accessKeySecret: 's' });
      },
    });
    const choosing = clientOf(upstream, { credentials: sourceOf('shared') });

    await choosing.call(GetCallerIdentity, {}, { accountId: '1734905562810937' });
    await choosing.withContext({ credentials: sourceOf('own') }).call(GetCallerIdentity, {});

    expect(asked).toEqual(['shared GetCallerIdentity 1734905562810937', 'own GetCallerIdentity ']);
    expect([sentForm(0).AccessKeyId, sentForm(1).AccessKeyId]).toEqual(['shared', 'own']);
    await choosing.close();
  });

  it('fail the call with the failure of the call that was to bring them', async () => {
    const denied = new RpcError({ product: 'Sts', action: 'AssumeRole', kind: 'CLIENT', code: 'NoPermission' });
    const barred = clientOf(upstream, { credentials: { get: () => Promise.reject(denied) } });

    expect(await failureOf(barred.call(GetCallerIdentity, {}))).toBe(denied);
    await barred.close();
  });

  it.each([
    [new NoCredentials('nothing in the drawer'), 'nothing in the drawer'],
    [new Error('the secret is swordfish'), 'no credentials could be had'],
  ])('that cannot be had fail the call, with words of our own', async (reason, detail) => {
    const poor = clientOf(upstream, { credentials: { get: () => Promise.reject(reason) } });

    const error = await failureOf(poor.call(GetCallerIdentity, {}));

    expect(error).toMatchObject({ kind: 'CREDENTIALS', detail });
    expect(upstream.received).toEqual([]);
    await poor.close();
  });

  it('that take too long fail the call, and a caller who goes does not wait for them', async () => {
    const clock = new ManualClock();
    const slow = clientOf(upstream, { clock, credentials: { get: () => new Promise(() => undefined) } });
    const caller = new AbortController();
    const late = failureOf(slow.call(GetCallerIdentity, {}));
    const gone = failureOf(slow.call(InitResourceDirectory, {}, { signal: caller.signal }));

    caller.abort();
    expect((await gone).kind).toBe('ABORTED');
    clock.advance(10_000);
    expect(await late).toMatchObject({ kind: 'NOT_SENT', detail: 'no credentials in time' });
    expect(upstream.received).toEqual([]);
    await slow.close();
  });
});

it('infers requests and answers from the operation', async () => {
  const identity = await client.call(GetCallerIdentity, {});
  const accountId: string = identity.AccountId;
  const arn: string | undefined = identity.Arn;
  const { AccountUid }: { AccountUid: string } = await client.call(EnrollAccount, { Tag: [{ Key: 'a' }] });
  expect([accountId, arn, AccountUid]).toEqual([goodBody.AccountId, undefined, '1000000000000001']);

  /** A helper as loaders have them, over any operation. */
  const over = <O extends Operation>(rpc: RpcClient, operation: O) => ({
    ask: (request: RequestOf<O>): Promise<ResponseOf<O>> => rpc.call(operation, request),
  });
  const { ConfigurationRecorder } = await over(client, DescribeConfigurationRecorder).ask({});
  expect(ConfigurationRecorder.ConfigurationRecorderStatus).toBe('REGISTERED');

  // Never called: what must not compile.
  const mistakes = (): readonly unknown[] => [
    // @ts-expect-error -- a required parameter is missing
    client.call(GetEnrolledAccount, {}),
    // @ts-expect-error -- ids are text
    client.call(GetEnrolledAccount, { AccountUid: 1 }),
    // @ts-expect-error -- no such parameter
    client.call(EnrollAccount, { AccountName: 'x' }),
    // @ts-expect-error -- no such field in the answer
    (): unknown => identity.AccountName,
  ];
  expect(mistakes).toBeInstanceOf(Function);
});
