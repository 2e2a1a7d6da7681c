import { registerEnumType } from 'type-graphql';

/**
 * Reads an upstream enum value: its GraphQL name, or `UNKNOWN` for one that this gateway does not know yet.
 *
 * @param names upstream spelling to GraphQL name.
 */
export const enumValue = <N extends string>(
  names: Readonly<Record<string, N>>,
  raw: string | undefined,
): N | 'UNKNOWN' => (raw !== undefined && Object.hasOwn(names, raw) ? (names[raw] ?? 'UNKNOWN') : 'UNKNOWN');

/**
 * Registers a GraphQL enum.
 *
 * @param values what each value means, by its name.
 * @returns its members in the form that type-graphql requires: every name maps to itself.
 */
export const defineEnum = <N extends string>(
  name: string,
  description: string,
  values: Readonly<Record<N, string>>,
): { readonly [K in N]: K } => {
  const names = Object.keys(values) as N[];
  const members = Object.fromEntries(names.map((value) => [value, value])) as { readonly [K in N]: K };
  const valuesConfig = Object.fromEntries(names.map((value) => [value, { description: values[value] }]));
  registerEnumType<Record<string, string>>(members, { name, description, valuesConfig });
  return members;
};

/**
 * What `UNKNOWN` means in an enum of upstream values.
 *
 * @param rawField the field beside it that has the upstream's own text.
 */
export const unknownBeside = (rawField: string): string =>
  `A value that this gateway does not support yet: see \`${rawField}\`.`;

/**
 * The description of a raw field: the upstream's own text, whether or not this gateway could read it.
 *
 * @param field the field beside it that has the value as it was read.
 */
export const rawTextOf = (field: string): string =>
  `The value of \`${field}\` as the upstream returned it. Null if it returned none.`;
