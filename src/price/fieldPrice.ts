import type { FieldNode, GraphQLField } from 'graphql';
import { getNamedType } from 'graphql';
import { costsOf } from '../../schema/costs';
import type { Operation } from '../operations/operation';
import { maxPageSize } from '../pagination/pageSize';
import type { Surroundings } from './isTold';
import { isTold } from './isTold';
import { listedCostsOf } from './listedCosts';

/** What a field of a document costs by itself, and how often what is selected below it. */
export interface FieldPrice {
  /** The operations that it calls at most; one that it calls twice stands there twice. */
  readonly calls: readonly Operation[];
  /** What it calls at most together with all other fields that do: see {@link onceKey}. */
  readonly once: readonly Operation[];
  /** How many objects are below it at most. */
  readonly size: number;
  /** The account that its arguments name. */
  readonly accountId?: string;
}

/** @param args as they are given, or by default. */
export const priceField = (
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  args: Readonly<Record<string, unknown>>,
  around: Surroundings,
): FieldPrice => {
  const { calls, once, peeks, peeksFrom, tells, keys, callsOfKey } = costsOf(field);
  const { slicingArguments, assumedSize, weights } = listedCostsOf(field);
  const given = keys === undefined ? undefined : args[keys];
  if (Array.isArray(given)) {
    const callsOfAll = given.flatMap((key: unknown) => [...calls, ...(callsOfKey?.(key) ?? [])]);
    return { calls: callsOfAll, once, size: given.length };
  }

  const isTellingNeeded =
    tells.length > 0 && node.selectionSet !== undefined && isTold(node.selectionSet, getNamedType(field.type), around);
  // What an argument adds are further calls of the list that the field gives a page of.
  const [list] = calls;
  const added = [...weights].flatMap(([name, weight]) =>
    args[name] == null || list === undefined ? [] : Array<Operation>(weight).fill(list),
  );
  const slices = [...slicingArguments].map(([name, byDefault]) => Number(args[name] ?? byDefault));
  // The field itself refuses what is out of range.
  const size = slices.length === 0 ? assumedSize : Math.min(Math.max(...slices, 0), maxPageSize);
  return {
    calls: [...calls, ...added, ...(size < peeksFrom ? [] : peeks), ...(isTellingNeeded ? tells : [])],
    once,
    size,
    accountId: accountOf(args),
  };
};

/** Calls that are one and the same to all fields of a document, `once` of its prices, have the same key. */
export const onceKey = ({ product, action }: Operation, accountId: string | undefined): string =>
  JSON.stringify([product.code, product.version, action, accountId]);

/** `accountId` of the arguments, or of one that is a key or an input. */
const accountOf = (args: Readonly<Record<string, unknown>>): string | undefined => {
  for (const value of [args, ...Object.values(args)]) {
    if (typeof value !== 'object' || value === null || !('accountId' in value)) continue;
    if (typeof value.accountId === 'string') return value.accountId;
  }
  return undefined;
};
