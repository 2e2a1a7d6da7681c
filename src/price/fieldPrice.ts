import type { FieldNode, GraphQLField } from 'graphql';
import { getNamedType, isInputObjectType } from 'graphql';
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
  const common = { args, whose, leadsElsewhere: leadsElsewhere(field, whose), findsGroup };
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
  const found = callsOf(loads);
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
