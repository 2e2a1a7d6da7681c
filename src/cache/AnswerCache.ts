import { LRUCache } from 'lru-cache';
import type { RpcError } from '../errors/RpcError';
import { bytesOf } from '../rpc/answerBytes';
import type { Clock } from '../rpc/clock';
import type { Answer } from '../rpc/readResponse';

/** An answer, or the upstream's word that there is none. */
export type Outcome = { readonly answer: Answer } | { readonly error: RpcError };

/** A cached answer, and how long ago its call was made, in milliseconds. */
export interface Remembered {
  readonly outcome: Outcome;
  readonly ageMs: number;
}

/** Heap bytes for each character of an answer's JSON text: 1.1 to 2.7 were measured, on pages of each kind. */
const bytesPerCharacter = 3;

/** What an entry costs besides its text: keys, list nodes, the smallest object. */
const bytesPerEntry = 500;

/** So often, at most, what is too old is let go of; nobody but the next who asks for it would, otherwise. */
const purgeEveryMs = 5000;

/** Answers by key, for as long as their operation allows, the least used dropped first. */
export class AnswerCache {
  private readonly entries: LRUCache<string, { readonly outcome: Outcome; readonly askedAt: number }>;
  private purgeAt: number;

  /** @param maxBytes of heap, about. */
  constructor(
    maxBytes: number,
    private readonly clock: Clock,
  ) {
    this.purgeAt = clock.now() + purgeEveryMs;
    this.entries = new LRUCache({
      maxSize: maxBytes,
      ttlResolution: 0,
      perf: { now: () => clock.now() },
      sizeCalculation: ({ outcome }, key) =>
        bytesPerEntry + bytesPerCharacter * (key.length + ('answer' in outcome ? sizeOf(outcome.answer) : 0)),
    });
  }

  get(key: string): Remembered | undefined {
    const entry = this.entries.get(key);
    return entry && { outcome: entry.outcome, ageMs: this.clock.now() - entry.askedAt };
  }

  /**
   * @param askedAt when the call was made, by the clock: an answer is as old as its question.
   * @param ttlMs counted from then.
   */
  remember(key: string, outcome: Outcome, askedAt: number, ttlMs: number): void {
    const now = this.clock.now();
    if (now >= this.purgeAt) {
      this.entries.purgeStale();
      this.purgeAt = now + purgeEveryMs;
    }
    const left = askedAt + ttlMs - now;
    if (left > 0) this.entries.set(key, { outcome, askedAt }, { ttl: left });
  }

  clear(): void {
    this.entries.clear();
  }

  /** Bytes in use, about. */
  get bytes(): number {
    return this.entries.calculatedSize;
  }
}

const sizeOf = (answer: Answer): number => bytesOf(answer) ?? JSON.stringify(answer).length;
