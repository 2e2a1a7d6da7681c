import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '../rpc/clock';
import type { RedisLink } from './RedisLink';
import type { Script } from './Script';
import { defineScript, redisNow } from './Script';
import { codeOf } from './codeOf';

/**
 * - `UP`: commands are sent.
 * - `SLOW`: the last one took too long. None is sent but a heartbeat.
 * - `DOWN`: there is no connection, or Redis refuses commands.
 */
export type RedisState = 'UP' | 'SLOW' | 'DOWN';

/** How Redis is, for health checks and metrics. */
export interface RedisStatus {
  readonly state: RedisState;
  /** Why it is not up: a code of the system's or of Redis, such as `ECONNREFUSED`, `TIMEOUT` or `OOM`. */
  readonly reason?: string;
  /** How many processes have shown a sign of life lately, this one included. As it was last known. */
  readonly replicas: number;
  /** How many commands failed or came too late since the start. */
  readonly failures: number;
}

/** Redis did not carry out a command, or not in time: nothing is known of its effect. */
export class RedisUnavailable extends Error {
  override readonly name = 'RedisUnavailable';

  /** @param reason a code, never a text of Redis. */
  constructor(readonly reason: string) {
    super(`Redis is not available (${reason}).`);
  }
}

export interface RedisClientOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly keyPrefix: string;
  /** How long a command may take, milliseconds. */
  readonly timeoutMs: number;
}

/** How often a sign of life is given while Redis is up, and how often it is looked for while it is not. Milliseconds. */
const [heartbeatMs, probeMs] = [1000, 250];

/** How often a start looks whether it is up. Milliseconds. */
const lookMs = 20;

/** A process without a sign of life for so long is dead, or stands still. Milliseconds. */
export const deadAfterMs = 10_000;

/** So long processes are remembered. Milliseconds. */
const rememberedMs = 3_600_000;

/** If there was no sign of life of any process for so long, each has gone on alone. Milliseconds. */
const aloneAfterMs = 2500;
/** Then this is how long they report what they have done alone before they act as one again. Milliseconds. */
const settleMs = 3000;

/**
 * ARGV: the process. Returns how many live, the count of changes, and how long all of them still go on alone. The last is the
 * same moment for all.
 */
const heartbeat = defineScript(`${redisNow}
local newest = redis.call('ZREVRANGE', KEYS[1], 0, 0, 'WITHSCORES')
if not newest[2] or now - newest[2] > ${aloneAfterMs} then
  redis.call('SET', KEYS[3], string.format('%.3f', now + ${settleMs}))
end
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ${rememberedMs})
local from = tonumber(redis.call('GET', KEYS[3]) or '0')
return {
  redis.call('ZCOUNT', KEYS[1], now - ${deadAfterMs}, '+inf'),
  redis.call('GET', KEYS[2]) or '0',
  math.ceil(math.max(0, from - now)),
}`);

const leave = defineScript(`return redis.call('ZREM', KEYS[1], ARGV[1])`);

const change = defineScript(`return tostring(redis.call('INCR', KEYS[1]))`);

/**
 * The state that replicas share. A command that takes too long, or fails, fails its sender at once, and all that come after it
 * until a heartbeat is answered in time: nobody waits for a Redis that is slow or gone.
 */
export class RedisClient {
  /** Names this process, and no earlier one. */
  readonly id = randomUUID();
  private state: RedisState = 'DOWN';
  private reason: string | undefined = 'CONNECTING';
  private since: number;
  private replicas = 1;
  private failures = 0;
  private isClosed = false;
  /** Until then all processes go on alone, by the clock. */
  private aloneUntil = -Infinity;
  /** When this process last had to go on alone, by the clock. */
  private lostAt: number;
  private stopBeat: () => void = () => undefined;
  private readonly listeners = new Set<(state: RedisState) => void>();
  /** The count of changes as it was last known. Undefined before it was ever read. */
  private changes?: string;
  /** Whether a change of this process still has to be reported to the others. */
  private owesChange = false;
  private readonly changeListeners = new Set<() => void>();

  constructor(
    private readonly link: RedisLink,
    private readonly options: RedisClientOptions,
  ) {
    this.since = options.clock.now();
    this.lostAt = this.since;
    link.onLost((code) => {
      this.become('DOWN', code ?? 'CONNECTION');
    });
    link.subscribe(this.key('changes'), (count) => {
      this.see(count);
    });
    this.beat();
  }

  get status(): RedisStatus {
    const { state, reason, replicas, failures } = this;
    return { state, reason, replicas, failures };
  }

  get isUp(): boolean {
    return this.state === 'UP';
  }

  /** Whether all processes act as one now. For some seconds after Redis was gone, each still acts alone, and reports what it does. */
  get isShared(): boolean {
    return this.isUp && this.options.clock.now() >= this.aloneUntil;
  }

  /** Since when this process has acted alone, if it does, by the clock. */
  get aloneSince(): number {
    return this.lostAt;
  }

  /** The name of a key or channel in Redis. */
  key(name: string): string {
    return this.options.keyPrefix + name;
  }

