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

const texts = new WeakMap<Arguments, string>();

/** Arguments as text. Those without variables are the same object in each evaluation of a plan. */
export const textOf = (args: Arguments): string => {
  let text = texts.get(args);
  if (text === undefined) texts.set(args, (text = JSON.stringify(args)));
  return text;
};

const labels = new WeakMap<Arguments, string>();

/** A field together with its arguments, as text. No other field has the same arguments object. */
export const labelOf = (field: string, args: Arguments): string => {
  let label = labels.get(args);
  if (label === undefined) labels.set(args, (label = field + textOf(args)));
  return label;
};

const upstreamPages = new WeakMap<Arguments, Arguments>();

/** The arguments that decide which upstream page a page starts in: pages of all sizes share these. */
export const upstreamPageIn = (args: Arguments, cursors: PositionReader): Arguments => {
  let page = upstreamPages.get(args);
  if (page === undefined) {
    page = { ...args, first: undefined, after: upstreamPageOf(args.after, cursors) };
    upstreamPages.set(args, page);
  }
  return page;
};

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
