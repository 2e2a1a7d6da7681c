import { pino } from 'pino';
import type { Emulator } from '../../src/emulator';
import { startEmulator } from '../../src/emulator';
import { GetResourceDirectory, ListAccounts } from '../../src/operations';
import type { RedisClient } from '../../src/redis/RedisClient';
import type { Upstream } from '../../src/upstream';
import { emulatorUpstream } from '../../src/upstream';
import { describeWithRedis, TestRedis } from '../support/startRedis';

const logger = pino({ level: 'silent' });
const quota = { sharePercent: 80, replicas: 2, unknownReadsPerMinute: 300, unknownWritesPerMinute: 60 };

describeWithRedis('quotas of two replicas', () => {
  let redis: TestRedis;
  let emulator: Emulator;
  const clients: RedisClient[] = [];
  const upstreams: Upstream[] = [];

  beforeAll(async () => {
    redis = await TestRedis.start();
    emulator = await startEmulator({ world: 'demo', quotas: false });
    for (let count = 0; count < 2; count += 1) {
      const client = await redis.connect({ logger });
      clients.push(client);
      const access = { url: emulator.url, accessKeyId: 'testid', accessKeySecret: 'testsecret' };
      upstreams.push(emulatorUpstream({ ...access, quota, redis: client }));
    }
    // For some seconds after the first one has come, each acts alone.
    while (!clients.every(({ isShared }) => isShared)) await new Promise((resolve) => setTimeout(resolve, 50));
  });
  afterAll(async () => {
    await Promise.all(upstreams.map(({ rpc }) => rpc.close()));
    await Promise.all(clients.map((client) => client.close()));
    await emulator.close();
    await redis.stop();
  });

  it('hold all replicas for the wait that the upstream asked one of them for', async () => {
    emulator.faults.add({ kind: 'throttle', action: 'GetResourceDirectory', retryAfterMs: 1000, times: 1 });

    const first = upstreams[0]?.rpc.call(GetResourceDirectory, {});
    while (emulator.calls.of('GetResourceDirectory').every(({ code }) => code === null)) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    await upstreams[1]?.rpc.call(GetResourceDirectory, {});
    await first;

    const [throttled, ...later] = emulator.calls.of('GetResourceDirectory').map(({ time }) => Date.parse(time));
    expect(later).toHaveLength(2);
    for (const time of later) expect(time - (throttled ?? 0)).toBeGreaterThanOrEqual(1000);
  });

  it('are one quota, whichever replica uses it', async () => {
    // 20 a second: 10 at once for all, 16 in any second.
    const startedAt = performance.now();
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        Promise.resolve(upstreams[index % 4 === 0 ? 1 : 0]?.rpc.call(ListAccounts, { PageSize: index + 1 })),
      ),
    );

    const times = emulator.calls.of('ListAccounts').map(({ time }) => Date.parse(time));
    // Each arrives a little later than it was sent.
    const fullest = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length));
    expect(fullest).toBeLessThanOrEqual(20);
    expect(performance.now() - startedAt).toBeLessThan(30_000);
  });
});
