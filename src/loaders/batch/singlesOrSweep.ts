import type DataLoader from 'dataloader';
import { maxPageSize } from '../../pagination/pageSize';
import type { ListLengths, ListName } from '../ListLengths';
import { inBatches } from './inBatches';

export interface SinglesOrSweep<V> {
  readonly list: ListName;
  readonly lengths: ListLengths;
  /** How many keys are read one by one, at most, while the length of the list is not known. */
  readonly singlesWhileUnknown: number;
  /** One call. Null where there is no such record. */
  readonly loadOne: (key: string) => Promise<V | null>;
  /** One call a hundred records, by key; it may stop as soon as every wanted key is found. */
  readonly sweep: (wanted: ReadonlySet<string>) => Promise<ReadonlyMap<string, V>>;
}

/**
 * A loader that reads k records by k single calls or by a sweep of their list, whichever is fewer by what is known of
 * the list's length. A key that a sweep does not find is null: the list is complete.
 */
export const singlesOrSweep = <V>(name: string, options: SinglesOrSweep<V>): DataLoader<string, V | null> => {
  const { list, lengths, singlesWhileUnknown, loadOne, sweep } = options;

  return inBatches(name, async (keys) => {
    const length = lengths.of(list);
    const sweepCalls = length === undefined ? undefined : Math.max(1, Math.ceil(length / maxPageSize));
    const singles = keys.length <= (sweepCalls ?? singlesWhileUnknown);
    if (singles) return keys.map((key) => loadOne(key));
    const found = sweep(new Set(keys));
    return keys.map(async (key) => (await found).get(key) ?? null);
  });
};
