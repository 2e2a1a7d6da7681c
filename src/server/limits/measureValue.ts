/** The size of a JSON value. */
export interface ValueSize {
  /** Levels of lists and objects. 0 for any other value. */
  readonly depth: number;
  /** Items of lists and fields of objects, at every level. */
  readonly values: number;
  /** Fields of the largest object below the value itself. */
  readonly fields: number;
}

/** Measures a JSON value. Deeper than `mostLevels` it does not look: the depth is one more then. */
export const measureValue = (value: unknown, mostLevels: number): ValueSize => {
  const size = { depth: 0, values: 0, fields: 0 };
  if (isContainer(value)) measure(value, 0, mostLevels, size);
  return size;
};

type Growing = { -readonly [K in keyof ValueSize]: ValueSize[K] };

/** @param level how many lists and objects the container is in. */
const measure = (container: object, level: number, mostLevels: number, size: Growing): void => {
  if (level > mostLevels) return;
  size.depth = Math.max(size.depth, level + 1);
  const items: readonly unknown[] = Array.isArray(container) ? container : Object.values(container);
  size.values += items.length;
  if (level > 0 && !Array.isArray(container)) size.fields = Math.max(size.fields, items.length);
  for (const item of items) if (isContainer(item)) measure(item, level + 1, mostLevels, size);
};

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;
