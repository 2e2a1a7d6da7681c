import type { KnownLists, ListName } from '../loaders/KnownLists';
import {
  ListAccountFactoryBaselines,
  ListAccounts,
  ListAccountsForParent,
  ListAggregateDiscoveredResources,
  ListAggregators,
  ListEnrolledAccounts,
  ListFoldersForParent,
  ListSupportedProducts,
} from '../operations';
import type { Operation } from '../operations/operation';
import { ownId } from './Keys';
import type { KnownSizes } from './KnownSizes';

/** So many keys at once may be read by their list, if others were lately read one by one. */
const fewestOfPage = 10;

const names = new Map<Operation, ListName>([
  [ListAccounts, 'accounts'],
  [ListEnrolledAccounts, 'enrolledAccounts'],
  [ListAccountFactoryBaselines, 'accountFactoryBaselines'],
  [ListAggregators, 'accountGroups'],
]);

/** The list that has every object of a type. */
const lists = new Map<string, Operation>([
  ['AccountFactoryBaseline', ListAccountFactoryBaselines],
  ['AccountGroup', ListAggregators],
  ['ResourceDirectoryFolder', ListFoldersForParent],
]);

/** How the key of a resource of the gateway's own account starts. */
const ownKeyStart = JSON.stringify([ownId]).slice(0, -1);

/** What a process knows, as the cost estimate of a document reads it. */
export const knownSizesOf = (known: KnownLists): KnownSizes => {
  const lengthOf = (list: Operation): number | undefined => {
    const name = names.get(list);
    return name && known.lengthOf(name);
  };
  /** The list may omit the gateway's own account. */
  const accounts = (): number | undefined => {
    const length = known.lengthOf('accounts');
    return length === undefined ? undefined : length + 1;
  };

  return {
    lengthOf: (list) => {
      if (list === ListAccounts || list === ListAccountsForParent) return accounts();
      if (list === ListFoldersForParent) return known.folders.count();
      // One page holds them all, as soon as one was the last.
      if (list === ListSupportedProducts) return known.endOf(list) === 'RECORDS' ? 1 : undefined;
      // An account is enrolled once.
      return list === ListEnrolledAccounts ? (lengthOf(list) ?? accounts()) : lengthOf(list);
    },
    lengthAt: (list, depth) => (list === ListFoldersForParent ? known.folders.countAt(depth) : undefined),
    isLonger: (list, length) => !known.omitsAccounts && (lengthOf(list) ?? 0) > length,
    fewestOf: (list) =>
      list === ListAggregateDiscoveredResources && !known.omitsAccounts ? known.fewestResources() : 0,
    hasSeen: (key) => {
      const own = known.ownAccountId;
      if (!key.startsWith(ownKeyStart) && key !== ownId) return known.seen.has(key);
      return own !== undefined && known.seen.has(key.replace(ownId, own));
    },
    endsWithRecords: (list) => known.endOf(list) === 'RECORDS',
    omitsAccounts: known.omitsAccounts,
    timelineOrder: () => known.timelineOrder,
    callsToJudgeCounts: () => known.timelineCounts.callsToJudge,
    listOf: (typeName) => lists.get(typeName),
    lengthFrom: (list) => (list === ListEnrolledAccounts ? [ListAccounts, list] : [list]),
    singlesBefore: (list, keys) => {
      const name = names.get(list);
      return name === undefined || keys < fewestOfPage ? 0 : known.recentSingles(name);
    },
  };
};
