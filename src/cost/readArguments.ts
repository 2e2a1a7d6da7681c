import type { PositionReader } from '../pagination/isWithinOnePage';
import { upstreamPageOf } from '../pagination/isWithinOnePage';
import { maxPageSize } from '../pagination/pageSize';
import { ownId } from './Keys';
import type { Arguments } from './PlannedField';

/** The values of a member of a filter that is a list. */
export const valuesIn = (filter: unknown, name: string): readonly unknown[] => {
  const member: unknown = Object.entries(filter as object).find(([each]) => each === name)?.[1];
  return Array.isArray(member) ? member : [];
};

/** What was derived from arguments. */
interface Derived {
  text?: string;
  label?: string;
  upstreamPage?: Arguments;
}

/**
 * A property, because a WeakMap with thousands of short-lived keys is a burden for the garbage collector. It is not copied with
 * the arguments.
 */
const derived = Symbol('what was derived');

const derivedFrom = (args: Arguments & { readonly [derived]?: Derived }): Derived => {
  const known = args[derived];
  if (known !== undefined) return known;
  const empty: Derived = {};
  Object.defineProperty(args, derived, { value: empty });
  return empty;
};

/** Arguments as text. Those without variables are the same object in each evaluation of a plan. */
export const textOf = (args: Arguments): string => (derivedFrom(args).text ??= JSON.stringify(args));

/** A field together with its arguments, as text. No other field has the same arguments object. */
export const labelOf = (field: string, args: Arguments): string => (derivedFrom(args).label ??= field + textOf(args));

/** The arguments that decide which upstream page a page starts in: pages of all sizes share these. */
export const upstreamPageIn = (args: Arguments, cursors: PositionReader): Arguments =>
  (derivedFrom(args).upstreamPage ??= { ...args, first: undefined, after: upstreamPageOf(args.after, cursors) });

/** The field itself refuses a size that is out of range. */
export const sizeOf = ({ first }: Arguments, byDefault: number | undefined): number =>
  Math.min(Math.max(Number(first ?? byDefault ?? 1), 0), maxPageSize);

/** The account that arguments name, by themselves or in an input or a key. */
export const accountIn = (args: Arguments): string | undefined => {
  for (const value of [args, ...Object.values(args)]) {
    if (typeof value !== 'object' || value === null || !('accountId' in value)) continue;
    if (typeof value.accountId === 'string') return value.accountId;
  }
  return undefined;
};

/** The key of the object that arguments name, as text. */
export const keyIn = (args: Arguments, name: string | undefined): string => {
  const value = name === undefined ? undefined : args[name];
  if (typeof value !== 'object' || value === null) return String(value);
  const { accountId, region, resourceType, resourceId } = value as Readonly<Record<string, unknown>>;
  return JSON.stringify([accountId ?? ownId, region, resourceType, resourceId]);
};
