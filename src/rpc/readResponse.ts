import { hashParameters } from '../json/hashParameters';
import type { JsonObject } from '../json/jsonObject';
import { isJsonObject } from '../json/jsonObject';
import { parseJson } from '../json/parseJson';
import type { Operation } from '../operations/operation';
import type { Fields, Shape } from '../operations/shapes';
import { Spellings } from './Spellings';
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

/** Where a value is in an answer. */
interface Place {
  readonly within: Place | undefined;
  readonly name: string | number;
}

const at = (within: Place | undefined, name: string | number): Place => ({ within, name });

const pathOf = ({ within, name }: Place): string => (within === undefined ? `${name}` : `${pathOf(within)}.${name}`);

/** Something that must be there is missing, or not what it must be. Says where, and never what came. */
class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly path: string;

  constructor(
    place: Place,
    readonly expected: string,
  ) {
    const path = pathOf(place);
    super(`${path} must be ${expected}`);
    this.path = path;
  }
}

/** Reads what came at a place. Undefined if it is none of what is expected there. @throws Unreadable */
type Read = (came: unknown, place: Place) => unknown;

/** Reads an object. Its own place is undefined for a whole answer. */
type ReadFields = (object: JsonObject, place: Place | undefined) => Record<string, unknown>;

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

/** How lists of such elements are read. Made once for each table. */
class ListReader {
  private readonly readElement: Read;
  private readonly spellings: Spellings | undefined;

  constructor(private readonly of: Shape) {
    this.readElement = readerOf(of);
    this.spellings = of.kind === 'object' ? readersOf(of.fields ?? {}).spellings : undefined;
  }

  /**
   * A list. Nulls in it are dropped. An element that cannot be read is an error: a list that silently lacks something
   * would be worse.
   */
  read(came: unknown, place: Place): unknown[] | undefined {
    const value = withoutQuotes(came);
    if (value === '') return undefined;
    if (!Array.isArray(value)) {
      const elements = this.elementsIn(value)?.map((element) => this.element(element, at(place, 0)));
      return elements?.includes(undefined) ? undefined : elements;
    }
    const items: unknown[] = [];
    let index = 0;
    for (const item of value as unknown[]) {
      if (item !== null) {
        const read = this.element(item, at(place, index));
        if (read === undefined) throw new Unreadable(at(place, index), expectations[this.of.kind]);
        items.push(read);
      }
      index += 1;
    }
    return items;
  }

  /** Undefined if it is none, as an object that has keys, but none of the table. */
  private element(element: unknown, place: Place): unknown {
    if (this.spellings !== undefined && isJsonObject(element)) {
      const keys = Object.keys(element);
      // An object that has other keys only is something else, whatever is optional.
      if (keys.length > 0 && !this.spellings.knowsAny(keys)) return undefined;
    }
    return this.readElement(element, place);
  }

  /**
   * What stands in place of a list without brackets: a single element, as servers that think in XML print it; or the list
   * in a wrapper, an object of one key, as other operations print the same list: `Tags: { Tag: [ … ] }`.
   *
   * @returns undefined if it is neither.
   */
  private elementsIn(value: unknown): readonly unknown[] | undefined {
    if (!isJsonObject(value) || this.spellings?.knowsAny(Object.keys(value)) === true) return [value];
    const inner = Object.values(value).filter((item) => item !== null && item !== '');
    if (inner.length > 1) return undefined;
    return inner.flatMap((item): readonly unknown[] => (Array.isArray(item) ? item : [item]));
  }
}

/** An object. A list in place of an object that does nothing but wrap a list is that list. */
const objectReader = (fields: Fields): Read => {
  const [[name, shape] = [], ...others] = Object.entries(fields);
  const wrapped = shape?.kind === 'list' && others.length === 0 ? name : undefined;
  return (came, place) => {
    const value = withoutQuotes(came);
    if (Array.isArray(value) && wrapped !== undefined) {
      return readersOf(fields).read({ [wrapped]: value as unknown }, place);
    }
    return isJsonObject(value) ? readersOf(fields).read(value, place) : undefined;
  };
};

/** How the value that a shape describes is read. */
const readerOf = (shape: Shape): Read => {
  switch (shape.kind) {
    case 'text':
      return readText;
    case 'flag':
      return readFlag;
    case 'int32':
      return (value) => readIntegerWithin(value, -(2 ** 31), 2 ** 31 - 1);
    case 'count':
      return (value) => readIntegerWithin(value, 0, Number.MAX_SAFE_INTEGER);
    case 'accountId':
      return readAccountId;
    case 'epochMs':
    case 'epochMsText':
      return readEpochMs;
    case 'isoTime':
      return readIsoTime;
    case 'jsonText':
    case 'json':
      return readJsonText;
    case 'presence':
      return (value) => value !== '';
    case 'hashes':
      return (value) => (isJsonObject(value) ? hashParameters(value) : undefined);
    case 'list': {
      const reader = new ListReader(shape.of ?? { kind: 'text' });
      return (value, place) => reader.read(value, place);
    }
    case 'object':
      return objectReader(shape.fields ?? {});
  }
};

interface Readers {
  readonly spellings: Spellings;
  readonly read: ReadFields;
}

const createReaders = (fields: Fields): Readers => {
  const spellings = new Spellings(fields);
  const members = Object.entries(fields).map(([name, shape]) => ({
    name,
    isUnread: shape.unread === true,
    isOptional: shape.optional === true,
    expected: expectations[shape.kind],
    read: readerOf(shape),
  }));
  const read: ReadFields = (object, place) => {
    const values = spellings.valuesIn(object);
    const result: Record<string, unknown> = {};
    let index = 0;
    for (const { name, isUnread, isOptional, expected, read: readMember } of members) {
      const raw = values[index];
      index += 1;
      if (isUnread || (raw === undefined && isOptional)) continue;
      const value = raw === undefined ? undefined : readMember(raw, at(place, name));
      if (isOptional) {
        if (value !== undefined) result[name] = value;
      } else if (value === undefined || value === '') {
        // What must be there is a container or an id: an empty text is none.
        throw new Unreadable(at(place, name), expected);
      } else {
        result[name] = value;
      }
    }
    return result;
  };
  return { spellings, read };
};

/** Tables live as long as the process, nearly all of them. */
const readers = new WeakMap<Fields, Readers>();

const readersOf = (fields: Fields): Readers => {
  let known = readers.get(fields);
  if (known === undefined) readers.set(fields, (known = createReaders(fields)));
  return known;
};

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
    const read = readersOf(operation.response).read(body, undefined);
    read.RequestId = requestId;
    return read as Answer;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const detail = `expected ${error.path} to be ${error.expected}`;
    throw failureOf(operation, { kind: 'BAD_RESPONSE', httpStatus: 200, requestId, detail });
  }
}
