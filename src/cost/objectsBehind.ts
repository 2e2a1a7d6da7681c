import type { FieldCosts } from '../../schema/costs';
import { ListAccounts } from '../operations';
import type { Operation } from '../operations/operation';
import type { Keys, Objects, Origin } from './Keys';
import type { Arguments, PlannedField } from './PlannedField';
import type { Source } from './Source';
import { accountIn, keyIn, labelOf, sizeOf } from './readArguments';

/** What bounds the number of objects. */
export interface Sizes {
  /** How many records a list has at most. */
  longest(list: Operation | undefined): number;
  /** How many different records a list has at most, or so many levels below the root of their tree. */
  distinct(list: Operation | undefined, depth: number | undefined): number;
  listOf(typeName: string): Operation | undefined;
  /** How long a list is taken to be that has so many records at most. */
  assumed(size: number): number;
}

/** What is behind a field of one or more parents, as far as the document says it. */
export const objectsBehind = (
  { facts }: PlannedField,
  costs: FieldCosts,
  args: Arguments,
  parent: Objects,
  { sizes, origin }: { readonly sizes: Sizes; readonly origin: Origin },
): Objects => {
  const { page, loads, size = 1, object = 'each', level } = costs;
  const { account = facts.isKeyedByAccount ? 'any' : 'parent' } = costs;
  const isPage = facts.defaultSize !== undefined;
  const source = parent.self.source.at(isPage ? labelOf(facts.name, args) : facts.name);
  const length = isPage ? Math.min(sizeOf(args, facts.defaultSize), sizes.longest(page?.list)) : sizes.assumed(size);
  const most = parent.self.count * length;

  let { account: accounts, accountId, isOwn } = parent;
  if (account !== 'parent') [accounts, accountId, isOwn] = [undefined, undefined, false];
  if (account === 'directory') accounts = keysAt(source.at('@'), most, sizes, ListAccounts);
  else if (account === 'any') accounts = keysAt(source.at('@'), most, sizes);
  else if (account !== 'parent') {
    accountId = account === 'own' ? undefined : accountIn(args);
    isOwn = accountId === undefined;
    accounts = accountId === undefined ? origin.ownKey : origin.named([accountId]);
  }

  let self = parent.self;
  if (object === 'arguments') self = origin.named([keyIn(args, facts.keyArgument)]);
  else if (object !== 'parent') {
    const itself = facts.isKeyedByAccount ? accounts : undefined;
    self = itself ?? keysAt(source, most, sizes, sizes.listOf(facts.objectType), depthOf(level, self));
  }
  const isLoaded = loads !== undefined || page !== undefined;
  return {
    account: accounts,
    accountId,
    isOwn,
    self,
    page: isPage ? { source, count: parent.self.count } : undefined,
    moments: isLoaded ? Math.max(parent.moments, parent.self.count) : parent.moments,
  };
};

const keysAt = (source: Source, most: number, sizes: Sizes, list?: Operation, depth?: number): Keys => ({
  source,
  count: Math.min(most, sizes.distinct(list, depth)),
  list,
  depth,
});

const depthOf = (level: FieldCosts['level'], { depth }: Keys): number | undefined => {
  if (level === 'root') return 0;
  return level === undefined || depth === undefined ? undefined : depth + 1;
};
