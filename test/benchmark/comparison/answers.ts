/**
 * Compares an answer with that of the baseline, field by field. An error, a missing answer, and an answer without anything in it
 * are differences: a server that refuses everything is fast.
 *
 * @returns the places in which the two differ, and how. Empty if there are none.
 */
export const differencesOf = (expected: unknown, actual: unknown): readonly string[] => {
  const [data, errors] = partsOf(actual);
  if (errors !== undefined) return [`errors: ${JSON.stringify(errors).slice(0, 500)}`];
  const [wanted] = partsOf(expected);
  if (data === undefined || data === null || wanted === undefined || wanted === null) return ['data: there is none'];
  return [...difference('data', wanted, data)];
};

const partsOf = (answer: unknown): readonly [data: unknown, errors: unknown] => {
  const { data, errors } = (answer ?? {}) as { readonly data?: unknown; readonly errors?: unknown };
  return [data, errors];
};

function* difference(path: string, expected: unknown, actual: unknown): Generator<string> {
  if (isObject(expected) && isObject(actual) && Array.isArray(expected) === Array.isArray(actual)) {
    for (const name of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      yield* difference(`${path}.${name}`, expected[name], actual[name]);
    }
    return;
  }
  const [one, other] = isId(path) ? [idText(expected), idText(actual)] : [expected, actual];
  if (one !== other) yield `${path}: ${text(actual)} instead of ${text(expected)}`;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const text = (value: unknown): string => (JSON.stringify(value) as string | undefined)?.slice(0, 200) ?? 'nothing';

/** Some servers print the ID of an account as a number. */
const isId = (path: string): boolean => /(^|\.)(id|\w+Id)$/.test(path);
const idText = (id: unknown): unknown => (Number.isSafeInteger(id) ? String(id) : id);
