import type DataLoader from 'dataloader';
import { maxPageSize } from '../../pagination/pageSize';
import { inBatches } from './inBatches';

export interface SinglesOrSweep<V> {
  /** How long the list is at most, by what is known; undefined while nothing is: then keys are read one by one. */
  readonly length: () => number | undefined;
  /** One call. Null where there is no such record. */
  readonly loadOne: (key: string) => Promise<V | null>;
  /** One call a hundred records, by key; it may stop as soon as every wanted key is found. */
  readonly sweep: (wanted: ReadonlySet<string>) => Promise<ReadonlyMap<string, V>>;
}

/**
 * A loader that reads k records by k single calls or by a sweep of their list, whichever is fewer by what is known of
 * the list's length: never by more than k calls, which is what their fields are priced at. A key that a sweep does not
 * find is null: the list is complete.
 */
export const singlesOrSweep = <V>(name: string, options: SinglesOrSweep<V>): DataLoader<string, V | null> => {
  const { length, loadOne, sweep } = options;

  return inBatches(name, async (keys) => {
    const sweepCalls = Math.max(1, Math.ceil((length() ?? Infinity) / maxPageSize));
    if (keys.length <= sweepCalls) return keys.map((key) => loadOne(key));
    const found = sweep(new Set(keys));
    return keys.map(async (key) => (await found).get(key) ?? null);
  });
};
