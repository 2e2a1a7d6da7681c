import { isJsonObject } from '../../json/jsonObject';
import type { ValueIds } from './ValueIds';

/** Positions of one item in the old list and in the new one. Undefined in the list that lacks it. */
export interface AlignedItem {
  readonly before?: number;
  readonly after?: number;
}

/** How much work is left for all lists of a value. */
export interface AlignmentBudget {
  /** Pairs of items that may still be compared. */
  pairs: number;
}

/** Names of members that identify an object, the best first. */
const identifying = [/(?:^id|Id|ID|_id)$/, /(?:^key|Key|_key)$/, /(?:^name|Name|_name)$/];

/**
 * Finds which items of two lists belong together. Items that are the same on both sides can be omitted.
 *
 * - Lists of scalars are compared as multisets: their order does not matter.
 * - Lists of objects are compared by the member that identifies each object on both sides, if there is one. Its name ends
 *   in Id, else in Key, else in Name.
 * - Other lists are compared by their longest common subsequence. What was replaced between two common items is paired
 *   in order. If the lists are too long for the budget, a shorter common subsequence is taken, in linear time.
 */
export const alignLists = (
  before: readonly unknown[],
  after: readonly unknown[],
  ids: ValueIds,
  budget: AlignmentBudget,
): readonly AlignedItem[] => {
  if (before.every(isScalar) && after.every(isScalar)) return asMultisets(before, after, ids);
  const name = identifyingName(before, after);
  return name === undefined ? asSequences(before, after, ids, budget) : byName(before, after, name, ids);
};

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

const asMultisets = (before: readonly unknown[], after: readonly unknown[], ids: ValueIds): readonly AlignedItem[] => {
  const surplus = new Map<number, number>();
  for (const item of after) surplus.set(ids.of(item), (surplus.get(ids.of(item)) ?? 0) + 1);
  const removed: AlignedItem[] = [];
  for (const [index, item] of before.entries()) {
    const count = surplus.get(ids.of(item)) ?? 0;
    if (count > 0) surplus.set(ids.of(item), count - 1);
    else removed.push({ before: index });
  }
  const added: AlignedItem[] = [];
  // Of equal items, the last ones count as added.
  for (let index = after.length - 1; index >= 0; index -= 1) {
    const id = ids.of(after[index]);
    const count = surplus.get(id) ?? 0;
    if (count === 0) continue;
    surplus.set(id, count - 1);
    added.push({ after: index });
  }
  return [...removed, ...added.reverse()];
};

/** The member that identifies the objects of both lists. Undefined if there is none. */
const identifyingName = (before: readonly unknown[], after: readonly unknown[]): string | undefined => {
  const [first] = after;
  if (before.length === 0 || !isJsonObject(first)) return undefined;
  const names = Object.keys(first);
  for (const ending of identifying) {
    const found = names.find((name) => ending.test(name) && isUnique(before, name) && isUnique(after, name));
    if (found !== undefined) return found;
  }
  return undefined;
};

const isUnique = (items: readonly unknown[], name: string): boolean => {
  const values = new Set<unknown>();
  for (const item of items) {
    if (!isJsonObject(item) || !Object.hasOwn(item, name)) return false;
    const value = item[name];
    if (value === null || !isScalar(value) || values.has(value)) return false;
    values.add(value);
  }
  return true;
};

const byName = (
  before: readonly unknown[],
  after: readonly unknown[],
  name: string,
  ids: ValueIds,
): readonly AlignedItem[] => {
  const keyOf = (item: unknown): number => ids.of((item as Readonly<Record<string, unknown>>)[name]);
  const positions = new Map(before.map((item, index) => [keyOf(item), index]));
  const kept = after.map((item, index) => {
    const position = positions.get(keyOf(item));
    positions.delete(keyOf(item));
    return { ...(position === undefined ? {} : { before: position }), after: index };
  });
  return [...[...positions.values()].map((index) => ({ before: index })), ...kept];
};

const asSequences = (
  before: readonly unknown[],
  after: readonly unknown[],
  ids: ValueIds,
  budget: AlignmentBudget,
): readonly AlignedItem[] => {
  const old = before.map((item) => ids.of(item));
  const fresh = after.map((item) => ids.of(item));
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let oldEnd = old.length;
  let freshEnd = fresh.length;
  while (oldEnd > start && freshEnd > start && old[oldEnd - 1] === fresh[freshEnd - 1]) {
    oldEnd -= 1;
    freshEnd -= 1;
  }
  const one = old.slice(start, oldEnd);
  const other = fresh.slice(start, freshEnd);
  const pairs = one.length * other.length;
  const isWithin = pairs <= budget.pairs;
  if (isWithin) budget.pairs -= pairs;
  const common = isWithin ? longestCommon(one, other) : someCommon(one, other);
  return fillGaps(common, one.length, other.length).map((item) => ({
    ...(item.before === undefined ? {} : { before: item.before + start }),
    ...(item.after === undefined ? {} : { after: item.after + start }),
  }));
};

type Pair = readonly [before: number, after: number];

/** By dynamic programming: time and memory of all pairs. */
const longestCommon = (old: readonly number[], fresh: readonly number[]): readonly Pair[] => {
  const width = fresh.length + 1;
  // How long the longest common subsequence of what follows both positions is.
  const lengths = new Uint32Array((old.length + 1) * width);
  const lengthAt = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        old[i] === fresh[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  const pairs: Pair[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length && j < fresh.length) {
    if (old[i] === fresh[j]) pairs.push([i++, j++]);
    else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
};

/** A common subsequence in linear time: each new item takes the next equal old one. */
const someCommon = (old: readonly number[], fresh: readonly number[]): readonly Pair[] => {
  const positions = new Map<number, number[]>();
  for (let index = old.length - 1; index >= 0; index -= 1) {
    const id = old[index] ?? 0;
    const known = positions.get(id);
    if (known === undefined) positions.set(id, [index]);
    else known.push(index);
  }
  const pairs: Pair[] = [];
  let from = 0;
  for (const [j, id] of fresh.entries()) {
    const candidates = positions.get(id) ?? [];
    while (candidates.length > 0 && (candidates.at(-1) ?? 0) < from) candidates.pop();
    const i = candidates.pop();
    if (i === undefined) continue;
    pairs.push([i, j]);
    from = i + 1;
  }
  return pairs;
};

/** What lies between common items, paired in order: the first item that was removed became the first that was added. */
const fillGaps = (common: readonly Pair[], oldLength: number, freshLength: number): readonly AlignedItem[] => {
  const items: AlignedItem[] = [];
  let i = 0;
  let j = 0;
  for (const [nextBefore, nextAfter] of [...common, [oldLength, freshLength] as const]) {
    while (i < nextBefore && j < nextAfter) items.push({ before: i++, after: j++ });
    while (i < nextBefore) items.push({ before: i++ });
    while (j < nextAfter) items.push({ after: j++ });
    i += 1;
    j += 1;
  }
  return items;
};
