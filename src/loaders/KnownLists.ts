import type { Clock } from '../rpc/clock';
import { systemClock } from '../rpc/clock';
import { PageSizes } from './PageSizes';

/** The lists whose records are read one by one or by the list, whichever costs less. */
export type ListName = 'accounts' | 'enrolledAccounts' | 'accountFactoryBaselines';

/** What was read one by one so long ago says nothing any more: the pages of a list are not remembered longer. */
const recentMs = 60_000;

interface Singles {
  readonly since: number;
  readonly count: number;
}

/**
 * What the process knows of the upstream's lists: how long they were when they were last read, and how many of their
 * records were lately read one by one. Estimates that decide what is cheaper, and nothing else.
 */
export class KnownLists {
  /** For lists whose full pages exceed the body limit. */
  readonly pageSizes: PageSizes;
  private readonly lengths = new Map<ListName, number>();
  private readonly singles = new Map<ListName, Singles>();

  constructor(private readonly clock: Clock = systemClock) {
    this.pageSizes = new PageSizes(clock);
  }

  /** Undefined where the list was never read to its end. */
  lengthOf(list: ListName): number | undefined {
    return this.lengths.get(list);
  }

  learnLength(list: ListName, length: number): void {
    this.lengths.set(list, length);
  }

  /** How many records were read one by one within the last minute or so, and since the list was last read. */
  recentSingles(list: ListName): number {
    return this.recent(list).count;
  }

  noteSingles(list: ListName, count: number): void {
    const { since, count: before } = this.recent(list);
    this.singles.set(list, { since, count: before + count });
  }

  noteSweep(list: ListName): void {
    this.singles.delete(list);
  }

  /** After a write: lists may have become longer or shorter, and what is read next is read for the first time. */
  clear(): void {
    this.lengths.clear();
    this.singles.clear();
  }

  private recent(list: ListName): Singles {
    const now = this.clock.now();
    const singles = this.singles.get(list);
    const counts = singles !== undefined && singles.count > 0 && now - singles.since < recentMs;
    return counts ? singles : { since: now, count: 0 };
  }
}
