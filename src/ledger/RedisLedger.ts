import { randomUUID } from 'node:crypto';
import { UserError } from '../errors/UserError';
import { RedisUnavailable } from '../redis/RedisClient';
import type { RedisClient } from '../redis/RedisClient';
import type { Script } from '../redis/Script';
import type { ClaimResult, Entry, Ledger, MutationClaim, MutationEnd, MutationKeys, Standing } from './Ledger';
import { ledgerScripts } from './ledgerScripts';
import { leftBehind } from './leftBehind';
import { callerHasTooMany, defaultMaxBytes, ledgerIsFull, sizeOf } from './room';

export interface RedisLedgerOptions {
  readonly redis: Pick<RedisClient, 'id' | 'run' | 'onState'>;
  /** How long keys are kept, milliseconds. An entry whose end is unknown is kept until it is known. */
  readonly keptMs: number;
  /** How much it remembers, as the length of its entries in JSON. Defaults to 64 MiB. */
  readonly maxBytes?: number;
  readonly scripts?: ReturnType<typeof ledgerScripts>;
}

/** An entry of this process. */
interface Own {
  entry: Entry;
  readonly fence: string;
  /** Nobody can ask for it any more. */
  isForgotten?: boolean;
  /** Milliseconds since the epoch. Set once Redis has its end, or has forgotten it. */
  settledAt?: number;
}

/** How long an entry of this process is kept here after it has ended. Milliseconds. */
const shadowMs = 60_000;

/** An ID and the fields of an entry, as a script returns them. */
type Found = readonly [id: string, fields: readonly string[]] | readonly [];

/**
 * The ledger that all replicas share. If Redis is slow or gone, nothing is claimed or sent. What this process has claimed, it
 * knows by itself, so that a mutation on the wire ends as it would; its end is kept as soon as Redis is back.
 *
 * A claim has a fence. If its process dies, or stands still for more than ten seconds, others take over: what was only claimed
 * can be claimed again, and then the first claim can no longer send. What was sent is found out.
 */
export class RedisLedger implements Ledger {
  readonly isShared = true;
  private readonly own = new Map<string, Own>();
  /** What Redis does not have yet, by entry. */
  private readonly owed = new Map<string, () => Promise<unknown>>();
  private readonly scripts: ReturnType<typeof ledgerScripts>;
  private readonly stopListening: () => void;

  constructor(private readonly options: RedisLedgerOptions) {
    this.scripts = options.scripts ?? ledgerScripts();
    this.stopListening = options.redis.onState((state) => {
      if (state === 'UP') this.payOwed();
    });
  }

  async claim(claim: MutationClaim): Promise<ClaimResult> {
    this.forgetSettled();
    const id = randomUUID();
    // Redis decides about the time.
    const bytes = sizeOf({ ...claim, id, state: 'CLAIMED', claimedAt: 0 });
    const answer = await this.ask(claim, id, bytes, false);
    const [word, standing = [], earlier = []] = answer;
    if (word === 'FULL') throw ledgerIsFull();
    if (word === 'OWNER') throw callerHasTooMany();
    const found = toEntry(standing);
    if (found === undefined) throw new TypeError('Expected an entry of the ledger.');
    if (word === 'OTHER') return { isNew: false, entry: found };
    this.own.set(id, { entry: found, fence: fieldsOf(standing).fence ?? '' });
    return { isNew: true, entry: found, earlier: unlessRejected(toEntry(earlier)) };
  }

  async seek(keys: MutationKeys): Promise<Standing> {
    const [, entry = [], earlier = []] = await this.ask(keys, '', 0, true);
    return { entry: toEntry(entry), earlier: unlessRejected(toEntry(earlier)) };
  }

  async sent(id: string, sentAt: number): Promise<void> {
    const own = this.get(id);
    const entry: Entry = { ...own.entry, state: 'SENT', sentAt };
    const isKept = await this.run(this.scripts.sent, [id, own.fence, sentAt, sizeOf(entry)]);
    if (isKept !== 1) throw new Error('Another process has taken this claim over.');
    own.entry = entry;
  }

  async end(id: string, end: MutationEnd): Promise<void> {
    const own = this.own.get(id);
    const known = own?.entry ?? (await this.find(id));
    if (known === undefined) return;
    const entry: Entry = { ...known, state: end.outcome === 'UNKNOWN' ? 'UNKNOWN' : 'ENDED', end };
    const isForgotten = entry.state === 'ENDED' && entry.key === undefined && entry.naturalKey === undefined;
    // What memory knows is true, whether or not it can be kept.
    if (own !== undefined) Object.assign(own, { entry, isForgotten });
    await this.owe(id, entry.state === 'ENDED', () =>
      this.run(this.scripts.end, [id, entry.state, JSON.stringify(end), sizeOf(entry), isForgotten ? 1 : 0]),
    );
  }

