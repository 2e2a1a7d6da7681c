import { setMaxListeners } from 'node:events';
import type { Logger } from 'pino';
import { toClientError } from '../errors/ClientError';
import { RpcError } from '../errors/RpcError';
import { UserError } from '../errors/UserError';
import { causeOf } from '../observability/causeOf';
import type { Signal } from '../rpc/Cancellation';
import type { Clock } from '../rpc/clock';
import type { Entry, Ledger, MutationEnd } from './Ledger';
import type { Subject } from './Subject';
import type { Evidence } from './findEvidence';

/** The pauses before the looks that a client waits for, milliseconds. */
const defaultPausesMs: readonly number[] = [500, 1000, 2000, 4000];
/** The pause before each look after that, milliseconds. */
const laterPauseMs = 10_000;
/** How often it looks what other processes have left. Milliseconds. */
const orphansEveryMs = 5000;
/** How long it goes on by itself. After that, it looks again if the mutation is sent again with the same key. */
const patienceMs = 15 * 60_000;
/** If nothing of a mutation is to be seen for so long, the upstream has not carried it out, and is not at it any more. */
const settledMs = 20_000;

export interface ReconcilerOptions {
  /** Its writes may fail without a word: what was found out is true all the same. */
  readonly ledger: Ledger;
  /** {@link findEvidence}. */
  readonly look: (subject: Subject, since: number) => Promise<Evidence | undefined>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Aborted when clients that wait have to get their answers, because the process ends. */
  readonly signal: Signal;
  /** Receives what became of a mutation whose outcome was unknown. */
  readonly onResolved: (entry: Entry, end: MutationEnd) => Promise<void>;
  /** The pauses before the looks that a client waits for, milliseconds. Default: 0.5, 1, 2 and 4 s. */
  readonly pausesMs?: readonly number[];
}

/** Finds out by reading what became of mutations whose outcome is unknown. It never sends one again. */
export class Reconciler {
  private readonly stopped = new AbortController();
  private readonly watched = new Set<string>();
  /** Whose end is being noted. */
  private readonly resolving = new Set<string>();
  /** Since when nothing was to be seen of an entry, by the clock. */
  private readonly unseenSince = new Map<string, number>();

  constructor(private readonly options: ReconcilerOptions) {
    // Every mutation that is looked for waits for it.
    setMaxListeners(0, this.stopped.signal);
    options.signal.addEventListener('abort', () => {
      this.stop();
    });
  }

  /** How many mutations it looks for in the background. */
  get watching(): number {
    return this.watched.size;
  }

  /** Goes on with what earlier processes left, and, if others share the ledger, with what they leave, until it is stopped. */
  resume(): void {
    void this.takeOver().catch((error: unknown) => {
      this.options.logger.error({ error: String(error) }, 'internal error');
    });
  }

  /** Looks no more: what is still unknown is left to the next process. */
  stop(): void {
    this.stopped.abort();
  }

  /**
   * Looks a few times, while a client waits; then goes on by itself.
   *
   * @param isOver whether the client's time is too short for so long a pause.
   * @returns the entry's end, UNKNOWN if it could not be found out in that time.
   */
  async follow(id: string, isOver: (pauseMs: number) => boolean): Promise<MutationEnd | undefined> {
    let end = (await this.options.ledger.find(id))?.end;
    for (const pauseMs of this.options.pausesMs ?? defaultPausesMs) {
      if (this.isStopped || isOver(pauseMs)) break;
      await this.options.clock.sleep(pauseMs, this.stopped.signal);
      end = await this.look(id);
      if (end?.outcome !== 'UNKNOWN') break;
    }
    this.watch(id);
    return end;
  }

