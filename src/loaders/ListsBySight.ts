import { LRUCache } from 'lru-cache';
import type { Principal } from '../access/Principal';
import { KnownLists } from './KnownLists';

/** For so many different sights it is remembered what was read. */
const maxSights = 200;

/**
 * What the process knows of lists, kept apart for callers who see different accounts. Otherwise an estimate would reveal to
 * one caller how many accounts another has seen. Counts that were proved right are apart, too: they would reveal that another
 * account has a timeline of such a length.
 */
export class ListsBySight {
  private readonly lists = new LRUCache<string, KnownLists>({ max: maxSights });

  /** @param ofAll for those who see every account. */
  constructor(private readonly ofAll: KnownLists) {}

  of({ seesAll, sight }: Principal): KnownLists {
    if (seesAll) return this.ofAll;
    const known = this.lists.get(sight) ?? new KnownLists(undefined, true);
    this.lists.set(sight, known);
    return known;
  }

  /** After a write: see {@link KnownLists.clear}. */
  clear(): void {
    for (const known of [this.ofAll, ...this.lists.values()]) known.clear();
  }
}
