import { LRUCache } from 'lru-cache';
import type { Clock } from '../rpc/clock';
import { systemClock } from '../rpc/clock';

/** Lists whose records are that large are few; the least used ones are forgotten. */
const maxLists = 1000;

/** Records may become smaller again: then larger pages save calls. */
const ttlMs = 3_600_000;

/** The page sizes that the process found for lists whose full pages exceed the body limit. They only save calls. */
export class PageSizes {
  private readonly sizes: LRUCache<string, number>;

  constructor(clock: Clock = systemClock) {
    this.sizes = new LRUCache({ max: maxLists, ttl: ttlMs, ttlResolution: 0, perf: { now: () => clock.now() } });
  }

  /** Whether no list is known to have such pages, as is usual: then no list has to be named. */
  get isEmpty(): boolean {
    return this.sizes.size === 0;
  }

  /** Undefined if full pages are not known to be too large. */
  sizeOf(list: string): number | undefined {
    return this.sizes.get(list);
  }

  learnSize(list: string, size: number): void {
    this.sizes.set(list, size);
  }
}
