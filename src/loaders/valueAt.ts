/** The value at a dotted path of a request or response, as the catalogue's `paging` names it. Undefined if there is none. */
export const valueAt = (object: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined,
      object,
    );
