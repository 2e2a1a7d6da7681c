import { pino } from 'pino';
import type { Emulator } from '../../src/emulator';
import { startEmulator } from '../../src/emulator';
import { GetResourceDirectory, StartConfigurationRecorder } from '../../src/operations';
import type { RedisClient } from '../../src/redis/RedisClient';
import type { Upstream } from '../../src/upstream';
import { emulatorUpstream } from '../../src/upstream';
import { describeWithRedis, TestRedis } from '../support/startRedis';

const logger = pino({ level: 'silent' });

describeWithRedis('replicas with a Redis', () => {
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
      upstreams.push(emulatorUpstream({ ...access, cacheMaxBytes: 1_000_000, redis: client }));
    }
  });

  afterAll(async () => {
    await Promise.all(upstreams.map(({ rpc }) => rpc.close()));
    await Promise.all(clients.map((client) => client.close()));
    await emulator.close();
    await redis.stop();
  });

  const readIn = (index: number) => upstreams[index]?.rpc.call(GetResourceDirectory, {});

  it('read again what they had cached if another one has written, and only then', async () => {
    await readIn(0);
    await readIn(1);
    await readIn(1);
    expect(emulator.calls.byAction.GetResourceDirectory).toBe(2);
    const told = new Promise<void>((resolve) => {
      clients[1]?.onChange(resolve);
    });

    await upstreams[0]?.rpc.call(StartConfigurationRecorder, {});
    await told;
    await readIn(1);

    expect(emulator.calls.byAction.GetResourceDirectory).toBe(3);
  });
});
