import type { FactFields, FactNode } from './load';

/** Account ids that the facts only type as int64: told by their names, as a reader of the page would. */
const namesAnId = /(?:Id|Uid)$/;

const lowerFirst = (key: string) => key.charAt(0).toLowerCase() + key.slice(1);

function meaningOfValue(name: string, node: FactNode, value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown) => (node.fields ? meaningOf(node.fields, item as Record<string, unknown>) : item));
  }
  if (node.fields) {
    return meaningOf(node.fields, value as Record<string, unknown>, node.wire_alias_rule !== undefined);
  }
  if (node.fmt === 'account-id' || (node.type === 'int64' && namesAnId.test(name))) return String(value);
  if (node.fmt === 'epoch-ms-string') return Number(value);
  // A text that samples print as a number, too.
  if (node.type === 'string' && node.wire_also === 'number') return String(value);
  return value;
}

/**
 * What an answer means by the facts alone: ids as text, times in digits as numbers, keys in their documented spelling.
 * It drops nothing: a key that the facts do not know stays, and shows up in a comparison.
 *
 * @param lowerCaseKeys the keys may start with a lower-case letter, as the one `wire_alias_rule` says.
 */
export function meaningOf(
  fields: FactFields,
  answer: Readonly<Record<string, unknown>>,
  lowerCaseKeys = false,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]) => {
      const known = Object.entries(fields).find(
        ([name, { wire_alias = [] }]) =>
          [name, ...wire_alias].includes(key) || (lowerCaseKeys && lowerFirst(name) === key),
      );
      return known ? [known[0], meaningOfValue(...known, value)] : [key, value];
    }),
  );
}
