import { randomUUID } from 'node:crypto';
import type { Journal } from './Journal';
import type {
  ClaimResult,
  Entry,
  EntryState,
  Ledger,
  MutationClaim,
  MutationEnd,
  MutationKeys,
  Standing,
} from './Ledger';
import { callerHasTooMany, defaultMaxBytes, ledgerIsFull, sizeOf } from './room';

export interface MemoryLedgerOptions {
  /** How long keys are kept, milliseconds. An entry whose end is unknown is kept until it is known. */
  readonly keptMs: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** How much it remembers, as the length of its entries in JSON. Defaults to 64 MiB. */
  readonly maxBytes?: number;
  /** Where it notes what it must not forget. Default: nowhere. */
  readonly journal?: Journal;
  /** What an earlier process noted. */
  readonly entries?: readonly Entry[];
}

interface Kept {
  readonly entry: Entry;
  readonly bytes: number;
  /** The entry that had the same natural key before. */
  readonly before?: string;
}

/** The ledger of one process. With a journal, the next process continues it. */
export class MemoryLedger implements Ledger {
  /** By ID, the oldest first. */
  private readonly kept = new Map<string, Kept>();
  /** The newest entry of each key and natural key. */
  private readonly keys = new Map<string, string>();
  private bytes = 0;
  /** Of each owner. */
  private readonly bytesOf = new Map<string, number>();

  constructor(private readonly options: MemoryLedgerOptions) {
    for (const entry of options.entries ?? []) this.add(entry);
  }

  claim(claim: MutationClaim): Promise<ClaimResult> {
    this.forgetOld();
    const { entry: other, earlier } = this.standing(claim);
    if (other !== undefined) return Promise.resolve({ isNew: false, entry: other });
    const free = (this.options.maxBytes ?? defaultMaxBytes) - this.bytes;
    if (free <= 0) return Promise.reject(ledgerIsFull());
    // As much as is left for others: whatever callers have taken, there is room for the next one.
    if ((this.bytesOf.get(claim.owner ?? '') ?? 0) >= free) return Promise.reject(callerHasTooMany());
    const entry: Entry = { ...claim, id: randomUUID(), state: 'CLAIMED', claimedAt: this.options.now() };
    this.add(entry);
    return Promise.resolve({ isNew: true, entry, earlier });
  }

  seek(keys: MutationKeys): Promise<Standing> {
    return Promise.resolve(this.standing(keys));
  }

  private standing({ key, naturalKey }: MutationKeys): Standing {
    const twin = this.byKey(naturalKey);
    const entry = this.byKey(key) ?? (twin?.state === 'ENDED' ? undefined : twin);
    return { entry, earlier: twin?.end?.outcome === 'REJECTED' ? undefined : twin };
  }

  async sent(id: string, sentAt: number): Promise<void> {
    const entry: Entry = { ...this.get(id), state: 'SENT', sentAt };
    await this.options.journal?.append({ entry });
    this.replace(entry);
  }

  async end(id: string, end: MutationEnd): Promise<void> {
    const entry: Entry = { ...this.get(id), state: end.outcome === 'UNKNOWN' ? 'UNKNOWN' : 'ENDED', end };
    if (entry.state === 'ENDED' && entry.key === undefined && entry.naturalKey === undefined) {
      // Nobody can ask for it.
      await this.release(id);
      return;
    }
    // What memory knows is true, whether or not it can be kept.
    this.replace(entry);
    await this.options.journal?.append({ entry });
  }

  async release(id: string): Promise<void> {
    const entry = this.entry(id);
    if (entry === undefined) return;
    this.remove(id);
    if (entry.state !== 'CLAIMED') await this.options.journal?.append({ released: id });
  }

  find(id: string): Promise<Entry | undefined> {
    return Promise.resolve(this.entry(id));
  }

  unresolved(): Promise<readonly Entry[]> {
    const entries = [...this.kept.values()].map(({ entry }) => entry);
    return Promise.resolve(entries.filter(({ state }) => state === 'UNKNOWN'));
  }

  counts(): Readonly<Record<EntryState, number>> {
    const counts = { CLAIMED: 0, SENT: 0, UNKNOWN: 0, ENDED: 0 };
    for (const { entry } of this.kept.values()) counts[entry.state] += 1;
    return counts;
  }

  /** Forgets all of it: the upstream has begun anew. Only an emulator does. */
  async clear(): Promise<void> {
    this.kept.clear();
    this.keys.clear();
    this.bytes = 0;
    this.bytesOf.clear();
    await this.options.journal?.append({ cleared: true });
  }

  /** Leaves its file to the next process. */
  async close(): Promise<void> {
    await this.options.journal?.close();
  }

  private entry(id: string): Entry | undefined {
    return this.kept.get(id)?.entry;
  }

  private get(id: string): Entry {
    const entry = this.entry(id);
    if (entry === undefined) throw new Error('There is no such entry in the ledger.');
    return entry;
  }

  private byKey(key: string | undefined): Entry | undefined {
    const id = key === undefined ? undefined : this.keys.get(key);
    return id === undefined ? undefined : this.entry(id);
  }

  private add(entry: Entry): void {
    const { id, key, naturalKey } = entry;
    const before = naturalKey === undefined ? undefined : this.keys.get(naturalKey);
    const bytes = sizeOf(entry);
    this.grow(entry, bytes);
    this.kept.set(id, { entry, bytes, before });
    for (const each of [key, naturalKey]) if (each !== undefined) this.keys.set(each, id);
  }

  private grow({ owner }: Entry, bytes: number): void {
    this.bytes += bytes;
    if (owner === undefined) return;
    const own = (this.bytesOf.get(owner) ?? 0) + bytes;
    if (own === 0) this.bytesOf.delete(owner);
    else this.bytesOf.set(owner, own);
  }

  private replace(entry: Entry): void {
    const last = this.kept.get(entry.id);
    // It was cleared while it was noted.
    if (last === undefined) return;
    const bytes = sizeOf(entry);
    this.grow(entry, bytes - last.bytes);
    this.kept.set(entry.id, { ...last, entry, bytes });
  }

  private remove(id: string): void {
    const kept = this.kept.get(id);
    if (kept === undefined) return;
    const { entry, bytes, before } = kept;
    this.grow(entry, -bytes);
    this.kept.delete(id);
    if (entry.key !== undefined) this.keys.delete(entry.key);
    if (entry.naturalKey === undefined || this.keys.get(entry.naturalKey) !== id) return;
    // What was carried out before it is the last one again.
    if (before !== undefined && this.kept.has(before)) this.keys.set(entry.naturalKey, before);
    else this.keys.delete(entry.naturalKey);
  }

  private forgetOld(): void {
    const { now, keptMs } = this.options;
    for (const [id, { entry }] of this.kept) {
      if (now() - entry.claimedAt < keptMs) return;
      if (entry.state === 'ENDED') this.remove(id);
    }
  }
}
