/**
 * Reads an upstream enum value: its GraphQL name, or `UNKNOWN` for one that this gateway does not know yet.
 *
 * @param names upstream spelling to GraphQL name.
 */
export const enumValue = <N extends string>(
  names: Readonly<Record<string, N>>,
  raw: string | undefined,
): N | 'UNKNOWN' => (raw !== undefined && Object.hasOwn(names, raw) ? (names[raw] ?? 'UNKNOWN') : 'UNKNOWN');

/** The members of a GraphQL enum for type-graphql, which wants an object: every name maps to itself. */
export const enumMembers = <N extends string>(...names: readonly N[]): { readonly [K in N]: K } =>
  Object.fromEntries(names.map((name) => [name, name])) as { readonly [K in N]: K };
