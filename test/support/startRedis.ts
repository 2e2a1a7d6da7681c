import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RedisClientOptions } from '../../src/redis/RedisClient';
import { RedisClient } from '../../src/redis/RedisClient';
import { openRedisLink } from '../../src/redis/RedisLink';
import { systemClock } from '../../src/rpc/clock';
import { parseSettings } from '../../src/settings';
import { freePort } from './startProcess';

const binary = process.env.REDIS_SERVER ?? '/usr/bin/redis-server';

const isInstalled = (): boolean => {
  try {
    accessSync(binary, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** `describe`, or one that skips and says why: `apt-get install redis-server` brings what is missing. */
export const describeWithRedis = isInstalled() ? describe : describe.skip;
if (!isInstalled()) console.warn(`Tests with Redis are skipped: there is no ${binary}. Install redis-server.`);

/** A Redis of this test alone, on a free port. */
export class TestRedis {
  private process?: ChildProcess;

  private constructor(
    readonly port: number,
    private readonly folder: string,
    private readonly args: readonly string[],
  ) {}

  /** @param args of redis-server, besides those for the port and the folder. */
  static async start(args: readonly string[] = []): Promise<TestRedis> {
    const redis = new TestRedis(await freePort(), await mkdtemp(join(tmpdir(), 'redis-')), args);
    await redis.run();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it, with what it has kept. */
  async run(): Promise<void> {
    const usual = [
      '--bind',
      '127.0.0.1',
      '--dir',
      this.folder,
      '--save',
      '',
      '--appendonly',
      'yes',
      '--appendfsync',
      'always',
    ];
    this.process = spawn(binary, ['--port', String(this.port), ...usual, ...this.args], { stdio: 'ignore' });
    while (!(await this.isListening())) {
      if (this.process.exitCode !== null) throw new Error(`redis-server ended with ${this.process.exitCode}.`);
      await sleep(20);
    }
  }

  /** Ends it at once. It keeps what it had answered. */
  async kill(): Promise<void> {
    const { process: child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'exit');
    child.kill('SIGKILL');
    await closed;
  }

  /** Lets it stand still: connections stay open, and nothing is answered. */
  pause(): void {
    this.process?.kill('SIGSTOP');
  }

  resume(): void {
    this.process?.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** A client of it, as the gateway has one. The caller closes it. */
  async connect(options: Partial<RedisClientOptions> & Pick<RedisClientOptions, 'logger'>): Promise<RedisClient> {
    const client = connectToRedis({ REDIS_URL: this.url }, options);
    await client.whenUp(10_000);
    return client;
  }

  private async isListening(): Promise<boolean> {
    const socket = connect(this.port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      // While it loads what it has kept, it listens already.
      socket.write('PING\r\n');
      const [answer] = (await once(socket, 'data')) as [Buffer];
      return /^\+PONG|^-NOAUTH/.test(answer.toString());
    } catch {
      return false;
    } finally {
      socket.destroy();
    }
  }
}

/** A client as the settings of the environment say. A slow machine is no reason to take Redis for slow. */
export const connectToRedis = (
  environment: Readonly<Record<string, string>>,
  options: Partial<RedisClientOptions> & Pick<RedisClientOptions, 'logger'>,
): RedisClient => {
  const { settings, problems } = parseSettings(environment);
  if (settings === undefined) throw new Error(problems.join(' '));
  return new RedisClient(openRedisLink(settings.redisAccess), {
    clock: systemClock,
    keyPrefix: 'test:',
    timeoutMs: 1000,
    ...options,
  });
};
