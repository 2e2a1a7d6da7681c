import type { Operation } from '../operations/operation';
import type { Fields, Shape } from '../operations/shapes';
import type { Readings } from './readings';

/** What is printed as JSON or XML: plain data, with a bigint for a number whose digits must not change. */
export type WireValue = string | number | boolean | bigint | readonly WireValue[] | WireObject;
export interface WireObject {
  readonly [key: string]: WireValue;
}

/** Ways in which an answer departs from its documents on purpose: the content faults. */
export interface Oddities {
  /** Every account id as this JSON type. */
  readonly idsAs?: 'number' | 'string';
  /** Stands in every field that has documented values. */
  readonly unknownEnum?: string;
  /** Quotes in `Tags` doubled, as the published samples print them. */
  readonly malformedTags?: boolean;
  /** Embedded JSON escaped once too often, as the published samples of Cloud Config 2020-09-07 print it. */
  readonly escapedJson?: boolean;
  /** `Tags` with its wrapper `Tag` if the document has none, and without it if it has one. */
  readonly otherTagWrapper?: boolean;
  /** Names that the upstream cut inside an emoji: their last character is half a surrogate pair. */
  readonly cutNames?: boolean;
  /** A backslash before every quote of embedded JSON: a reading, for XML alone. */
  readonly escapedQuotes?: boolean;
  /** Keys in the letter case of nobody's documents. */
  readonly oddCasing?: boolean;
}

interface Encoder {
  readonly readings: Readings;
  readonly oddities: Oddities;
}

/**
 * A handler's answer in wire form, `RequestId` first, by the operation's response table. What the table does not
 * name is omitted. Throws if a required field is missing: that is a mistake in the emulator.
 */
export function encodeAnswer(
  operation: Operation,
  answer: object,
  requestId: string,
  readings: Readings,
  oddities: Oddities,
): WireObject {
  const body = encodeFields(operation.response, answer, { readings, oddities }, operation.action);
  const whole = { RequestId: requestId, ...withSampleKeys(operation, body, readings) };
  return oddities.oddCasing === true ? withOddCasing(whole) : whole;
}

/** The printed sample of one operation spells every key of its record with a lower-case first letter. */
function withSampleKeys({ action }: Operation, body: WireObject, { detailKeys }: Readings): WireObject {
  if (action !== 'DescribeDiscoveredResource' || detailKeys === 'documented') return body;
  const record = body.DiscoveredResourceDetail;
  if (record === undefined || !isWireObject(record)) return body;
  const recased = Object.entries(record).map(([key, value]) => [key.charAt(0).toLowerCase() + key.slice(1), value]);
  return { ...body, DiscoveredResourceDetail: Object.fromEntries(recased) as WireObject };
}

function encodeFields(fields: Fields, record: object, encoder: Encoder, path: string): WireObject {
  const members = new Map<string, unknown>(Object.entries(record));
  const encoded: Record<string, WireValue> = {};
  for (const [name, shape] of Object.entries(fields)) {
    const value = members.get(name) ?? undefined;
    if (value !== undefined) encoded[keyOf(name, shape, encoder)] = encode(shape, value, encoder, `${path}.${name}`);
    else if (shape.optional !== true) throw new Error(`The handler's answer lacks ${path}.${name}.`);
  }
  return encoded;
}

/** Samples and field tables spell the key of the event type differently. */
function keyOf(name: string, shape: Shape, { readings }: Encoder): string {
  return shape.aliases?.includes(readings.eventTypeKey) === true ? readings.eventTypeKey : name;
}

function encode(shape: Shape, value: unknown, encoder: Encoder, path: string): WireValue {
  const { oddities } = encoder;
  if (shape.unread === true) return value as WireValue;
  switch (shape.kind) {
    case 'accountId':
      return encodeAccountId(shape, expectType('string', value, path), encoder);
    case 'epochMsText':
      return shape.wireAlso === 'number' && encoder.readings.changeTimes === 'number'
        ? expectType('number', value, path)
        : String(expectType('number', value, path));
    case 'epochMs':
    case 'int32':
    case 'count':
      return expectType('number', value, path);
    case 'flag':
      return expectType('boolean', value, path);
    case 'text': {
      const text = expectType('string', value, path);
      if (shape.values) return oddities.unknownEnum ?? text;
      return oddities.cutNames === true && path.endsWith('Name') ? `${text}${halfEmoji}` : text;
    }
    case 'json':
      return JSON.parse(expectType('string', value, path)) as WireValue;
    case 'presence':
    case 'hashes':
      return value as WireValue;
    case 'isoTime':
      return expectType('string', value, path);
    case 'jsonText': {
      const text = expectType('string', value, path);
      const raw = oddities.malformedTags === true && path.endsWith('.Tags') ? text.replaceAll('"', '""') : text;
      const whole = oddities.escapedJson === true ? JSON.stringify(raw).slice(1, -1) : raw;
      return oddities.escapedQuotes === true ? whole.replaceAll('"', '\\"') : whole;
    }
    case 'list': {
      if (!Array.isArray(value) || !shape.of) throw new Error(`${path} must be a list.`);
      const { of } = shape;
      const items = value.map((item, index) => encode(of, item, encoder, `${path}.${index}`));
      return oddities.otherTagWrapper === true && path.endsWith('.Tags') ? { Tag: items } : items;
    }
    case 'object':
      if (typeof value !== 'object' || value === null) throw new Error(`${path} must be an object.`);
      return withoutWrapper(encodeFields(shape.fields ?? {}, value, encoder, path), encoder, path);
  }
}

/** The first half of 😀. */
const halfEmoji = '\uD83D';

const withoutWrapper = (object: WireObject, { oddities }: Encoder, path: string): WireValue =>
  oddities.otherTagWrapper === true && path.endsWith('.Tags') ? (object.Tag ?? []) : object;

interface Types {
  string: string;
  number: number;
  boolean: boolean;
}

function expectType<T extends keyof Types>(type: T, value: unknown, path: string): Types[T] {
  if (typeof value !== type) throw new Error(`${path} must be a ${type}, but the handler gave a ${typeof value}.`);
  return value as Types[T];
}

/** Ids keep their exact digits, also as JSON numbers beyond 2^53. */
function encodeAccountId(shape: Shape, id: string, { readings, oddities }: Encoder): WireValue {
  const wire = oddities.idsAs ?? (shape.wireAlso === undefined ? shape.wire : readings.accountIds);
  // Ids of printed samples are masked; no number can be.
  return wire === 'number' && /^\d+$/.test(id) ? BigInt(id) : id;
}

/** Every key in another letter case than documented: lower first letter, all lower, all upper, in turn. */
export function withOddCasing(whole: WireObject): WireObject {
  const forms = [
    (key: string) => key.charAt(0).toLowerCase() + key.slice(1),
    (key: string) => key.toLowerCase(),
    (key: string) => key.toUpperCase(),
  ];
  const recase = (value: WireValue): WireValue => {
    if (Array.isArray(value)) return value.map(recase);
    return isWireObject(value) ? recaseObject(value) : value;
  };
  const recaseObject = (object: WireObject): WireObject =>
    Object.fromEntries(
      Object.entries(object).map(([key, value], index) => [forms[index % forms.length]?.(key) ?? key, recase(value)]),
    );
  return recaseObject(whole);
}

/** Whether a value is printed with keys. */
export const isWireObject = (value: WireValue): value is WireObject =>
  typeof value === 'object' && !Array.isArray(value);
