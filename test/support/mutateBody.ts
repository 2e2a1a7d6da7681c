import fc from 'fast-check';

/** A value that `JSON.stringify` cannot write, as its text. */
const raw = (text: string): string => `@raw:${text}@`;

/** What may stand anywhere in a body that is wrong. */
const values: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  8.64e15 + 1,
  -8.64e15 - 1,
  '',
  ' ',
  'null',
  '0',
  '-1',
  '9'.repeat(40),
  '2026-02-30T25:61:61Z',
  '+275760-09-13T00:00:00.001Z',
  'x'.repeat(20_000),
  '\u0000',
  '__proto__',
  '{"a":[1,2]}',
  '{""a"":[""b""]}',
  '{\\"a\\":[null,\\"b\\"]}',
  '[{"Key":"k"}]',
  '{"',
  [],
  {},
  [[]],
  [null],
  [{}],
  [1, 'a', null, {}],
  { constructor: 1 },
  { Item: [{ Item: {} }] },
  raw('9007199254740993'),
  raw('-9007199254740993'),
  raw('1e400'),
  raw('-0'),
  raw('"\\ud83d"'),
  raw('"a\\ude00b"'),
  raw('{"\\ud83d":"\\ud83d"}'),
  raw('{"__proto__":{"a":1},"a":1,"a":2}'),
  raw('['.repeat(500) + ']'.repeat(500)),
  raw('{"a":'.repeat(500) + '1' + '}'.repeat(500)),
];

/** Each makes another value of one in a body. */
const changes: readonly ((value: unknown) => unknown)[] = [
  ...values.map((value) => () => value),
  (value) => [value],
  (value) => ({ Item: value }),
  (value) => [value, value],
  (value) => JSON.stringify(value),
  (value) => (Array.isArray(value) ? ((value as unknown[])[0] ?? null) : value),
  (value) => (Array.isArray(value) ? [...(value as unknown[]), ...(value as unknown[])] : String(value)),
  (value) => (typeof value === 'number' ? String(value) : Number(value)),
  (value) => (typeof value === 'string' ? `${value.slice(0, 1)}\ud83d` : value),
  (value) => (isObject(value) ? Object.fromEntries(Object.entries(value).slice(1)) : value),
  (value) => (isObject(value) ? mapKeys(value, (key) => key.toLowerCase()) : value),
  (value) => (isObject(value) ? mapKeys(value, (key) => `${key}\ud83d`) : value),
  (value) => (isObject(value) ? { ...value, ...mapKeys(value, (key) => key.toUpperCase()) } : value),
  (value) => (isObject(value) ? { ...value, Code: 'Thing.NotFound', Message: 'x', Success: false } : value),
];

/** Each makes another text of the whole body. */
const textChanges: readonly ((text: string, at: number) => string)[] = [
  (text, at) => text.slice(0, at),
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => `${text.slice(0, at)}"${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}\ud83d${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}\u0000${text.slice(at)}`,
  (text) => `\ufeff${text}`,
  (text) => `${text}${text}`,
  (text) => `[${text}]`,
  (text) => JSON.stringify(text),
  (text) => text.replaceAll('"', '\\"'),
  () => '',
];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mapKeys = (object: Record<string, unknown>, rename: (key: string) => string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [rename(key), value]));

const countOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Object.values(value).reduce<number>((sum, item) => sum + countOf(item), 0)
    : 1;

/** The value with the node at this position, counted from above, changed. */
const changeAt = (value: unknown, position: number, change: (value: unknown) => unknown): unknown => {
  let left = position;
  const walk = (node: unknown): unknown => {
    if (left-- === 0) return change(node);
    if (Array.isArray(node)) return node.map(walk);
    return isObject(node) ? Object.fromEntries(Object.entries(node).map(([key, item]) => [key, walk(item)])) : node;
  };
  return walk(value);
};

/** One change of a body: of a value in it, or of its text. */
export interface Stroke {
  readonly ofText: boolean;
  /** Where: a share of the body's values or characters. */
  readonly place: number;
  readonly change: number;
}

export const stroke: fc.Arbitrary<Stroke> = fc.record({
  // Most broken texts end in the same way.
  ofText: fc.nat(9).map((number) => number === 0),
  place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  change: fc.nat(9_999),
});

const pick = <T>(items: readonly T[], index: number): T => {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('There is nothing to pick from.');
  return item;
};

/** The text of a body after these changes. */
export const mutateBody = (body: unknown, strokes: readonly Stroke[]): string => {
  const changed = strokes
    .filter(({ ofText }) => !ofText)
    .reduce(
      (value, { place, change }) => changeAt(value, Math.floor(place * countOf(value)), pick(changes, change)),
      body,
    );
  const text = JSON.stringify(changed).replaceAll(/"@raw:(.*?)@"/g, (_, literal: string) =>
    String(JSON.parse(`"${literal}"`)),
  );
  return strokes
    .filter(({ ofText }) => ofText)
    .reduce(
      (current, { place, change }) => pick(textChanges, change)(current, Math.floor(place * current.length)),
      text,
    );
};
