import { LRUCache } from 'lru-cache';
import type { Clock } from '../rpc/clock';

/** So many keys are kept. */
const maxKeys = 20_000;

/**
 * Keys of objects that the upstream is known to have: resources that it listed, accounts whose records it returned. A key
 * is kept longer each time it is used, so what an estimate rests on is still known while the document runs.
 */
export class SeenKeys {
  private readonly keys: LRUCache<string, true>;

  /** @param ttlMs how long a key that is not used is kept. */
  constructor(clock: Clock, ttlMs: number) {
    this.keys = new LRUCache({
      // By size: `max` would take the room for all of them at the start.
      maxSize: maxKeys,
      sizeCalculation: () => 1,
      ttl: ttlMs,
      ttlResolution: 0,
      updateAgeOnGet: true,
      perf: { now: () => clock.now() },
    });
  }

  has(key: string): boolean {
    return this.keys.get(key) ?? false;
  }

  note(key: string): void {
    this.keys.set(key, true);
  }

  /** The upstream no longer has it. */
  remove(key: string): void {
    this.keys.delete(key);
  }
}
