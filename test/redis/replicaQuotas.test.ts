import { setTimeout as sleep } from 'node:timers/promises';
import type { Emulator } from '../../src/emulator';
import { startEmulator } from '../../src/emulator';
import { Replicas } from '../support/replicas';
import { isSoak } from '../support/soak';
import { describeWithRedis, TestRedis } from '../support/startRedis';

/*
 * Four replicas offer ten times what the upstream allows. The emulator has the documented quotas, counts calls in sliding windows
 * by its own clock, and throttles what is too much.
 */

/** ListAccounts: 20 a second. Each of these fields is one call. */
const fields = 30;
const query = `{ ${Array.from({ length: fields }, (_, index) => `a${index}: accounts(first: ${index + 1}) { pageInfo { hasNextPage } }`).join(' ')} }`;
const loadMs = isSoak ? 30_000 : 5000;
/** 210 calls a second. */
const requestEveryMs = 1000 / 7;

const ask = async (url: string): Promise<string> => {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' },
    body: JSON.stringify({ query }),
  });
  return answer.text();
};

describeWithRedis('four replicas at ten times the quota', () => {
  let emulator: Emulator;
  let redis: TestRedis;
  let replicas: Replicas;

  beforeAll(async () => {
    emulator = await startEmulator({ world: 'demo', quotas: true });
    redis = await TestRedis.start();
    replicas = await Replicas.start(4, {
      EMULATOR_URL: emulator.url,
      REDIS_URL: redis.url,
      REDIS_TIMEOUT_MS: '500',
      REPLICAS: '4',
    });
  }, 600_000);
  afterAll(async () => {
    await replicas.stop();
    await redis.stop();
    await emulator.close();
  });
  beforeEach(() => {
    emulator.calls.clear();
  });

  /** Offers load. @param halfway runs in the middle. */
  const offer = async (halfway: () => Promise<void> = () => Promise.resolve()) => {
    const answers: Promise<string>[] = [];
    const startedAt = performance.now();
    let halved: Promise<void> | undefined;
    for (let sent = 0; performance.now() - startedAt < loadMs; sent += 1) {
      answers.push(ask(replicas.url));
      if (performance.now() - startedAt > loadMs / 2) halved ??= halfway();
      await sleep(Math.max(0, startedAt + (sent + 1) * requestEveryMs - performance.now()));
    }
    await halved;
    await Promise.all(answers);
    const calls = emulator.calls.of('ListAccounts');
    const throttled = calls.filter(({ code }) => code === 'Throttling.User').length;
    const seconds = (performance.now() - startedAt) / 1000;
    const figures = {
      offered: answers.length * fields,
      calls: calls.length,
      throttled,
      perSecond: calls.length / seconds,
    };
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    return figures;
  };

  it('are never throttled, and use the whole share', async () => {
    // Until they act as one.
    await sleep(3500);

    const { throttled, perSecond } = await offer();

    expect(throttled).toBe(0);
    // 16 a second is the share.
    expect(perSecond).toBeGreaterThan(10);
  }, 120_000);

  // In the soak alone: beside other tests, processes stand still for longer than the quota has room for.
  if (!isSoak) return;

  it('are never throttled when Redis is killed under load, and when it is back', async () => {
    const { throttled, calls } = await offer(async () => {
      await redis.kill();
      await sleep(1000);
      await redis.run();
    });

    expect(throttled).toBe(0);
    expect(calls).toBeGreaterThan(20);
  }, 120_000);
});
