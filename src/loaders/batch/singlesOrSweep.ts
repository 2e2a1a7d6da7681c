import { maxPageSize } from '../../pagination/pageSize';
import type { KnownLists, ListName } from '../KnownLists';
import type { Loader } from './inBatches';
import { inBatches } from './inBatches';
import type { Swept } from './sweeps';
import { foundBy } from './sweeps';

export interface SweepOptions {
  /** Reads only pages that need no call, because they are cached or in flight. */
  readonly sharedOnly: boolean;
  /** Whether another page is worth a call, after so many that found so many keys. */
  readonly isWorthwhile?: (pages: number, found: number) => boolean;
}

export interface SinglesOrSweep<V> {
  readonly list: ListName;
  readonly lists: KnownLists;
  /** How long the list is at most, by what is known; undefined while nothing is: then keys are read one by one. */
  readonly length: () => number | undefined;
  /** One call. Null if there is no such record. */
  readonly loadOne: (key: string) => Promise<V | null>;
  /** One call a hundred records, by key; it may stop as soon as every wanted key is found. */
  readonly sweep: (wanted: ReadonlySet<string>, options: SweepOptions) => Promise<Swept<V>>;
}

/** So many keys at once are a page of something, and may be followed by more; fewer are looked up by themselves. */
const fewestOfPage = 10;

/** How many more pages of a list than keys found there a document reads, before it reads the rest one by one. */
export const maxFruitlessPages = 5;

/**
 * A loader that reads k records by k single calls or by a sweep of their list. It picks whichever makes fewer calls, by
 * what is known of the list's length. A key that a sweep does not find is null if the list is known to be complete;
 * otherwise it is read by itself. If a page of the list cannot be read, only the keys fail that no other page has.
 *
 * Most batches are one page of a longer walk. Cached pages of the list are used for free. If the list would have been
 * cheaper for the earlier requests of the last minute together with this one, it is read now, and later pages are
 * served from the cache. So a walk in small pages costs at most twice as much as one in the largest pages, and one
 * document of it may exceed its estimate by that list. A document that follows no other never makes more than k calls
 * and {@link maxFruitlessPages}.
 */
export const singlesOrSweep = <V>(name: string, options: SinglesOrSweep<V>): Loader<string, V | null> => {
  const { list, lists, length, loadOne, sweep } = options;
  const spentBefore = lists.recentSingles(list);

  return inBatches(name, async (keys) => {
    const isPage = keys.length >= fewestOfPage;
    const remembered = isPage ? await sweep(new Set(keys), { sharedOnly: true }) : nothingRead;
    const rest = keys.filter((key) => !remembered.found.has(key));
    // Otherwise the list has been read to its end, or every key was found.
    const isRemembered = remembered.failure === undefined;
    const sweepCalls = Math.max(1, Math.ceil((length() ?? Infinity) / maxPageSize) - remembered.pages);
    const spent = rest.length + (isPage ? spentBefore : 0);
    const isSwept = !isRemembered && spent > sweepCalls;

    if (isSwept) lists.noteSweep(list);
    else if (!isRemembered) lists.noteSingles(list, rest.length);
    const paysByItself = rest.length > sweepCalls;
    const isWorthwhile = (pages: number, found: number): boolean =>
      !paysByItself || pages < remembered.pages + found + maxFruitlessPages;
    const swept = isSwept ? sweep(new Set(rest), { sharedOnly: false, isWorthwhile }) : undefined;
    return keys.map(async (key) => {
      const known = remembered.found.get(key);
      if (known !== undefined) return known;
      if (swept !== undefined) return foundBy(await swept, key, loadOne);
      return remembered.isComplete ? null : loadOne(key);
    });
  });
};

/** As if nothing is remembered. */
const nothingRead = {
  found: new Map<string, never>(),
  pages: 0,
  isComplete: false,
  failure: new Error('Nothing is remembered.'),
};
