import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { RedisLedger } from '../../src/ledger/RedisLedger';
import type { RedisClient, RedisState } from '../../src/redis/RedisClient';
import { defineScript } from '../../src/redis/Script';
import { openRedis } from '../../src/redis/openRedis';
import { quotaTake } from '../../src/rpc/quota/quotaScripts';
import { parseSettings } from '../../src/settings';
import { freePort } from '../support/startProcess';
import { connectToRedis, describeWithRedis, TestRedis } from '../support/startRedis';

const echo = defineScript('return ARGV[1]');
const silent = pino({ level: 'silent' });

/** Resolves once the client is in that state. */
const reach = (client: RedisClient, state: RedisState): Promise<void> =>
  new Promise((resolve) => {
    const stop = client.onState((now) => {
      if (now !== state) return;
      stop();
      resolve();
    });
    if (client.status.state !== state) return;
    stop();
    resolve();
  });

describeWithRedis('the client of Redis', () => {
  let redis: TestRedis;
  let client: RedisClient | undefined;
  const log: string[] = [];
  const logger = pino({}, { write: (line: string) => void log.push(line) });

  beforeAll(async () => {
    redis = await TestRedis.start();
  });
  afterEach(async () => {
    await client?.close();
    client = undefined;
    log.length = 0;
  });
  afterAll(() => redis.stop());

  it('runs scripts, those that Redis does not know yet, too', async () => {
    client = await redis.connect({ logger });

    expect(await client.run(echo, ['{a}:key'], ['hello'])).toBe('hello');
    expect(client.status).toEqual({ state: 'UP', reason: undefined, replicas: 1, failures: 0 });
  });

  it('fails at once while Redis stands still, and recovers by itself', async () => {
    client = await redis.connect({ logger, timeoutMs: 100 });
    redis.pause();
    await reach(client, 'SLOW');

    await expect(client.run(echo, ['{a}:key'], ['no'])).rejects.toThrow('Redis is not available (TIMEOUT).');
    const failed = client.status.failures;
    await expect(client.run(echo, ['{a}:key'], ['no'])).rejects.toThrow('Redis is not available');
    expect(client.status.failures - failed).toBeLessThanOrEqual(1);
    redis.resume();
    await reach(client, 'UP');

    expect(await client.run(echo, ['{a}:key'], ['yes'])).toBe('yes');
  });

  it('fails at once while Redis is gone, recovers by itself, and logs each change once', async () => {
    client = await redis.connect({ logger });
    await redis.kill();
    await reach(client, 'DOWN');
    await expect(client.run(echo, ['{a}:key'], ['no'])).rejects.toThrow('Redis is not available');
    await redis.run();
    await reach(client, 'UP');

    expect(await client.run(echo, ['{a}:key'], ['yes'])).toBe('yes');
    expect(log.map((line) => (JSON.parse(line) as { redis: string }).redis)).toEqual(['UP', 'DOWN', 'UP']);
  });

  it('knows how many processes live, and reports to them that the upstream was changed', async () => {
    client = await redis.connect({ logger });
    const other = await redis.connect({ logger: silent });
    const told = new Promise<void>((resolve) => {
      other.onChange(resolve);
    });
    let isToldItself = false;
    client.onChange(() => {
      isToldItself = true;
    });

    client.announceChange();
    await told;

    expect(other.status.replicas).toBe(2);
    expect(isToldItself).toBe(false);
    await other.close();
  });

  it('reports a change that was made while Redis was gone', async () => {
    client = await redis.connect({ logger });
    const other = await redis.connect({ logger: silent });
    const told = new Promise<void>((resolve) => {
      other.onChange(resolve);
    });
    await redis.kill();
    await reach(client, 'DOWN');

    client.announceChange();
    await redis.run();

    await told;
    await other.close();
  });
});

