import type DataLoader from 'dataloader';
import { maxPageSize } from '../../pagination/pageSize';
import type { KnownLists, ListName } from '../KnownLists';
import { inBatches } from './inBatches';
import type { Swept } from './sweeps';
import { foundBy } from './sweeps';

export interface SinglesOrSweep<V> {
  readonly list: ListName;
  readonly lists: KnownLists;
  /** How long the list is at most, by what is known; undefined while nothing is: then keys are read one by one. */
  readonly length: () => number | undefined;
  /** One call. Null where there is no such record. */
  readonly loadOne: (key: string) => Promise<V | null>;
  /**
   * One call a hundred records, by key; it may stop as soon as every wanted key is found.
   *
   * @param sharedOnly reads only pages that need no call, because they are remembered or under way.
   */
  readonly sweep: (wanted: ReadonlySet<string>, sharedOnly: boolean) => Promise<Swept<V>>;
}

/** So many keys at once are a page of something, and may be followed by more; fewer are looked up by themselves. */
const fewestOfPage = 10;

/**
 * A loader that reads k records by k single calls or by a sweep of their list, whichever is fewer by what is known of
 * the list's length. A key that a sweep does not find is null: the list is complete. Where a page of the list cannot be
 * read, only the keys fail that no other page has.
 *
 * Pages of keys are part of walks, as a rule. What the list's pages tell that are remembered costs nothing; and where
 * earlier requests of the last minute, together with this one, would have been cheaper by the list, it is read now, and
 * the next pages find it remembered. So a walk in small pages costs no more than twice one in the largest; one document
 * of it may be dearer than its price by that list. A document that follows no other is never read by more than k calls,
 * which is what its fields are priced at.
 */
export const singlesOrSweep = <V>(name: string, options: SinglesOrSweep<V>): DataLoader<string, V | null> => {
  const { list, lists, length, loadOne, sweep } = options;
  const spentBefore = lists.recentSingles(list);

  return inBatches(name, async (keys) => {
    const isPage = keys.length >= fewestOfPage;
    const remembered = isPage ? await sweep(new Set(keys), true) : nothingRead;
    const rest = remembered.failure === undefined ? [] : keys.filter((key) => !remembered.found.has(key));
    const pagesOfList = Math.max(1, Math.ceil((length() ?? Infinity) / maxPageSize));
    const sweepCalls = Math.max(1, pagesOfList - remembered.pages);
    const isSwept = rest.length > 0 && rest.length + (isPage ? spentBefore : 0) > sweepCalls;

    if (isSwept) lists.noteSweep(list);
    else lists.noteSingles(list, rest.length);
    const swept = isSwept ? sweep(new Set(rest), false) : remembered;
    return keys.map(async (key) => {
      const known = remembered.found.get(key);
      if (known !== undefined) return known;
      if (!isSwept && rest.length > 0) return loadOne(key);
      return foundBy(await swept, key);
    });
  });
};

/** As where nothing is remembered. */
const nothingRead = { found: new Map<string, never>(), pages: 0, failure: new Error('Nothing is remembered.') };
