import { generatedWorld } from '../../../src/emulator';
import { actionNow } from '../../support/cloudConfigVersion';
import { SimulatedTime } from '../../support/simulatedTime';
import type { GatewayOptions, AnswerWithCost, TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';
import { every } from '../../unit/rpc/manualClock';

/*
 * Members whose sessions have to be opened first, all of them from one quota of STS: 100 a second, of which the gateway
 * takes 50 at once and 80 in any second. In simulated time, over an emulator that enforces it.
 */

const size = 700;
const { accountId } = generatedWorld(size);
/** Those that have the role and can be read; the generated world leaves it out in one of twenty, and suspends some. */
const members = Array.from({ length: size }, (_, index) => index)
  .filter((index) => index % 20 !== 13 && index % 97 !== 3)
  .map(accountId);
const bulk = members.slice(0, 580);
const [member = '', other = '', third = ''] = members.slice(-3);

let time: SimulatedTime;
let gateway: TestGateway;
const start = async (options: GatewayOptions = {}, tickMs = 10): Promise<void> => {
  time = new SimulatedTime(undefined, every(tickMs));
  gateway = await startGateway({ accounts: size, quotas: true, clock: time, ...options });
};
afterEach(() => gateway.stop());

interface Recorders {
  readonly _entities: readonly (object | null)[];
}

/** As a router asks that resolves a neighbor's accounts. */
const recordersOf = (ids: readonly string[], signal?: AbortSignal): Promise<AnswerWithCost<Recorders>> =>
  gateway.ask<Recorders>(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ConfigurationRecorder { status } } }`,
    { of: ids.map((id) => ({ __typename: 'ConfigurationRecorder', accountId: id })) },
    {},
    signal,
  );
const recorderOf = (id: string, headers?: Record<string, string>) =>
  gateway.ask(`{ configurationRecorder(accountId: "${id}") { status } }`, {}, headers);

const sessionsOpened = () => gateway.emulator.calls.of('AssumeRole').length;
const untilOpened = async (count: number): Promise<void> => {
  while (sessionsOpened() < count) await new Promise(setImmediate);
};
const codesOf = ({ errors = [] }: Pick<AnswerWithCost, 'errors'>) => errors.map(({ extensions }) => extensions?.code);

describe('while one document opens hundreds of sessions', () => {
  it.each([
    ['reads a member that it has not asked for', () => recorderOf(member)],
    ['reads a member that it has asked for, and whose turn is far off', () => recorderOf(bulk.at(-1) ?? '')],
    [
      'writes to a member',
      () => gateway.ask(`mutation { startConfigurationRecorder(input: { accountId: "${other}" }) { outcome } }`),
    ],
    [
      'writes to a member whose session the document waits for',
      () =>
        gateway.ask(
          `mutation { startConfigurationRecorder(input: { accountId: "${bulk.at(-2) ?? ''}" }) { outcome } }`,
        ),
    ],
  ])('another request %s within a few turns', async (_, ask) => {
    await start();
    const client = new AbortController();
    const document = recordersOf(bulk, client.signal).catch(() => undefined);
    let tookMs = Infinity;
    const both = (async () => {
      await untilOpened(60);
      const askedAt = time.now();
      const answer = await ask();
      tookMs = time.now() - askedAt;
      client.abort();
      await document;
      return answer;
    })();

    const answer = await time.passUntil(both);

    expect(answer.errors).toBeUndefined();
    // Two turns of the pace behind what goes at once, 32 ms each; the rest is what a slow machine takes meanwhile.
    expect(tookMs).toBeLessThan(1000);
    expect(sessionsOpened()).toBeLessThan(100);
  });

  it('its sessions are not opened once its client has gone, except those that others wait for', async () => {
    await start();
    const client = new AbortController();
    const gone = recordersOf(bulk, client.signal).catch((error: unknown) => error);
    const shared = bulk.slice(-5);
    const rest = (async () => {
      await untilOpened(60);
      const answer = recordersOf(shared);
      await untilOpened(65);
      client.abort();
      await gone;
      return answer;
    })();

    const answer = await time.passUntil(rest);
    // So long as they would all have been opened in.
    await time.passUntil(time.sleep(10_000));

    expect(answer.errors).toBeUndefined();
    expect(sessionsOpened()).toBeLessThan(120);
    expect(time.asleep).toBe(0);
  });
});

it('fails reads whose session cannot be opened in time with its used-up quota, and says when to come back', async () => {
  // A tenth of the quota is 8 a second: some 160 in the time that a request has for them.
  await start({ replicas: 10 }, 50);
  const asked = bulk.slice(0, 300);

  const answer = await time.passUntil(recordersOf(asked));

  const { data, errors = [] } = answer;
  const given = data?._entities.filter((recorder) => recorder !== null).length ?? 0;
  expect(given).toBeGreaterThan(150);
  expect(given).toBeLessThan(170);
  expect(new Set(codesOf(answer))).toEqual(new Set(['UPSTREAM_THROTTLED']));
  expect(errors).toHaveLength(asked.length - given);
  const waits = errors.map(({ extensions }) => extensions?.retryAfterMs as number);
  expect(Math.min(...waits)).toBeGreaterThan(0);
  expect(Math.max(...waits)).toBeLessThanOrEqual(40_000);
  expect(sessionsOpened()).toBe(given);
});

describe('opening a session', () => {
  it('may take what the request has left, and the read has its own time after it', async () => {
    await start();
    const { faults } = gateway.emulator;
    faults.add({ kind: 'throttle', action: 'AssumeRole', retryAfterMs: 6500, times: 2 });
    faults.add({ kind: 'latency', action: actionNow('DescribeConfigurationRecorder'), ms: 2500 });
    const before = time.now();

    const { data, errors } = await time.passUntil(recorderOf(member));

    expect(errors).toBeUndefined();
    expect(data).toEqual({ configurationRecorder: { status: expect.any(String) as string } });
    expect(time.now() - before).toBeGreaterThan(15_000);
  });

  it('ends if the upstream hangs, after three attempts', async () => {
    await start();
    gateway.emulator.faults.add({ kind: 'hang', action: 'AssumeRole' });
    const before = time.now();

    const answer = await time.passUntil(recorderOf(member));

    expect(codesOf(answer)).toEqual(['UPSTREAM_TIMEOUT']);
    expect(answer.errors?.[0]?.extensions?.upstream).toEqual({ action: 'AssumeRole' });
    expect(time.now() - before).toBeLessThan(12_000);
    expect(sessionsOpened()).toBe(3);
  });

  it('and the read after it end within what the request has', async () => {
    await start();
    const { faults } = gateway.emulator;
    faults.add({ kind: 'throttle', action: 'AssumeRole', retryAfterMs: 9000, times: 2 });
    faults.add({ kind: 'hang', action: actionNow('DescribeConfigurationRecorder') });
    const before = time.now();

    const answer = await time.passUntil(recorderOf(member));

    expect(codesOf(answer)).toEqual(['UPSTREAM_TIMEOUT']);
    expect(time.now() - before).toBeLessThan(26_000);
  });

  it('fails at once if the upstream asks to wait for longer than the request has', async () => {
    await start();
    gateway.emulator.faults.add({ kind: 'throttle', action: 'AssumeRole', retryAfterMs: 21_000 });
    const before = time.now();

    const answer = await time.passUntil(recorderOf(third));

    expect(answer.errors).toMatchObject([{ extensions: { code: 'UPSTREAM_THROTTLED', retryAfterMs: 21_000 } }]);
    expect(time.now() - before).toBeLessThan(1000);
  });
});

it('repeats the refusal of a role with its age, and asks again for whom it is too old', async () => {
  await start();
  const roleless = accountId(13);
  await time.passUntil(recorderOf(roleless));

  const again = await time.passUntil(recorderOf(roleless));
  expect(sessionsOpened()).toBe(1);
  const fresh = await time.passUntil(recorderOf(roleless, { 'cache-control': 'no-cache' }));

  expect(sessionsOpened()).toBe(2);
  expect([codesOf(again), codesOf(fresh)]).toEqual([['FORBIDDEN'], ['FORBIDDEN']]);
  expect(again.extensions.cache).toEqual({ answers: 1, oldestAgeMs: expect.any(Number) as number });
  expect(fresh.extensions.cache).toBeUndefined();
});
