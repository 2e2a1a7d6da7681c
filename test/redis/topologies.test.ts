import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { defineScript } from '../../src/redis/Script';
import { freePort } from '../support/startProcess';
import { connectToRedis, describeWithRedis, TestRedis } from '../support/startRedis';

const logger = pino({ level: 'silent' });
const set = defineScript(`redis.call('SET', KEYS[1], ARGV[1])
return redis.call('GET', KEYS[1])`);

/** Asks until it is so. A slow machine takes its time. */
const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo().catch(() => false))) await sleep(50);
};

describeWithRedis('Redis Cluster', () => {
  it('runs scripts on whichever node has the key', async () => {
    const nodes = await Promise.all([0, 1].map(() => TestRedis.start(['--cluster-enabled', 'yes'])));
    const admins = nodes.map(({ port }) => new Redis(port, '127.0.0.1'));
    await admins[0]?.call('CLUSTER', 'ADDSLOTSRANGE', '0', '8191');
    await admins[1]?.call('CLUSTER', 'ADDSLOTSRANGE', '8192', '16383');
    await admins[0]?.call('CLUSTER', 'MEET', '127.0.0.1', String(nodes[1]?.port));
    for (const admin of admins) await until(async () => (await admin.cluster('INFO')).includes('cluster_state:ok'));
    const urls = nodes.map(({ url }) => url).join(',');

    const client = connectToRedis({ REDIS_URL: urls, REDIS_CLUSTER: 'on' }, { logger });

    expect(await client.whenUp(20_000)).toBeUndefined();
    for (const tag of ['a', 'b', 'c', 'd', 'e']) expect(await client.run(set, [`{${tag}}:key`], [tag])).toBe(tag);
    expect(await Promise.all(admins.map((admin) => admin.dbsize()))).not.toContain(0);
    await client.close();
    for (const admin of admins) admin.disconnect();
    await Promise.all(nodes.map((node) => node.stop()));
  });
});

describeWithRedis('Redis Sentinel', () => {
  let sentinel: ChildProcess | undefined;
  let folder: string;

  afterAll(async () => {
    sentinel?.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  it('goes to the new primary after a failover', async () => {
    const primary = await TestRedis.start();
    const replica = await TestRedis.start(['--replicaof', '127.0.0.1', String(primary.port)]);
    folder = await mkdtemp(join(tmpdir(), 'sentinel-'));
    const port = await freePort();
    const file = join(folder, 'sentinel.conf');
    await writeFile(
      file,
      `port ${port}\nbind 127.0.0.1\ndir ${folder}\nsentinel monitor main 127.0.0.1 ${primary.port} 1\nsentinel down-after-milliseconds main 500\nsentinel failover-timeout main 2000\n`,
    );
    sentinel = spawn('/usr/bin/redis-server', [file, '--sentinel'], { stdio: 'ignore' });
    const admin = new Redis(port, '127.0.0.1', { retryStrategy: () => 100 });
    // Until it listens.
    admin.on('error', () => undefined);
    await until(async () => {
      const replicas = (await admin.call('SENTINEL', 'REPLICAS', 'main')) as string[][];
      return replicas.some((fields) => fields.includes('ok') && fields.includes(String(replica.port)));
    });
    const client = connectToRedis(
      { REDIS_URL: `redis://127.0.0.1:${port}`, REDIS_SENTINEL_MASTER: 'main' },
      { logger },
    );
    expect(await client.whenUp(20_000)).toBeUndefined();
    expect(await client.run(set, ['{a}:key'], ['before'])).toBe('before');

    await primary.kill();
    await until(async () => (await client.run(set, ['{a}:key'], ['after'])) === 'after');

    const direct = new Redis(replica.port, '127.0.0.1');
    expect(await direct.get('test:{a}:key')).toBe('after');
    direct.disconnect();
    admin.disconnect();
    await client.close();
    const ended = once(sentinel, 'exit');
    sentinel.kill('SIGKILL');
    await ended;
    await primary.stop();
    await replica.stop();
  });
});
