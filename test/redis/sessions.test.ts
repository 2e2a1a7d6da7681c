import { pino } from 'pino';
import type { Emulator } from '../../src/emulator';
import { demoAccounts, startEmulator } from '../../src/emulator';
import { DescribeConfigurationRecorder } from '../../src/operations';
import type { RedisClient } from '../../src/redis/RedisClient';
import { defineScript } from '../../src/redis/Script';
import { Seal } from '../../src/redis/Seal';
import type { Upstream } from '../../src/upstream';
import { emulatorUpstream } from '../../src/upstream';
import { describeWithRedis, TestRedis } from '../support/startRedis';

const logger = pino({ level: 'silent' });
const secret = 'a secret that only the replicas have';
const members = [demoAccounts.paymentsProduction, demoAccounts.paymentsTest, demoAccounts.storefrontProduction];
const dump = defineScript(`local all = {}
for _, name in ipairs(redis.call('KEYS', '*')) do
  all[#all + 1] = name
  if redis.call('TYPE', name).ok == 'string' then all[#all + 1] = redis.call('GET', name) end
end
return all`);

describeWithRedis('sessions of roles', () => {
  let redis: TestRedis;
  let emulator: Emulator;
  const clients: RedisClient[] = [];
  const upstreams: Upstream[] = [];

  const startReplica = async (cacheSecrets: readonly string[]): Promise<Upstream> => {
    const client = await redis.connect({ logger });
    clients.push(client);
    const access = { url: emulator.url, accessKeyId: 'testid', accessKeySecret: 'testsecret' };
    const upstream = emulatorUpstream({ ...access, redis: client, cacheSecrets });
    upstreams.push(upstream);
    return upstream;
  };
  const readIn = (upstream: Upstream, accountId: string) =>
    upstream.rpc.call(DescribeConfigurationRecorder, {}, { accountId });
  const opened = () => emulator.calls.byAction.AssumeRole ?? 0;

  beforeEach(async () => {
    redis = await TestRedis.start();
    emulator = await startEmulator({ world: 'demo', quotas: false });
  });
  afterEach(async () => {
    await Promise.all(upstreams.splice(0).map(({ rpc }) => rpc.close()));
    await Promise.all(clients.splice(0).map((client) => client.close()));
    await emulator.close();
    await redis.stop();
  });

  it('are opened once for all replicas, which wait for the one that opens', async () => {
    const replicas = await Promise.all([secret, secret, secret, secret].map((each) => startReplica([each])));
    emulator.faults.add({ kind: 'latency', ms: 200, action: 'AssumeRole' });

    await Promise.all(replicas.flatMap((replica) => members.map((accountId) => readIn(replica, accountId))));

    expect(opened()).toBe(members.length);
  });

  it('are in Redis in encrypted form only, and another secret does not open them', async () => {
    const [one, other] = [await startReplica([secret]), await startReplica(['another secret of thirty-two bytes'])];
    await readIn(one, members[0] ?? '');
    const kept = ((await clients[0]?.run(dump, ['{a}:x'])) as string[]).join('\n');

    await readIn(other, members[0] ?? '');

    expect(kept).toContain('session');
    expect(kept).not.toMatch(/STS\.|accessKey|securityToken|ResourceDirectoryAccountAccessRole/);
    expect(opened()).toBe(2);
  });

  it('are read with the new secret and the old one while it is changed', async () => {
    const old = await startReplica([secret]);
    await readIn(old, members[0] ?? '');

    await readIn(await startReplica(['another secret of thirty-two bytes', secret]), members[0] ?? '');

    expect(opened()).toBe(1);
  });

  it('are opened by each replica itself while Redis is gone', async () => {
    const replicas = [await startReplica([secret]), await startReplica([secret])];
    await redis.kill();

    await Promise.all(replicas.map((replica) => readIn(replica, members[0] ?? '')));

    expect(opened()).toBe(2);
  });

  it('are dropped for all replicas if the upstream refuses one', async () => {
    const replicas = [await startReplica([secret]), await startReplica([secret])];
    for (const replica of replicas) await readIn(replica, members[0] ?? '');
    const action = 'DescribeConfigurationRecorder';
    emulator.faults.add({ kind: 'status', status: 400, code: 'InvalidSecurityToken.Expired', times: 1, action });

    for (const replica of replicas) await readIn(replica, members[0] ?? '');

    expect(opened()).toBe(2);
  });
});

it('a sealed value opens under its own key only, and not if it was changed', () => {
  const seal = new Seal([secret]);
  const value = seal.seal('key', 'text');

  expect(seal.open('key', value)).toBe('text');
  expect(seal.open('other', value)).toBeUndefined();
  expect(seal.open('key', `A${value.slice(1)}`)).toBeUndefined();
  expect(seal.open('key', '')).toBeUndefined();
  expect(seal.seal('key', 'text')).not.toBe(value);
});