  /** Looks once. @returns the entry's end, as far as it is known. */
  async look(id: string): Promise<MutationEnd | undefined> {
    const { ledger, look, logger } = this.options;
    const entry = await ledger.find(id);
    if (entry?.state !== 'UNKNOWN') return entry?.end;
    try {
      return await this.conclude(entry, await look(entry.subject, entry.sentAt ?? 0));
    } catch (error) {
      if (!(error instanceof RpcError || error instanceof UserError)) throw error;
      // Nothing was seen, and nothing that is there was missed.
      this.unseenSince.delete(id);
      const cause = error instanceof RpcError ? causeOf(error) : { code: error.code };
      logger.warn({ mutation: entry.field, ledgerId: id, ...cause }, 'mutation outcome cannot be read');
    }
    return (await ledger.find(id).catch(() => entry))?.end;
  }

  private async conclude(entry: Entry, evidence: Evidence | undefined): Promise<MutationEnd | undefined> {
    const { clock } = this.options;
    const { id, end } = entry;
    const requestId = end?.requestId ?? null;
    if (evidence !== undefined) return this.resolve(entry, { errors: [], requestId, ...evidence });
    const since = this.unseenSince.get(id) ?? clock.now();
    this.unseenSince.set(id, since);
    if (clock.now() - since < settledMs) return end;
    const errors = [toClientError(notCarriedOut, entry.language)];
    return this.resolve(entry, { outcome: 'REJECTED', errors, requestId });
  }

  private async resolve(entry: Entry, end: MutationEnd): Promise<MutationEnd | undefined> {
    const { ledger, onResolved } = this.options;
    this.unseenSince.delete(entry.id);
    // Two may have looked at the same time.
    const { state, end: known } = (await ledger.find(entry.id)) ?? { end };
    if (state !== 'UNKNOWN') return known;
    if (this.resolving.has(entry.id)) return end;
    this.resolving.add(entry.id);
    try {
      // First: if the process is killed in between, the next one finds it out again.
      await onResolved(entry, end);
      await ledger.end(entry.id, end);
    } finally {
      this.resolving.delete(entry.id);
    }
    return end;
  }

  private async takeOver(): Promise<void> {
    const { clock, ledger, logger } = this.options;
    do {
      for (const entry of await ledger.unresolved().catch(orNone)) {
        logger.warn(
          { mutation: entry.field, ledgerId: entry.id, subject: entry.subject },
          'mutation outcome unknown: an earlier process sent it, and its result is looked up now',
        );
        this.watch(entry.id);
      }
      if (ledger.isShared === true) await clock.sleep(orphansEveryMs, this.stopped.signal);
    } while (ledger.isShared === true && !this.isStopped);
  }

  /** Looks again and again in the background, until the end is known or it has been at it for long. */
  private watch(id: string): void {
    if (this.isStopped || this.watched.has(id)) return;
    this.watched.add(id);
    void this.keepLooking(id).catch((error: unknown) => {
      this.options.logger.error({ ledgerId: id, error: String(error) }, 'internal error');
    });
  }

  private async keepLooking(id: string): Promise<void> {
    const { clock } = this.options;
    const until = clock.now() + patienceMs;
    try {
      while (clock.now() < until && (await this.isOpen(id))) {
        await clock.sleep(laterPauseMs, this.stopped.signal);
        if (this.isStopped) break;
        await this.look(id).catch(passOverOutage);
      }
    } finally {
      this.watched.delete(id);
    }
  }

  private async isOpen(id: string): Promise<boolean> {
    try {
      return (await this.options.ledger.find(id))?.state === 'UNKNOWN';
    } catch (error) {
      passOverOutage(error);
      return true;
    }
  }

  private get isStopped(): boolean {
    return this.stopped.signal.aborted;
  }
}

/** A shared ledger that cannot be read now can be read later. */
const passOverOutage = (error: unknown): void => {
  if (!(error instanceof UserError)) throw error;
};

const orNone = (error: unknown): readonly Entry[] => {
  passOverOutage(error);
  return [];
};

/** What clients read of a mutation that left no trace. */
const notCarriedOut = new UserError(
  'UPSTREAM_UNAVAILABLE',
  {
    en: 'The upstream has not carried out this mutation. You can send it again, with another idempotencyKey.',
    zh: '上游服务未执行此变更。可使用新的 idempotencyKey 再次发送。',
  },
  undefined,
  true,
);