describeWithRedis('a start', () => {
  const open = async (environment: Readonly<Record<string, string>>) => {
    const { settings, problems } = parseSettings(environment);
    if (settings === undefined) throw new Error(problems.join(' '));
    return openRedis(settings, silent);
  };

  it('needs nothing of Redis without REDIS_URL', async () => {
    expect(await open({})).toBeUndefined();
  });

  it('takes a user with few rights, a password, a database and a prefix', async () => {
    // The list of docs/RELIABILITY.md.
    const page = readFileSync(join(__dirname, '..', '..', 'docs', 'RELIABILITY.md'), 'utf8');
    const [, rights = ''] = /the user needs\s+`([^`]+)`/.exec(page) ?? [];
    const user = `gateway on >se,cret ~one:* resetchannels &one:* -@all +@connection ${rights.replace(/\s+/g, ' ')}`;
    const redis = await TestRedis.start(['--user', ...user.split(' ')]);
    const url = `redis://gateway:se%2Ccret@127.0.0.1:${redis.port}/3`;

    const client = await open({ REDIS_URL: url, REDIS_KEY_PREFIX: 'one:', REDIS_TIMEOUT_MS: '1000' });

    expect(await client?.run(echo, ['{a}:key'], ['hello'])).toBe('hello');
    const keys = ['{a}:state', '{a}:sent', '{a}:counted'];
    expect(await client?.run(quotaTake(), keys, [1000, 2, 1, 2, 2, 1000, 'turn', 0])).toEqual([1, '500', '500', 1]);
    if (client !== undefined) {
      const ledger = new RedisLedger({ redis: client, keptMs: 1000 });
      const claim = { key: 'key', inputHash: '', field: 'createAccount', language: 'en' } as const;
      const { entry } = await ledger.claim({ ...claim, subject: { kind: 'directory', accountId: '1' } });
      await ledger.sent(entry.id, 1);
      await ledger.end(entry.id, { outcome: 'SUCCEEDED', errors: [], requestId: null });
      expect((await ledger.seek({ key: 'key' })).entry?.state).toBe('ENDED');
      await ledger.clear();
    }
    await client?.close();
    await expect(open({ REDIS_URL: url, REDIS_KEY_PREFIX: 'two:' })).rejects.toThrow(
      'The Redis of REDIS_URL refuses commands that the gateway needs to this user: docs/RELIABILITY.md lists them (NOPERM).',
    );
    await redis.stop();
  });

  it('ends with a sentence for operators, without the password, for a wrong password', async () => {
    const redis = await TestRedis.start(['--requirepass', 'right']);

    const start = open({ REDIS_URL: `redis://:wrong-secret@127.0.0.1:${redis.port}` });

    await expect(start).rejects.toThrow('The Redis of REDIS_URL refuses the user or password (WRONGPASS).');
    await redis.stop();
  });

  it('uses TLS with an authority of its own, and says so if it does not know it', async () => {
    const tls = join(__dirname, '..', 'support', 'tls');
    const files = ['--tls-cert-file', `${tls}/server.pem`, '--tls-key-file', `${tls}/server.key`];
    const tlsPort = await freePort();
    const ports = ['--tls-port', String(tlsPort), '--tls-auth-clients', 'no'];
    const redis = await TestRedis.start([...ports, ...files, '--tls-ca-cert-file', `${tls}/authority.pem`]);
    const environment = { REDIS_URL: `rediss://localhost:${tlsPort}`, REDIS_TIMEOUT_MS: '1000' };

    await expect(open(environment)).rejects.toThrow('has a certificate that is not trusted: set REDIS_CA_FILE');
    const client = await open({ ...environment, REDIS_CA_FILE: `${tls}/authority.pem` });

    expect(await client?.run(echo, ['{a}:key'], ['hello'])).toBe('hello');
    await client?.close();
    await redis.stop();
  });

  it('goes on without a Redis that does not answer', async () => {
    const client = connectToRedis({ REDIS_URL: 'redis://127.0.0.1:1' }, { logger: silent });

    expect(await client.whenUp(1000)).toBe('ECONNREFUSED');
    expect(client.status).toMatchObject({ state: 'DOWN', reason: 'ECONNREFUSED' });
    await client.close();
  });
});
