import { randomUUID } from 'node:crypto';
import type { Journal } from './Journal';
import type { ClaimResult, Entry, Ledger, MutationClaim, MutationEnd } from './Ledger';

export interface MemoryLedgerOptions {
  /** How long keys are kept, milliseconds. An entry whose end is unknown is kept until it is known. */
  readonly keptMs: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Where it notes what it must not forget. Default: nowhere. */
  readonly journal?: Journal;
  /** What an earlier process noted. */
  readonly entries?: readonly Entry[];
}

/** The ledger of one process. With a journal, the next process continues it. */
export class MemoryLedger implements Ledger {
  /** By ID, the oldest first. */
  private readonly entries = new Map<string, Entry>();
  /** The newest entry of each key and natural key. */
  private readonly keys = new Map<string, string>();

  constructor(private readonly options: MemoryLedgerOptions) {
    for (const entry of options.entries ?? []) this.put(entry);
  }

  claim(claim: MutationClaim): Promise<ClaimResult> {
    this.forgetOld();
    const twin = this.byKey(claim.naturalKey);
    const found = this.byKey(claim.key) ?? (twin?.state === 'ENDED' ? undefined : twin);
    if (found !== undefined) return Promise.resolve({ isNew: false, entry: found });
    const entry: Entry = { ...claim, id: randomUUID(), state: 'CLAIMED', claimedAt: this.options.now() };
    this.put(entry);
    const earlier = twin?.end?.outcome === 'REJECTED' ? undefined : twin;
    return Promise.resolve({ isNew: true, entry, earlier });
  }

  async sent(id: string, sentAt: number): Promise<void> {
    const entry: Entry = { ...this.get(id), state: 'SENT', sentAt };
    await this.options.journal?.append({ entry });
    this.put(entry);
  }

  async end(id: string, end: MutationEnd): Promise<void> {
    const entry: Entry = { ...this.get(id), state: end.outcome === 'UNKNOWN' ? 'UNKNOWN' : 'ENDED', end };
    // What memory knows is true, whether or not it can be kept.
    this.put(entry);
    await this.options.journal?.append({ entry });
  }

  async release(id: string): Promise<void> {
    const entry = this.entries.get(id);
    if (entry === undefined) return;
    this.remove(entry);
    if (entry.state !== 'CLAIMED') await this.options.journal?.append({ released: id });
  }

  find(id: string): Entry | undefined {
    return this.entries.get(id);
  }

  unresolved(): readonly Entry[] {
    return [...this.entries.values()].filter(({ state }) => state === 'UNKNOWN');
  }

  /** Forgets all of it: the upstream has begun anew. Only an emulator does. */
  async clear(): Promise<void> {
    this.entries.clear();
    this.keys.clear();
    await this.options.journal?.append({ cleared: true });
  }

  private get(id: string): Entry {
    const entry = this.entries.get(id);
    if (entry === undefined) throw new Error('There is no such entry in the ledger.');
    return entry;
  }

  private byKey(key: string | undefined): Entry | undefined {
    const id = key === undefined ? undefined : this.keys.get(key);
    return id === undefined ? undefined : this.entries.get(id);
  }

  private put(entry: Entry): void {
    this.entries.set(entry.id, entry);
    this.keys.set(entry.key, entry.id);
    if (entry.naturalKey !== undefined) this.keys.set(entry.naturalKey, entry.id);
  }

  private remove({ id, key, naturalKey }: Entry): void {
    this.entries.delete(id);
    this.keys.delete(key);
    if (naturalKey === undefined || this.keys.get(naturalKey) !== id) return;
    this.keys.delete(naturalKey);
    // What was carried out before it is still the last one.
    for (const other of this.entries.values()) if (other.naturalKey === naturalKey) this.keys.set(naturalKey, other.id);
  }

  private forgetOld(): void {
    const { now, keptMs } = this.options;
    for (const entry of this.entries.values()) {
      if (now() - entry.claimedAt < keptMs) return;
      if (entry.state === 'ENDED') this.remove(entry);
    }
  }
}