  async release(id: string): Promise<void> {
    const own = this.own.get(id);
    if (own === undefined) return;
    this.own.delete(id);
    await this.owe(id, true, () => this.run(this.scripts.release, [id, own.fence]));
  }

  async find(id: string): Promise<Entry | undefined> {
    const { entry: own, isForgotten = false } = this.own.get(id) ?? {};
    if (isForgotten) return undefined;
    // Another process may have found out how it ended.
    if (own !== undefined && own.state !== 'UNKNOWN') return own;
    try {
      const fields = (await this.run(this.scripts.find, [id])) as readonly string[];
      return toEntry([id, fields]);
    } catch (error) {
      if (own === undefined) throw error;
      return own;
    }
  }

  /** Takes over what dead processes have left. */
  async unresolved(): Promise<readonly Entry[]> {
    const found = (await this.run(this.scripts.adopt, [this.options.redis.id])) as readonly Found[];
    return found.map(toEntry).filter((entry) => entry !== undefined);
  }

  /** Forgets all of it: the upstream has begun anew. Only an emulator does. */
  async clear(): Promise<void> {
    this.own.clear();
    await this.run(this.scripts.clear, []);
  }

  close(): Promise<void> {
    this.stopListening();
    return Promise.resolve();
  }

  private async ask(
    claim: MutationKeys & Partial<MutationClaim>,
    id: string,
    bytes: number,
    isSought: boolean,
  ): Promise<readonly [word: string, entry?: Found, earlier?: Found]> {
    const { redis, keptMs, maxBytes = defaultMaxBytes } = this.options;
    const { key = '', naturalKey = '', owner = '' } = claim;
    const most = [keptMs, maxBytes, isSought ? 1 : 0];
    const args = [JSON.stringify(claim), id, key, naturalKey, owner, bytes, redis.id, ...most];
    return (await this.run(this.scripts.claim, args)) as readonly [string, Found?, Found?];
  }

  /** @throws UserError if Redis is not there: nothing is claimed or sent. */
  private async run(script: Script, args: readonly (string | number)[]): Promise<unknown> {
    try {
      return await this.options.redis.run(script, ['{replicas}:ledger', '{replicas}:alive'], args);
    } catch (error) {
      if (error instanceof RedisUnavailable) throw ledgerIsOut();
      throw error;
    }
  }

  /** Does it now, or as soon as Redis is there. Rejects if it could not be done now. */
  private async owe(id: string, isLast: boolean, keep: () => Promise<unknown>): Promise<void> {
    const attempt = async (): Promise<void> => {
      await keep();
      if (this.owed.get(id) === attempt) this.owed.delete(id);
      const own = this.own.get(id);
      if (isLast && own !== undefined) own.settledAt = Date.now();
    };
    this.owed.set(id, attempt);
    await attempt();
  }

  private payOwed(): void {
    for (const pay of this.owed.values()) void pay().catch(() => undefined);
  }

  private get(id: string): Own {
    const own = this.own.get(id);
    if (own === undefined) throw new Error('There is no such entry in the ledger.');
    return own;
  }

  private forgetSettled(): void {
    const now = Date.now();
    for (const [id, { settledAt = Infinity }] of this.own) if (now - settledAt > shadowMs) this.own.delete(id);
  }
}

const unlessRejected = (entry: Entry | undefined): Entry | undefined =>
  entry?.end?.outcome === 'REJECTED' ? undefined : entry;

const fieldsOf = ([, fields = []]: Found): Readonly<Record<string, string>> => {
  const pairs: [string, string][] = [];
  for (let index = 0; index < fields.length; index += 2) pairs.push([fields[index] ?? '', fields[index + 1] ?? '']);
  return Object.fromEntries(pairs);
};

const toEntry = (found: Found): Entry | undefined => {
  const { claim, state, claimedAt, sentAt, end } = fieldsOf(found);
  const [id] = found;
  if (id === undefined || claim === undefined || state === undefined) return undefined;
  const entry: Entry = {
    ...(JSON.parse(claim) as MutationClaim),
    id,
    state: state as Entry['state'],
    claimedAt: Number(claimedAt),
    ...(sentAt !== undefined && { sentAt: Number(sentAt) }),
    ...(end !== undefined && { end: JSON.parse(end) as MutationEnd }),
  };
  return entry.state === 'UNKNOWN' && entry.end === undefined ? leftBehind(entry) : entry;
};

const ledgerIsOut = (): UserError =>
  new UserError(
    'OVERLOADED',
    {
      en: 'The gateway cannot reach the mutation ledger that its replicas share, so it begins no mutation. Nothing was sent. Try again later.',
      zh: '网关无法访问各副本共享的变更台账，因此不开始变更操作。未发送任何请求，请稍后重试。',
    },
    undefined,
    true,
  );
