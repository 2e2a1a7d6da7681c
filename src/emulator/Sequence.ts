/** Things in order that need not all exist at once: an array is one, and so is what is computed from its position. */
export interface Sequence<T> {
  readonly length: number;
  at(index: number): T | undefined;
}

/** One sequence after another. */
export function concat<T>(first: Sequence<T>, second: Sequence<T>): Sequence<T> {
  return {
    length: first.length + second.length,
    at: (index) => (index < first.length ? first.at(index) : second.at(index - first.length)),
  };
}

/** Maps a sequence lazily: an item is computed when it is read. */
export function mapped<T, U>(items: Sequence<T>, map: (item: T) => U): Sequence<U> {
  return {
    length: items.length,
    at(index) {
      const item = items.at(index);
      return item === undefined ? undefined : map(item);
    },
  };
}

/** The items from `from` on, at most `count` of them. */
export function slice<T>(items: Sequence<T>, from: number, count: number): T[] {
  const picked: T[] = [];
  for (let index = from; index < Math.min(items.length, from + count); index++) {
    const item = items.at(index);
    if (item !== undefined) picked.push(item);
  }
  return picked;
}

/** Goes through a sequence, one item at a time. */
export function* each<T>(items: Sequence<T>): Generator<T> {
  for (let index = 0; index < items.length; index++) {
    const item = items.at(index);
    if (item !== undefined) yield item;
  }
}

/** A page of a list, counted from 1, and how many items the whole list has. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/** One page of everything: as much work as the page is long. */
export const pageOf = <T>(items: Sequence<T>, number: number, size: number): Page<T> => ({
  items: slice(items, (number - 1) * size, size),
  total: items.length,
});

/** One page of what is not known to be in the list before it is looked at: goes through all, keeps the page alone. */
export function pageOfMatching<T>(items: Iterable<T>, number: number, size: number): Page<T> {
  const from = (number - 1) * size;
  const picked: T[] = [];
  let total = 0;
  for (const item of items) {
    if (total >= from && picked.length < size) picked.push(item);
    total++;
  }
  return { items: picked, total };
}
