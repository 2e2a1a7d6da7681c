import type { FieldNode, GraphQLField, GraphQLNamedType, SelectionSetNode } from 'graphql';
import { getNamedType, isInputObjectType, isObjectType, Kind } from 'graphql';
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
  /** How many objects are below it at most. */
  readonly size: number;
  readonly args: Readonly<Record<string, unknown>>;
  /** Whose account it reads, where the field itself says so; otherwise that of the object that it is a field of. */
  readonly whose?: Whose;
  /** Whether what is below it may be of another account. */
  readonly leadsElsewhere: boolean;
  /** Whether its calls are those of the older version of Cloud Config, whichever is used otherwise. */
  readonly isOfOlderVersion: boolean;
  /** Whether its calls find the account group of the directory, for all that go through it. */
  readonly findsGroup: boolean;
}

/** Whose account is read, as far as a document tells. */
export interface Whose {
  /** Where it names it. */
  readonly accountId?: string;
  /** Certainly the gateway's own; it may be so, too, where one is named. */
  readonly isOwn: boolean;
}

/** @param args as they are given, or by default. */
export const priceField = (
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  args: Readonly<Record<string, unknown>>,
  around: Surroundings,
): FieldPrice => {
  const {
    calls,
    peeks,
    peeksFrom,
    tells,
    keys,
    callsOfKey,
    isOfCurrentAccount,
    isOfOlderVersion,
    isOfPage,
    findsGroup,
  } = costsOf(field);
  const { slicingArguments, assumedSize, weights } = listedCostsOf(field);
  const whose = isOfCurrentAccount ? { isOwn: true } : whoseOf(field, args);
  const common = { args, whose, leadsElsewhere: leadsElsewhere(field, whose), isOfOlderVersion, findsGroup };
  // It is priced with its page: what is below a page counts for each item.
  if (isOfPage) return { ...common, calls: [], size: 1 };
  if (keys !== undefined) {
    const given = [args[keys]].flat();
    return { ...common, calls: given.flatMap((key) => callsOfKey(key)), size: given.length };
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
  const ofPage =
    slices.length === 0 || node.selectionSet === undefined
      ? []
      : callsOfPage(node.selectionSet, getNamedType(field.type), around);
  return {
    ...common,
    calls: [...calls, ...ofPage, ...added, ...(size < peeksFrom ? [] : peeks), ...(isTellingNeeded ? tells : [])],
    size,
  };
};

/** What the selected fields of a page call once for it. */
const callsOfPage = (
  { selections }: SelectionSetNode,
  page: GraphQLNamedType,
  around: Surroundings,
): readonly Operation[] => {
  const calls = selections.flatMap((selection) => {
    if (selection.kind !== Kind.FIELD) {
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : around.fragments.get(selection.name.value);
      return fragment === undefined ? [] : callsOfPage(fragment.selectionSet, page, around);
    }
    const field = isObjectType(page) ? page.getFields()[selection.name.value] : undefined;
    const costs = field && costsOf(field);
    return costs?.isOfPage === true ? costs.calls : [];
  });
  return [...new Set(calls)];
};

/** By `accountId` of the arguments, or of one that is a key or an input: the current account, where it is left out. */
const whoseOf = (field: GraphQLField<unknown, unknown>, args: Readonly<Record<string, unknown>>): Whose | undefined => {
  for (const { name, type } of field.args) {
    const input = getNamedType(type);
    const isInput = isInputObjectType(input) && 'accountId' in input.getFields();
    if (!isInput && name !== 'accountId') continue;
    const holder = (isInput ? args[name] : args) as { readonly accountId?: unknown } | null | undefined;
    const accountId = holder?.accountId;
    return typeof accountId === 'string' ? { accountId, isOwn: false } : { isOwn: true };
  }
  return undefined;
};

/** An `account` is the one that its parent is of; any other can be anyone's. */
const leadsElsewhere = ({ name, type }: GraphQLField<unknown, unknown>, whose: Whose | undefined): boolean =>
  whose === undefined && name !== 'account' && getNamedType(type).name === 'Account';
