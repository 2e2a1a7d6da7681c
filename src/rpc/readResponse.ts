import type { Operation } from '../operations/operation';
import type { Fields, Shape } from '../operations/shapes';
import { failureOf } from './failures';
import type { JsonObject } from './jsonObject';
import { FieldFinder, isJsonObject } from './jsonObject';

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
  list: 'a list',
  object: 'an object',
};

/** The last instant that a JavaScript Date can hold. */
const lastInstantMs = 8.64e15;

function readText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  // Ids that samples print as text arrive as numbers too.
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

function readFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.toLowerCase() : undefined;
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

function readInteger(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

function readIntegerWithin(value: unknown, min: number, max: number): number | undefined {
  const number = readInteger(value);
  return number !== undefined && number >= min && number <= max ? number : undefined;
}

/** Digits. The parser has kept those that a double cannot hold as text. */
function readAccountId(value: unknown): string | undefined {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  return typeof text === 'string' && /^\d{1,32}$/.test(text) ? text : undefined;
}

/** The times of these APIs are UTC; where a zone is left out, it is written in, lest somebody read local time. */
function readIsoTime(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) return undefined;
  const text = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(value) ? value : `${value}Z`;
  return Number.isNaN(Date.parse(text)) ? undefined : text;
}

/** JSON text stays as it came, broken or not. Where the value itself came instead of its text, it is printed. */
function readJsonText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value);
  } catch {
    // Nested deeper than the stack.
    return undefined;
  }
}

/**
 * A list. A single element without the brackets is taken for a list of one, as XML-minded servers print it; nulls in
 * it are dropped. An element that cannot be read is an error: a list that silently lacks something would be worse.
 */
function readList(of: Shape, value: unknown, path: string): unknown[] | undefined {
  if (value === '') return undefined;
  if (!Array.isArray(value)) {
    const single = readValue(of, value, `${path}.`, '0');
    return single === undefined ? undefined : [single];
  }
  const items: unknown[] = [];
  for (const [index, item] of (value as unknown[]).entries()) {
    if (item === null) continue;
    const read = readValue(of, item, `${path}.`, String(index));
    if (read === undefined) throw new Unreadable(`${path}.${index}`, expectations[of.kind]);
    items.push(read);
  }
  return items;
}

/** The value that a shape describes, or undefined where what came is none. It stands at `prefix` and `name`. */
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
      return readIntegerWithin(value, -lastInstantMs, lastInstantMs);
    case 'isoTime':
      return readIsoTime(value);
    case 'jsonText':
      return readJsonText(value);
    case 'list':
      return readList(shape.of ?? { kind: 'text' }, value, prefix + name);
    case 'object':
      return isJsonObject(value) ? readFields(shape.fields ?? {}, value, `${prefix}${name}.`) : undefined;
  }
}

function readFields(fields: Fields, object: JsonObject, prefix: string): Record<string, unknown> {
  const finder = new FieldFinder(object);
  const result: Record<string, unknown> = {};
  for (const [name, shape] of Object.entries(fields)) {
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
 * Tolerant in content: letter case of keys, documented aliases, ids and numbers as text or number, single elements in
 * place of lists, unreadable optional values (left out), unknown fields (dropped). Strict in what must be there.
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