  /**
   * Runs a script.
   *
   * @param names of its keys, without the prefix.
   * @throws RedisUnavailable. Whether the script has run is not known then.
   */
  run(script: Script, names: readonly string[], args: readonly (string | number)[] = []): Promise<unknown> {
    if (!this.isUp) return Promise.reject(new RedisUnavailable(this.reason ?? this.state));
    return this.send(script, names, args);
  }

  /** Calls back whenever the state has changed. @returns what ends that. */
  onState(listener: (state: RedisState) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Reports to all replicas that the upstream was changed, so that they forget what they have read. If Redis is not up, it does
   * so as soon as it is.
   */
  announceChange(): void {
    this.owesChange = true;
    if (this.isUp) void this.payChange();
  }

  /** Calls back if another replica has changed the upstream, a second later at most while Redis is up. */
  onChange(listener: () => void): void {
    this.changeListeners.add(listener);
  }

  /** The count of changes as it was last known. */
  get changeCount(): string {
    return this.changes ?? '0';
  }

  /** What `INFO` says of a section, by name. @throws RedisUnavailable. */
  info(section: string): Promise<ReadonlyMap<string, string>> {
    return this.inTime(() => this.link.info(section));
  }

  /**
   * Waits until it is up, so long at most.
   *
   * @param isHopeless whether there is no use in waiting for that reason to pass.
   * @returns the code of the reason if it is not up.
   */
  async whenUp(ms: number, isHopeless: (reason: string) => boolean = () => false): Promise<string | undefined> {
    const { clock } = this.options;
    const until = clock.now() + ms;
    while (!this.isUp && clock.now() < until && !isHopeless(this.reason ?? '')) await clock.sleep(lookMs);
    return this.isUp ? undefined : (this.reason ?? this.state);
  }

  /** Signs this process off, and disconnects. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.stopBeat();
    await this.run(leave, ['{replicas}:alive'], [this.id]).catch(() => undefined);
    this.link.close();
  }

  private async send(script: Script, names: readonly string[], args: readonly (string | number)[]): Promise<unknown> {
    const keys = names.map((name) => this.key(name));
    return this.inTime(() => this.link.run(script, keys, args));
  }

  /** @throws RedisUnavailable if it fails or takes too long. */
  private inTime<T>(command: () => Promise<T>): Promise<T> {
    const { clock, timeoutMs } = this.options;
    return new Promise((resolve, reject) => {
      let isOver = false;
      const fail = (state: RedisState, reason: string): void => {
        if (isOver) return;
        isOver = true;
        stop();
        this.failures += 1;
        this.become(state, reason);
        reject(new RedisUnavailable(reason));
      };
      const stop = clock.after(timeoutMs, () => {
        // If this process was late itself, the answer is here already, and is read before this.
        setImmediate(() => {
          fail('SLOW', 'TIMEOUT');
        });
      });
      command().then(
        (answer) => {
          if (isOver) return;
          isOver = true;
          stop();
          resolve(answer);
        },
        (error: unknown) => {
          fail('DOWN', codeOf(error));
        },
      );
    });
  }

  /** Gives a sign of life, and looks whether Redis is up. */
  private beat(): void {
    void (async () => {
      try {
        if (!this.link.isReady) return;
        const keys = ['{replicas}:alive', '{replicas}:changes', '{replicas}:from'];
        const [replicas, changes, aloneMs] = (await this.send(heartbeat, keys, [this.id])) as [number, string, number];
        this.replicas = replicas;
        if (aloneMs > 0) this.aloneUntil = this.options.clock.now() + aloneMs;
        this.become('UP');
        if (this.owesChange) void this.payChange();
        this.see(changes);
      } catch (error) {
        if (!(error instanceof RedisUnavailable)) throw error;
      } finally {
        if (!this.isClosed) {
          this.stopBeat = this.options.clock.after(this.isUp ? heartbeatMs : probeMs, () => {
            this.beat();
          });
        }
      }
    })();
  }

  private async payChange(): Promise<void> {
    this.owesChange = false;
    try {
      const count = (await this.run(change, ['{replicas}:changes'])) as string;
      // It was this process that changed something.
      this.changes = count;
      await this.inTime(() => this.link.publish(this.key('changes'), count));
    } catch {
      this.owesChange = true;
    }
  }

  /** Compares the count of changes with what was known. */
  private see(count: string): void {
    const known = this.changes;
    this.changes = count;
    if (known === undefined || known === count) return;
    for (const listener of this.changeListeners) listener();
  }

  private become(state: RedisState, reason?: string): void {
    if (this.isClosed) return;
    const { clock, logger } = this.options;
    const before = this.state;
    // A command that was on the way says less than the connection itself.
    if (before === state && reason === 'CONNECTION') return;
    this.state = state;
    this.reason = state === 'UP' ? undefined : reason;
    if (before === state) return;
    const lastedMs = Math.round(clock.now() - this.since);
    this.since = clock.now();
    if (before === 'UP') this.lostAt = this.since;
    const about = { redis: state, before, lastedMs, reason: this.reason, replicas: this.replicas };
    if (state === 'UP') logger.info(about, 'Redis is up: replicas share their state');
    else
      logger.error(
        about,
        'Redis is not available: reads go on with local limits, and mutations are rejected if their ledger is there',
      );
    for (const listener of [...this.listeners]) listener(state);
  }
}
