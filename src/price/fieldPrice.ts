import type { FieldNode, GraphQLField, GraphQLNamedType, SelectionSetNode } from 'graphql';
import { getNamedType, isInputObjectType, isObjectType, Kind } from 'graphql';
import type { Load } from '../../schema/costs';
import { costsOf, filterWeightOf, peeksOf } from '../../schema/costs';
import { ListAggregators } from '../operations';
import type { Operation } from '../operations/operation';
import { maxPageSize } from '../pagination/pageSize';
import type { Surroundings } from './isTold';
import { isTold } from './isTold';

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
  /** Those of `calls` that the older version of Cloud Config makes, whichever is used otherwise. */
  readonly older: ReadonlySet<Operation>;
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
  const costs = costsOf(field) ?? {};
  const { loads = [], page, details = [], keys } = costs;
  const whose = costs.account === 'own' ? { isOwn: true } : whoseOf(field, args);
  const findsGroup = loads.some(({ operation }) => operation === ListAggregators);
  const older = new Set(loads.filter(({ isOlder }) => isOlder).map(({ operation }) => operation));
  const common = { args, older, whose, leadsElsewhere: leadsElsewhere(field, whose), findsGroup };
  if (keys !== undefined) {
    const given = [args[keys.argument]].flat();
    return { ...common, calls: given.flatMap((key) => callsOf(keys.read(key)?.loads)), size: given.length };
  }

  const isPage = field.args.some(({ name }) => name === 'first');
  const size = isPage
    ? Math.min(
        Math.max(Number(args.first ?? field.args.find(({ name }) => name === 'first')?.defaultValue), 0),
        maxPageSize,
      )
    : (costs.size ?? 1);
  const isTellingNeeded =
    details.length > 0 &&
    node.selectionSet !== undefined &&
    isTold(node.selectionSet, getNamedType(field.type), around);
  // What is below a page counts for each item: what a field calls once a page is priced with the page.
  const ofPage = isPage && node.selectionSet ? loadsOfPage(node.selectionSet, getNamedType(field.type), around) : [];
  const found = callsOf([...loads.filter(({ per }) => per !== 'page'), ...ofPage]);
  const [list] = page === undefined ? found : [page.list];
  const added = (args.after == null ? 0 : 1) + (args.filter == null ? 0 : filterWeightOf(costs));
  const peeks = page !== undefined && size >= (page.peeksFrom ?? maxPageSize) ? peeksOf(page) : 0;
  const more = list === undefined ? [] : Array<Operation>(added + peeks).fill(list);
  return {
    ...common,
    calls: [...(page ? [page.list] : []), ...found, ...more, ...(isTellingNeeded ? callsOf(details) : [])],
    size,
  };
};

/** What the selected fields of a page read once for it. */
const loadsOfPage = (
  { selections }: SelectionSetNode,
  page: GraphQLNamedType,
  around: Surroundings,
): readonly Load[] => {
  const loads = selections.flatMap((selection) => {
    if (selection.kind !== Kind.FIELD) {
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : around.fragments.get(selection.name.value);
      return fragment === undefined ? [] : loadsOfPage(fragment.selectionSet, page, around);
    }
    const field = isObjectType(page) ? page.getFields()[selection.name.value] : undefined;
    return ((field && costsOf(field))?.loads ?? []).filter(({ per }) => per === 'page');
  });
  return [...new Set(loads)];
};

const callsOf = (loads: readonly Load[] = []): Operation[] =>
  loads.flatMap(({ operation, calls = 1 }) => Array<Operation>(calls).fill(operation));

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
