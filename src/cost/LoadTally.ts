import { maxFruitlessPages } from '../loaders/batch/singlesOrSweep';
import type { Operation } from '../operations/operation';
import { maxPageSize } from '../pagination/pageSize';
import type { Keys } from './Keys';
import type { KnownSizes } from './KnownSizes';

/** One load of a document, with the keys that it is made for. */
export interface KeyedLoad {
  readonly operation: Operation;
  /** What distinguishes it from other loads of the same operation and keys. */
  readonly args: string;
  /** Calls for each key. */
  readonly calls: number;
  readonly keys: Keys;
  /** The list that may be read instead. */
  readonly orList?: Operation;
  /** At how many moments the keys are there at most. */
  readonly moments: number;
}

/** Distinct keys of one source. */
interface KeysRead {
  /** How many are read one by one whatever happens. */
  singles: number;
  /** How many may be read by their list instead. */
  batched: number;
  /** How many there are in all. */
  count: number;
  moments: number;
  orList: Operation | undefined;
}

/** The loads of one operation with the same arguments. */
export interface LoadGroup {
  calls: number;
  readonly named: KeysRead & { readonly singleKeys: Set<string>; readonly batchedKeys: Set<string> };
  readonly sources: Map<Keys['source'], KeysRead & { readonly list: Operation | undefined }>;
}

/** Counts the calls of a document: loads with the same operation, arguments and key are one. */
export class LoadTally {
  private readonly groups = new Map<Operation, Map<string, LoadGroup>>();

  constructor(private readonly known: KnownSizes) {}

  add({ operation, args, calls, keys, orList, moments }: KeyedLoad): LoadGroup {
    const group = this.groupOf(operation, args);
    group.calls = Math.max(group.calls, calls);
    const source = keys.named === undefined ? sourceOf(group, keys) : addNamed(group.named, keys.named, orList);
    if (keys.named === undefined) {
      source.count = Math.max(source.count, keys.count);
      if (orList === undefined) source.singles = source.count;
      else source.batched = source.count;
    }
    source.moments = Math.max(source.moments, moments);
    source.orList ??= orList;
    return group;
  }

  /** How many calls all loads come to at most. */
  total(): number {
    let total = 0;
    for (const groups of this.groups.values()) for (const group of groups.values()) total += this.callsOf(group);
    return total;
  }

  /** How many calls the loads of one group come to at most. */
  callsOf({ calls, named, sources }: LoadGroup): number {
    let keys = this.readsOf(named);
    const inLists = new Map<Operation, number>();
    let swept = 0;
    for (const source of sources.values()) {
      const reads = this.readsOf(source);
      if (source.list === undefined) {
        keys += reads;
        continue;
      }
      inLists.set(source.list, (inLists.get(source.list) ?? 0) + reads);
      if (reads > source.count && source.orList !== undefined) swept = this.pagesOf(source.orList) ?? Infinity;
    }
    for (const [list, reads] of inLists) keys += Math.min(reads, (this.known.lengthOf(list) ?? Infinity) + swept);
    return calls * keys;
  }

  /** How many calls the keys of a source come to, were there one for each key or page. */
  private readsOf({ singles, batched, count, moments, orList }: KeysRead): number {
    if (orList === undefined || batched === 0) return count;
    const spent = this.known.singlesBefore(orList, batched);
    const isCounted = orList.paging?.total !== undefined;
    // What a list without a count does not bring is read by its key.
    const besidesKeys = isCounted ? 0 : maxFruitlessPages;
    const pages = this.pagesOf(orList);
    if (pages === undefined) {
      // Unless its length becomes known, a list is not read; and then only if that takes fewer calls.
      const canBeRead = this.known.lengthFrom(orList).some((operation) => this.groups.has(operation));
      return canBeRead && singles + spent > 0 ? singles + Math.max(count, batched + spent) - 1 + besidesKeys : count;
    }
    // The last page that is counted is not read on purpose: it is empty, or stands for a record that the list omits.
    const isRead = batched + spent > pages - 1;
    if (!isRead) return count;
    const byPage = isCounted
      ? Math.min(batched, moments * pages)
      : batched + moments * Math.min(pages - 1, besidesKeys);
    return singles + (spent === 0 ? byPage : moments === 1 ? Math.max(byPage, pages) : byPage + pages);
  }

  private pagesOf(list: Operation): number | undefined {
    const length = this.known.lengthOf(list);
    return length === undefined ? undefined : Math.max(1, Math.ceil(length / maxPageSize)) + 1;
  }

  private groupOf(operation: Operation, args: string): LoadGroup {
    let groups = this.groups.get(operation);
    if (groups === undefined) this.groups.set(operation, (groups = new Map<string, LoadGroup>()));
    let group = groups.get(args);
    if (group === undefined) groups.set(args, (group = emptyGroup()));
    return group;
  }
}

const emptyGroup = (): LoadGroup => ({
  calls: 0,
  named: {
    singles: 0,
    batched: 0,
    count: 0,
    moments: 0,
    orList: undefined,
    singleKeys: new Set(),
    batchedKeys: new Set(),
  },
  sources: new Map(),
});

const sourceOf = ({ sources }: LoadGroup, { source, list }: Keys): KeysRead => {
  let found = sources.get(source);
  if (found === undefined) {
    found = { singles: 0, batched: 0, count: 0, moments: 0, orList: undefined, list };
    sources.set(source, found);
  }
  return found;
};

const addNamed = (named: LoadGroup['named'], keys: readonly string[], orList: Operation | undefined): KeysRead => {
  const { singleKeys, batchedKeys } = named;
  const [into, other] = orList === undefined ? [singleKeys, batchedKeys] : [batchedKeys, singleKeys];
  for (const key of keys) {
    if (into.has(key)) continue;
    into.add(key);
    if (!other.has(key)) named.count += 1;
  }
  named.singles = singleKeys.size;
  named.batched = batchedKeys.size;
  return named;
};
