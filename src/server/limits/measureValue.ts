/** The size of a JSON value. */
export interface ValueSize {
  /** Levels of lists and objects. 0 for any other value. */
  readonly depth: number;
  /** Items of lists and fields of objects, at every level. */
  readonly values: number;
  /** Fields of the largest object below the value itself. */
  readonly fields: number;
}

/** Measures a JSON value, without recursion. Deeper than `mostLevels` it does not look: the depth is one more then. */
export const measureValue = (value: unknown, mostLevels: number): ValueSize => {
  let values = 0;
  let fields = 0;
  let level: unknown[] = [value];
  let depth = 0;
  for (; depth <= mostLevels; depth += 1) {
    const containers = level.filter(isContainer);
    if (containers.length === 0) break;
    if (depth > 0)
      for (const each of containers) if (!Array.isArray(each)) fields = Math.max(fields, Object.keys(each).length);
    level = containers.flatMap((each): unknown[] => Object.values(each));
    values += level.length;
  }
  return { depth, values, fields };
};

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;
