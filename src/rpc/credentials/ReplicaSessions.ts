import { createHash } from 'node:crypto';
import { RedisUnavailable } from '../../redis/RedisClient';
import type { RedisClient } from '../../redis/RedisClient';
import { defineScript } from '../../redis/Script';
import type { Script } from '../../redis/Script';
import type { Seal } from '../../redis/Seal';
import type { Signal } from '../Cancellation';
import type { Clock } from '../clock';
import type { Credentials } from './credentials';

/** A session, and how long it still lasts. */
export interface OpenSession {
  readonly credentials: Credentials;
  readonly leftMs: number;
}

/** How a session is opened here if no other replica has one. */
export interface SessionOpening {
  /** What makes two sessions the same: role, policy, duration and the rest of the request. */
  readonly terms: readonly unknown[];
  readonly lifetimeMs: number;
  /** One that lasts less than this is not taken. */
  readonly leastMs: number;
  /** Aborted if nobody waits for it any more. */
  readonly signal: Signal;
  readonly open: () => Promise<Credentials>;
}

/** The lock of a replica that opens a session; it renews the lock while it waits for its turn. Milliseconds. */
const [lockMs, renewMs] = [10_000, 3000];
/** How often a replica looks for a session that another one opens, at first and at last. Milliseconds. */
const [firstLookMs, lastLookMs] = [25, 400];

/** ARGV: the process, the least that is left. Returns the session and what is left of it, or who opens it. */
const look = defineScript(`
local left = redis.call('PTTL', KEYS[1])
if left > tonumber(ARGV[2]) then return { 'OPEN', redis.call('GET', KEYS[1]), left } end
if redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ${lockMs}) then return { 'MINE' } end
return { 'WAIT' }`);

const renew = defineScript(`
if redis.call('GET', KEYS[2]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[2], ${lockMs}) end
return 0`);

/** ARGV: the process; the session and how long it lasts, if it was opened. */
const unlock = defineScript(`
if ARGV[2] then redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
if redis.call('GET', KEYS[2]) == ARGV[1] then return redis.call('DEL', KEYS[2]) end
return 0`);

/** ARGV: the mark of the key that was refused. */
const drop = defineScript(`
local value = redis.call('GET', KEYS[1])
if value and string.sub(value, 1, string.len(ARGV[1])) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`);

/**
 * Sessions of roles that all replicas use: one opens it, and the others wait for it. They are in Redis in encrypted form. If Redis
 * is slow or gone, each replica opens its own.
 */
export class ReplicaSessions {
  constructor(private readonly options: { readonly redis: RedisClient; readonly seal: Seal; readonly clock: Clock }) {}

  /** @throws whatever `open` fails with. */
  async get(opening: SessionOpening): Promise<OpenSession> {
    const { clock } = this.options;
    const name = nameOf(opening.terms);
    for (let pauseMs = firstLookMs; !opening.signal.aborted; pauseMs = Math.min(lastLookMs, pauseMs * 1.5)) {
      const [word, value = '', left = 0] = await this.look(name, opening);
      if (word === 'MINE') return this.open(name, opening);
      const credentials = word === 'OPEN' ? this.read(name, value) : undefined;
      if (credentials !== undefined) return { credentials, leftMs: left };
      // It was sealed with another secret, or Redis is not there.
      if (word !== 'WAIT') break;
      await clock.sleep(pauseMs, opening.signal);
    }
    return { credentials: await opening.open(), leftMs: opening.lifetimeMs };
  }

  /** Forgets a session whose keys the upstream has refused. */
  drop(terms: readonly unknown[], credentials: Credentials): void {
    this.tell(drop, nameOf(terms), [markOf(credentials)]);
  }

  private async open(name: string, { open, lifetimeMs }: SessionOpening): Promise<OpenSession> {
    const { redis, clock } = this.options;
    const over = new AbortController();
    void this.keepLock(name, over.signal);
    const askedAt = clock.now();
    try {
      const credentials = await open();
      const leftMs = Math.floor(lifetimeMs - (clock.now() - askedAt));
      const value = this.options.seal.seal(name, JSON.stringify(credentials));
      // Before it is used: the next replica that looks finds it.
      await this.run(unlock, name, [redis.id, `${markOf(credentials)}${value}`, leftMs]);
      return { credentials, leftMs };
    } catch (error) {
      this.tell(unlock, name, [redis.id]);
      throw error;
    } finally {
      over.abort();
    }
  }

  private async keepLock(name: string, signal: AbortSignal): Promise<void> {
    await this.options.clock.sleep(renewMs, signal);
    if (signal.aborted) return;
    this.tell(renew, name, [this.options.redis.id]);
    await this.keepLock(name, signal);
  }

  private async look(name: string, { leastMs }: SessionOpening): Promise<readonly [string, string?, number?]> {
    const answer = await this.run(look, name, [this.options.redis.id, Math.floor(leastMs)]);
    return (answer ?? ['GONE']) as readonly [string, string?, number?];
  }

  private read(name: string, value: string): Credentials | undefined {
    const text = this.options.seal.open(name, value.slice(markLength));
    return text === undefined ? undefined : (JSON.parse(text) as Credentials);
  }

  /** Undefined if Redis is not there. */
  private async run(script: Script, name: string, args: readonly (string | number)[]): Promise<unknown> {
    try {
      return await this.options.redis.run(script, [`{session ${name}}:keys`, `{session ${name}}:lock`], args);
    } catch (error) {
      if (error instanceof RedisUnavailable) return undefined;
      throw error;
    }
  }

  private tell(script: Script, name: string, args: readonly (string | number)[]): void {
    void this.run(script, name, args);
  }
}

const nameOf = (terms: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(terms)).digest('hex');

const markLength = 16;

/** Distinguishes the sessions of one role, and shows nothing of their keys. */
const markOf = ({ accessKeyId }: Credentials): string =>
  createHash('sha256').update(accessKeyId).digest('hex').slice(0, markLength);
