/** One line of what changed in a value. Absent: there was, or is, no such part. */
export interface Difference {
  /** The place in the value, such as `Rules.0.Port`. Empty for the value itself. */
  readonly place: string;
  readonly before?: string;
  readonly after?: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : typeof value === 'string' ? value : JSON.stringify(value);

/**
 * What differs between two JSON values, smallest parts first: only the members of an object that changed, only the items of
 * a list that came or went.
 */
export const differences = (before: unknown, after: unknown, place = ''): Difference[] => {
  if (Array.isArray(before) && Array.isArray(after)) {
    const [was, is] = [before.map(textOf), after.map(textOf)];
    return [
      ...was.filter((item) => !is.includes(item)).map((item) => ({ place, before: item })),
      ...is.filter((item) => !was.includes(item)).map((item) => ({ place, after: item })),
    ] as Difference[];
  }
  if (isObject(before) && isObject(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .flatMap((name) => differences(before[name], after[name], place ? `${place}.${name}` : name));
  }
  return [{ place, before: textOf(before), after: textOf(after) } as Difference];
};
