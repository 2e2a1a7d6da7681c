import type { Emulator, FaultRuleInput } from '../../src/emulator';
import { startEmulator } from '../../src/emulator';
import type { RpcFailureKind } from '../../src/errors/RpcError';
import {
  DescribeConfigurationRecorder,
  EnrollAccount,
  GetCallerIdentity,
  GetResourceDirectory,
  InitResourceDirectory,
  StartConfigurationRecorder,
} from '../../src/operations';
import type { SharedRpcClient } from '../../src/rpc/client';
import { createRpcClient } from '../../src/rpc/client';
import { staticKeys } from '../../src/rpc/credentials/staticKeys';
import { waitingTime } from '../support/waitingTime';
import { failureOf, policiesOn } from './clients';

let emulator: Emulator;
let rpc: SharedRpcClient;

const clientWith = (id: string, secret: string) =>
  createRpcClient({
    endpoints: () => emulator.url,
    credentials: staticKeys(id, secret),
    clock: waitingTime,
    policies: policiesOn(waitingTime),
  });

beforeEach(async () => {
  emulator = await startEmulator({ world: 'fresh', quotas: false });
  rpc = clientWith('testid', 'testsecret');
});

afterEach(async () => {
  await rpc.close();
  await emulator.close();
});

it('reads and writes through signatures that the emulator has checked with code of its own', async () => {
  const { AccountId } = await rpc.call(GetCallerIdentity, {});
  const { ResourceDirectory: made } = await rpc.call(InitResourceDirectory, {});
  const { ResourceDirectory: read } = await rpc.call(GetResourceDirectory, {});
  await rpc.call(StartConfigurationRecorder, { EnterpriseEdition: false });
  const { ConfigurationRecorder } = await rpc.call(DescribeConfigurationRecorder, {});

  expect(made.MasterAccountId).toBe(AccountId);
  expect(read.ResourceDirectoryId).toBe(made.ResourceDirectoryId);
  expect(ConfigurationRecorder.ConfigurationRecorderStatus).toBe('BUILDING');
  expect(emulator.calls.all().map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
});

it('sends lists so that the emulator reads them', async () => {
  const error = await failureOf(
    rpc.call(EnrollAccount, {
      AccountNamePrefix: 'sandbox',
      DisplayName: '沙箱 account *~(1)!',
      BaselineItems: [{ Name: 'no such item', Skip: true, Config: '{"a":[1]}' }],
      Tag: [{ Key: 'env', Value: '开发' }],
    }),
  );

  // Refused for the state of its world, so everything before that was right.
  expect(error).toMatchObject({ kind: 'CLIENT', documented: expect.any(Object) as object });
});

it.each([
  ['testid', 'wrong', 'SignatureDoesNotMatch'],
  ['nobody', 'testsecret', 'InvalidAccessKeyId.NotFound'],
])('learns that the key %s with the secret %s is refused', async (id, secret, code) => {
  const stranger = clientWith(id, secret);

  const error = await failureOf(stranger.call(GetCallerIdentity, {}));

  expect(error).toMatchObject({ kind: 'AUTH', code });
  expect(emulator.calls.total).toBe(1);
  await stranger.close();
});

const faults: [FaultRuleInput, RpcFailureKind, number][] = [
  [{ kind: 'status', status: 500 }, 'SERVER', 3],
  [{ kind: 'status', status: 503, code: 'ServiceUnavailable' }, 'SERVER', 3],
  [{ kind: 'throttle', retryAfterMs: 0 }, 'THROTTLING', 3],
  [{ kind: 'throttle', retryAfterMs: 60_000 }, 'THROTTLING', 1],
  [{ kind: 'reset' }, 'CONNECTION', 3],
  [{ kind: 'reset', when: 'after' }, 'CONNECTION', 3],
  [{ kind: 'resetInBody' }, 'BAD_RESPONSE', 3],
  [{ kind: 'truncated' }, 'BAD_RESPONSE', 2],
  [{ kind: 'html' }, 'BAD_RESPONSE', 2],
  [{ kind: 'html', status: 502 }, 'BAD_RESPONSE', 2],
  [{ kind: 'empty' }, 'BAD_RESPONSE', 2],
];

it.each(faults)('after %j a read fails with %s in %d calls', async (rule, kind, calls) => {
  emulator.faults.add(rule);

  const error = await failureOf(rpc.call(GetCallerIdentity, {}));

  expect(error.kind).toBe(kind);
  expect(emulator.calls.total).toBe(calls);
});

it.each(faults)(
  'after %j a write has taken effect once at most, and is sent again only if it is throttled',
  async (rule, kind) => {
    emulator.faults.add(rule);

    const error = await failureOf(rpc.call(InitResourceDirectory, {}));

    expect(error.kind).toBe(kind);
    expect(emulator.calls.total).toBe(kind === 'THROTTLING' && error.retryAfterMs !== 60_000 ? 3 : 1);
    expect(emulator.calls.effects().length).toBeLessThanOrEqual(1);
  },
);

it.each([
  [{ kind: 'status', times: 2 }],
  [{ kind: 'reset', times: 2 }],
  [{ kind: 'throttle', retryAfterMs: 1, times: 1 }],
] as [FaultRuleInput][])('a read gets over %j', async (rule) => {
  emulator.faults.add(rule);

  await expect(rpc.call(GetCallerIdentity, {})).resolves.toHaveProperty('AccountId');
});

it.each([
  [{ kind: 'oddCasing' }],
  [{ kind: 'idsAs', as: 'number' }],
  [{ kind: 'idsAs', as: 'string' }],
  [{ kind: 'unknownEnum' }],
] as [FaultRuleInput][])('reads the same account out of an answer with %j', async (rule) => {
  await rpc.call(StartConfigurationRecorder, {});
  const { AccountId } = await rpc.call(GetCallerIdentity, {});
  emulator.faults.add(rule);

  await expect(rpc.call(GetCallerIdentity, {})).resolves.toMatchObject({ AccountId });
  await expect(rpc.call(DescribeConfigurationRecorder, {})).resolves.toHaveProperty('ConfigurationRecorder');
});
