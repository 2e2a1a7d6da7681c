import { z } from 'zod';

/** One setting: an environment variable, as docs/SETTINGS.md prints it and as the process reads it at its start. */
export interface Setting<T> {
  /** What it means, in one sentence for operators. */
  readonly description: string;
  /** What it is where the variable is not set, in words where it depends on others. */
  readonly default: string;
  /** What values it takes, as messages and the table print it. */
  readonly values: string;
  readonly parse: z.ZodType<T, string>;
}

/** What was given for the settings of a table. */
export type ValuesOf<D> = { readonly [K in keyof D]?: D[K] extends Setting<infer T> ? T : never };

export const setting = <T>(definition: Setting<T>): Setting<T> => definition;

export const oneOf = <const V extends string>(...values: V[]) => ({
  values: values.map((value) => `\`${value}\``).join(' or '),
  parse: z.enum(values) as z.ZodType<V, string>,
});

/** A whole number in a range. */
export const whole = (from: number, to: number) => ({
  values: `${from} to ${to}`,
  parse: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= from && value <= to),
});

/** A URL that passes a further test; what is no URL at all is no failure of the test, but of the setting. */
export const urlWhere = (protocol: RegExp, test: (url: URL) => boolean): z.ZodType<string, string> =>
  z.url({ protocol, abort: true }).refine((text) => test(new URL(text)));

/** Scheme, host and perhaps a port: anyone who writes more means something that is not done. */
export const isOrigin = ({ href, origin }: URL): boolean => href === `${origin}/`;
