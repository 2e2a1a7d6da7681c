/**
 * The vocabulary in which the catalogue describes what travels on the wire.
 *
 * A {@link Shape} is plain data: the client's encoder and reader, the emulator's decoder and encoder, the
 * TypeScript types and docs/OPERATIONS.md are all derived from it.
 */

/** What a value is: its JSON type on the wire, and (in the comment) its type in a request or record. */
export type ShapeKind =
  | 'text' // string -> string
  | 'flag' // true/false -> boolean
  | 'int32' // number -> number
  | 'count' // a 64-bit integer that counts things -> number
  | 'accountId' // number or string, see `wire` -> string of digits
  | 'epochMs' // number, or (in a parameter) digits: milliseconds since the epoch -> number
  | 'epochMsText' // digits inside a string -> number; an empty string is absent
  | 'isoTime' // ISO 8601 in UTC -> string; an empty string is absent
  | 'jsonText' // JSON text inside a string, possibly malformed -> string, unparsed
  | 'json' // any JSON value -> string, its text
  | 'presence' // a text that is not kept -> whether there was one
  | 'hashes' // an object that somebody sent -> its names, with keyed hashes of its values; see redactParameters.ts
  | 'list' // array -> array
  | 'object'; // object -> object

/** How a list or object parameter is written into the one flat map of strings that a request is. */
export type Encoding =
  | 'plain' // Name=value
  | 'flat' // Name.1.Key=value, counted from 1
  | 'json' // Name=[{"Key":"value"}]
  | 'csv'; // Name=value,value

/** One value on the wire. `T` is its type in a request or record. */
export interface Shape<T = unknown> {
  readonly kind: ShapeKind;
  /** True if a request may omit it, or an answer may lack it. */
  readonly optional?: boolean;
  /** Values that are documented; an answer may bring others. */
  readonly values?: readonly string[];
  /** The same of an integer. */
  readonly intValues?: readonly number[];
  /** How an account id is printed: JSON number (Cloud Config, Governance) or string (the others). */
  readonly wire?: 'number' | 'string';
  /** The other JSON type that samples show for the same field, of an account id or a time. */
  readonly wireAlso?: 'number' | 'string';
  /** Other spellings of the key that samples show. Letter case is ignored anyway when an answer is read. */
  readonly aliases?: readonly string[];
  /** For `kind: 'object'`: samples spell every key inside it with a lower-case first letter, too. */
  readonly lowerCaseKeys?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly maxItems?: number;
  /** How many characters a text has. */
  readonly minLength?: number;
  /** Of a required text in a request: an empty one is sent, as the region of a resource that has none. */
  readonly mayBeEmpty?: boolean;
  readonly maxLength?: number;
  /** The form of the whole text: a regular expression without anchors. */
  readonly pattern?: string;
  /** The value that the upstream assumes if a request omits the parameter. */
  readonly default?: string | number | boolean;
  readonly encoding?: Encoding;
  /** Where the metadata puts a parameter; the gateway accepts both. */
  readonly in?: 'query' | 'form';
  /** Part of an answer that is never read: it may hold secrets, or nothing that is needed. */
  readonly unread?: boolean;
  /** The parameter is retired: kept here so that the emulator knows it, never sent by the gateway. */
  readonly retired?: boolean;
  /** For `kind: 'list'`. */
  readonly of?: Shape;
  /** For `kind: 'object'`. */
  readonly fields?: Fields;
  /** Carries the type; never set. */
  readonly _type?: T;
}

export type Fields = Readonly<Record<string, Shape>>;

type Options = Omit<Shape, 'kind' | 'optional' | 'of' | 'fields' | '_type'>;
type Optional<T> = Shape<T> & { readonly optional: true };

/** The value that a shape describes. */
export type ValueOf<S> = S extends Shape<infer T> ? T : never;

type OptionalKeys<F extends Fields> = { [K in keyof F]: F[K] extends { optional: true } ? K : never }[keyof F];

/** The object that a table of fields describes: optional shapes become optional properties. */
export type RecordOf<F extends Fields> = {
  readonly [K in Exclude<keyof F, OptionalKeys<F>>]: ValueOf<F[K]>;
} & { readonly [K in OptionalKeys<F>]?: ValueOf<F[K]> };

export const text = (options: Options = {}): Shape<string> => ({ kind: 'text', ...options });
export const flag = (options: Options = {}): Shape<boolean> => ({ kind: 'flag', ...options });
export const int32 = (options: Options = {}): Shape<number> => ({ kind: 'int32', ...options });
export const count = (options: Options = {}): Shape<number> => ({ kind: 'count', ...options });
export const epochMs = (options: Options = {}): Shape<number> => ({ kind: 'epochMs', ...options });
export const epochMsText = (options: Options = {}): Shape<number> => ({ kind: 'epochMsText', ...options });
export const isoTime = (options: Options = {}): Shape<string> => ({ kind: 'isoTime', ...options });
export const jsonText = (options: Options = {}): Shape<string> => ({ kind: 'jsonText', ...options });

/** Any JSON value, as its text. */
export const json = (options: Options = {}): Shape<string> => ({ kind: 'json', ...options });
/** Whether a text is there that is not kept. A handler of the emulator gives the text. */
export const presence = (options: Options = {}): Shape => ({ kind: 'presence', ...options });
/** An object of which names and hashes are kept. A handler of the emulator gives the object. */
export const hashes = (options: Options = {}): Shape => ({ kind: 'hashes', ...options });

/** An account id: digits, a string in every request and record, whatever the wire prints. */
export const accountId = (wire: 'number' | 'string', options: Options = {}): Shape<string> => ({
  kind: 'accountId',
  wire,
  ...options,
});

/** A text with documented values. Its type stays `string`: the upstream adds values without notice. */
export const oneOf = (values: readonly string[], options: Options = {}): Shape<string> => ({
  kind: 'text',
  values,
  ...options,
});

export const list = <T>(of: Shape<T>, options: Options = {}): Shape<readonly T[]> => ({ kind: 'list', of, ...options });

export const object = <F extends Fields>(fields: F, options: Options = {}): Shape<RecordOf<F>> => ({
  kind: 'object',
  fields,
  ...options,
});

/** Marks what a request may omit, or an answer may lack. */
export const optional = <T>(shape: Shape<T>): Optional<T> => ({ ...shape, optional: true });

/** Marks a part of an answer that is never read, nor kept, nor logged. */
export const unread = (shape: Shape): Optional<unknown> => ({ ...shape, optional: true, unread: true });
