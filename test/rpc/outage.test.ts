import type { Emulator } from '../../src/emulator';
import { startEmulator } from '../../src/emulator';
import { GetAccount, GetCallerIdentity } from '../../src/operations';
import type { SharedRpcClient } from '../../src/rpc/client';
import { createRpcClient, defaultPolicies } from '../../src/rpc/client';
import { staticKeys } from '../../src/rpc/credentials/staticKeys';
import { attemptTimeout } from '../../src/rpc/policies/attemptTimeout';
import { deadline } from '../../src/rpc/policies/deadline';
import type { Policy } from '../../src/rpc/policies/policy';
import { readyCredentials } from '../../src/rpc/policies/readyCredentials';
import { retry } from '../../src/rpc/policies/retry';
import { RetryBudgets } from '../../src/rpc/protection/RetryBudgets';
import { ManualClock } from '../unit/rpc/manualClock';

/** How many calls reach an upstream that fails all of them, for each call of a client. */

/** Stands still until the test moves it, and no pause lasts: chance makes each as short as it may be. */
class StillClock extends ManualClock {
  override sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return ms === 0 ? Promise.resolve() : super.sleep(ms, signal);
  }
}

let emulator: Emulator;
let clock: StillClock;
let client: SharedRpcClient;

beforeEach(async () => {
  emulator = await startEmulator({ quotas: false });
  clock = new StillClock();
});

afterEach(async () => {
  await client.close();
  await emulator.close();
});

const start = (policies: readonly Policy[]) => {
  client = createRpcClient({
    endpoints: () => emulator.url,
    credentials: staticKeys('testid', 'testsecret'),
    clock,
    policies,
  });
};

const random = () => 0;
const budgetAlone = () => [
  deadline({ clock }),
  readyCredentials({ clock }),
  retry({ clock, random, budgets: new RetryBudgets() }),
  attemptTimeout({ clock }),
];

/** Makes so many calls, one after the other. @returns how many reached the upstream for each. */
const amplification = async (calls: number, everyMs: number): Promise<number> => {
  const before = emulator.calls.total;
  for (let call = 0; call < calls; call += 1) {
    await client.call(GetCallerIdentity, {}).catch(() => undefined);
    clock.advance(everyMs);
  }
  return (emulator.calls.total - before) / calls;
};

it('is at most 1.10 over a thousand calls by the retry budget alone, and at most 1.02 when the outage lasts', async () => {
  start(budgetAlone());
  emulator.faults.add({ kind: 'status' });

  const first = await amplification(1000, 30);
  const later = await amplification(300, 30);

  expect(first).toBeGreaterThan(1);
  expect(first).toBeLessThanOrEqual(1.1);
  expect(later).toBeLessThanOrEqual(1.02);
});

it('does not keep failures that pass from being retried', async () => {
  start(budgetAlone());
  emulator.faults.add({ kind: 'status', times: 3 });
  let failed = 0;
  for (let call = 0; call < 200; call += 1) {
    if (call % 20 === 10) emulator.faults.add({ kind: 'status', times: 1 });
    await client.call(GetCallerIdentity, {}).catch(() => (failed += 1));
    clock.advance(200);
  }

  // The first of all met three failures; each of the others had a retry that was paid for.
  expect(failed).toBe(1);
});

it('is far below one with the circuit breaker: a probe now and then', async () => {
  start(defaultPolicies({ clock, random }));
  emulator.faults.add({ kind: 'status' });

  const first = await amplification(1000, 30);
  const later = await amplification(1000, 30);

  // Five failures in a row, and probes after 5, 10 and 20 s, each of them retried at most twice.
  expect(first).toBeLessThanOrEqual(0.02);
  expect(later).toBeLessThanOrEqual(0.005);
});

it('goes back to one call for each when the upstream is well: the first probe closes the circuit', async () => {
  start(defaultPolicies({ clock, random }));
  emulator.faults.add({ kind: 'status' });
  await amplification(10, 30);
  emulator.faults.clear();
  clock.advance(5000);

  expect(await amplification(100, 30)).toBe(1);
});

it('does not open the circuit of one product for the failures of another', async () => {
  start(defaultPolicies({ clock, random }));
  emulator.faults.add({ kind: 'status', action: 'GetCallerIdentity' });
  await amplification(10, 30);

  const { Account } = await client.call(GetAccount, { AccountId: '1734905562810937' });

  expect(Account.AccountId).toBe('1734905562810937');
});

it.each([
  ['throttling', { kind: 'throttle', retryAfterMs: 0 } as const],
  ['refusals', { kind: 'status', status: 403, code: 'Forbidden.RAM' } as const],
])('%s never open the circuit', async (_, rule) => {
  start(defaultPolicies({ clock, random }));
  emulator.faults.add({ ...rule, times: 40 });
  for (let call = 0; call < 40; call += 1) {
    await client.call(GetCallerIdentity, {}).catch(() => undefined);
    clock.advance(30);
  }

  await expect(client.call(GetCallerIdentity, {})).resolves.toMatchObject({ AccountId: expect.any(String) as string });
});
