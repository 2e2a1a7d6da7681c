import { z } from 'zod';

/** How the text of a variable becomes a value. */
export interface Format<T> {
  /** Which values it takes, in Markdown, as messages and docs/SETTINGS.md print it. */
  readonly values: string;
  readonly parse: z.ZodType<T, string>;
  /** Prints a default as one would write it in the environment. Defaults to `String`. */
  print?(value: T): string;
}

/** Any text. */
export const text: Format<string> = { values: 'a text', parse: z.string().min(1) };

/** One of some words. */
export const oneOf = <const V extends string>(...values: V[]): Format<V> => ({
  values: values.map((value) => `\`${value}\``).join(' or '),
  parse: z.enum(values),
});

/** A switch. */
export const onOff: Format<boolean> = {
  values: '`on` or `off`',
  parse: z.enum(['on', 'off']).transform((value) => value === 'on'),
  print: (value) => (value ? 'on' : 'off'),
};

/** A whole number in a range, multiplied by `unit`. */
const wholeTimes = (unit: number, from: number, to: number): Format<number> => ({
  values: `${from} to ${to}`,
  parse: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= from && value <= to)
    .transform((value) => value * unit),
  print: (value) => String(value / unit),
});

/** A whole number in a range. */
export const whole = (from: number, to: number): Format<number> => wholeTimes(1, from, to);

/** A duration, written and read in milliseconds. */
export const milliseconds = whole;

/** A duration, written in seconds and read in milliseconds. */
export const seconds = (from: number, to: number): Format<number> => wholeTimes(1000, from, to);

/** A duration, written in days and read in milliseconds. */
export const days = (from: number, to: number): Format<number> => wholeTimes(86_400_000, from, to);

/** A size, written in megabytes and read in bytes. */
export const megabytes = (from: number, to: number): Format<number> => wholeTimes(1_000_000, from, to);

/** The parts of a list. A file may have one per line. */
const parts = z
  .string()
  .transform((list) => list.split(/[,\n]/).map((part) => part.trim()))
  .transform((list) => list.filter((part) => part !== ''));

const orNone = (count: number, list: string): string => (count === 0 ? '(none)' : list);

/** A comma-separated list of at least one. */
export const list = <T>(item: Format<T>, most = Infinity): Format<readonly T[]> => ({
  values: `${item.values}${most === Infinity ? '' : `, at most ${most}`}, comma-separated`,
  parse: parts.pipe(z.array(item.parse).min(1).max(most)),
  print: (values) => orNone(values.length, values.map((value) => item.print?.(value) ?? String(value)).join(',')),
});

/** What the parts of a pair are. */
interface Pair<K, T> {
  readonly values: string;
  readonly key: z.ZodType<K, string>;
  readonly value: z.ZodType<T, string>;
}

/**
 * Comma-separated pairs of a key and a value, such as `1734905562810937=AuditReader,…`. The first `=` ends the key, any
 * other is part of the value. A comma always ends a pair, so that a mistake in the next one is refused and not taken
 * for part of a value.
 */
export const pairs = <K, T>({ values, key, value }: Pair<K, T>): Format<ReadonlyMap<K, T>> => ({
  values,
  parse: parts
    .transform((list) => list.map((pair) => pair.split(/=(.*)/s, 2).map((part) => part.trim())))
    .pipe(z.array(z.tuple([key, value])).min(1))
    .transform((list) => new Map(list)),
  print: (map) => orNone(map.size, [...map].map(([one, other]) => `${String(one)}=${String(other)}`).join(',')),
});

/** A URL that passes a further test. A text that is no URL at all is refused before the test. */
export const urlWhere = (protocol: RegExp, test: (url: URL) => boolean): z.ZodType<string, string> =>
  z.url({ protocol, abort: true }).refine((url) => test(new URL(url)));

/** Only scheme, host and perhaps a port: anything more would be ignored. */
export const isOrigin = ({ href, origin }: URL): boolean => href === `${origin}/`;

export const isHttps = ({ protocol }: URL): boolean => protocol === 'https:';
