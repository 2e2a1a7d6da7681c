import { hashParameters } from '../json/hashParameters';
import type { JsonObject } from '../json/jsonObject';
import { isJsonObject } from '../json/jsonObject';
import { parseJson } from '../json/parseJson';
import type { Operation } from '../operations/operation';
import type { Fields, Shape } from '../operations/shapes';
import { FieldFinder } from './FieldFinder';
import { failureOf } from './failures';
import {
  readAccountId,
  readEpochMs,
  readFlag,
  readIntegerWithin,
  readIsoTime,
  readJsonText,
  readText,
} from './readScalar';

/** An answer read by its operation's table, and the upstream's id of the call. */
export type Answer = Readonly<Record<string, unknown>> & { readonly RequestId: string };

/** Something that must be there is missing, or not what it must be. Says where, and never what came. */
class Unreadable extends Error {
  override readonly name = 'Unreadable';

  constructor(
    readonly path: string,
    readonly expected: string,
  ) {
    super(`${path} must be ${expected}`);
  }
}

const expectations: Readonly<Record<Shape['kind'], string>> = {
  text: 'a text',
  flag: 'true or false',
  int32: 'a 32-bit integer',
  count: 'a whole number',
  accountId: 'an account id',
  epochMs: 'a time in milliseconds',
  epochMsText: 'a time in milliseconds',
  isoTime: 'a time in ISO 8601',
  jsonText: 'JSON text',
  json: 'JSON',
  presence: 'a text',
  hashes: 'an object',
  list: 'a list',
  object: 'an object',
};

/** A list or an object that came as its JSON text; anything else as it is. */
function withoutQuotes(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return parseJson(value);
  } catch {
    return value;
  }
}

/** Whether an object has a key of the table. One that has others only is something else, whatever is optional. */
function isRecordOf(fields: Fields, object: JsonObject): boolean {
  const keys = new Set(Object.keys(object).map((key) => key.toLowerCase()));
  return Object.entries(fields).some(([name, { aliases = [] }]) =>
    [name, ...aliases].some((spelling) => keys.has(spelling.toLowerCase())),
  );
}

/**
 * What stands in place of a list without brackets: a single element, as servers that think in XML print it; or the list
 * in a wrapper, an object of one key, as other operations print the same list: `Tags: { Tag: [ … ] }`.
 *
 * @returns undefined if it is neither.
 */
function elementsIn(of: Shape, value: unknown): readonly unknown[] | undefined {
  if (!isJsonObject(value) || (of.kind === 'object' && isRecordOf(of.fields ?? {}, value))) return [value];
  const inner = Object.values(value).filter((item) => item !== null && item !== '');
  if (inner.length > 1) return undefined;
  return inner.flatMap((item): readonly unknown[] => (Array.isArray(item) ? item : [item]));
}

/**
 * A list. Nulls in it are dropped. An element that cannot be read is an error: a list that silently lacks something
 * would be worse.
 */
function readList(of: Shape, came: unknown, path: string): unknown[] | undefined {
  const value = withoutQuotes(came);
  if (value === '') return undefined;
  if (!Array.isArray(value)) {
    const elements = elementsIn(of, value)?.map((element) => readElement(of, element, path, 0));
    return elements?.includes(undefined) ? undefined : elements;
  }
  const items: unknown[] = [];
  for (const [index, item] of (value as unknown[]).entries()) {
    if (item === null) continue;
    const read = readElement(of, item, path, index);
    if (read === undefined) throw new Unreadable(`${path}.${index}`, expectations[of.kind]);
    items.push(read);
  }
  return items;
}

/** Undefined if it is none, as an object that has keys, but none of the table. */
function readElement(of: Shape, element: unknown, path: string, index: number): unknown {
  const isOther =
    of.kind === 'object' &&
    isJsonObject(element) &&
    Object.keys(element).length > 0 &&
    !isRecordOf(of.fields ?? {}, element);
  return isOther ? undefined : readValue(of, element, `${path}.`, String(index));
}

/** An object. A list in place of an object that does nothing but wrap a list is that list. */
function readObject(fields: Fields, came: unknown, path: string): Record<string, unknown> | undefined {
  const value = withoutQuotes(came);
  const [[name, shape] = [], ...others] = Object.entries(fields);
  if (Array.isArray(value) && name !== undefined && shape?.kind === 'list' && others.length === 0) {
    return readFields(fields, { [name]: value as unknown }, `${path}.`);
  }
  return isJsonObject(value) ? readFields(fields, value, `${path}.`) : undefined;
}

/** The value that a shape describes, or undefined if what came is none. It stands at `prefix` and `name`. */
function readValue(shape: Shape, value: unknown, prefix: string, name: string): unknown {
  switch (shape.kind) {
    case 'text':
      return readText(value);
    case 'flag':
      return readFlag(value);
    case 'int32':
      return readIntegerWithin(value, -(2 ** 31), 2 ** 31 - 1);
    case 'count':
      return readIntegerWithin(value, 0, Number.MAX_SAFE_INTEGER);
    case 'accountId':
      return readAccountId(value);
    case 'epochMs':
    case 'epochMsText':
      return readEpochMs(value);
    case 'isoTime':
      return readIsoTime(value);
    case 'jsonText':
    case 'json':
      return readJsonText(value);
    case 'presence':
      return value !== '';
    case 'hashes':
      return isJsonObject(value) ? hashParameters(value) : undefined;
    case 'list':
      return readList(shape.of ?? { kind: 'text' }, value, prefix + name);
    case 'object':
      return readObject(shape.fields ?? {}, value, prefix + name);
  }
}

function readFields(fields: Fields, object: JsonObject, prefix: string): Record<string, unknown> {
  const finder = new FieldFinder(object);
  const result: Record<string, unknown> = {};
  for (const [name, shape] of Object.entries(fields)) {
    if (shape.unread) continue;
    const raw = finder.find(name, shape.aliases);
    const value = raw === undefined ? undefined : readValue(shape, raw, prefix, name);
    if (shape.optional) {
      if (value !== undefined) result[name] = value;
    } else if (value === undefined || value === '') {
      // What must be there is a container or an id: an empty text is none.
      throw new Unreadable(prefix + name, expectations[shape.kind]);
    } else {
      result[name] = value;
    }
  }
  return result;
}

/**
 * Reads a successful body by the operation's response table.
 *
 * Tolerant in content: letter case of keys, documented aliases, ids, numbers and times as text or number, flags as text
 * or 0 and 1, single elements in place of lists, lists with or without a wrapper, lists and objects as JSON text,
 * unreadable optional values (omitted), unknown fields (dropped). Strict in what must be there.
 *
 * @throws RpcError `BAD_RESPONSE`, naming the path of what is missing.
 */
export function readResponse(operation: Operation, body: JsonObject, requestId: string): Answer {
  try {
    return { ...readFields(operation.response, body, ''), RequestId: requestId };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const detail = `expected ${error.path} to be ${error.expected}`;
    throw failureOf(operation, { kind: 'BAD_RESPONSE', httpStatus: 200, requestId, detail });
  }
}
