import type { FieldCosts, Load } from '../../schema/costs';
import { directoryLoad } from '../../schema/costs';
import { FeedPosition } from '../../src/feed/FeedPosition';
import { maxTied } from '../../src/feed/readFeed';
import { maxGroupPages } from '../../src/loaders/cloud-config/accountGroups';
import {
  GetAggregateResourceConfigurationTimeline,
  GetAggregator,
  GetResourceConfigurationTimeline,
  ListAccounts,
  ListAggregateDiscoveredResources,
  ListAggregators,
  ListDiscoveredResources2020,
} from '../../src/operations';
import { defaultPageSize, maxPageSize } from '../../src/pagination/pageSize';
import { maxByRole, maxNamed } from './feedScope';
import { maxJoined, maxMemberPages } from './uncoveredAccounts';

/** How many calls of lists a page may make besides two for each further source. */
const maxListsOfOne = 12;

/** So many timelines may have nothing to show, and the page is full all the same. */
const spareTimelines = 10;

/** What a filter adds: so many timelines may have nothing that matches. */
const filteredTimelines = 100;

/** What a page adds that goes on from the end of another: what was updated since is read again. */
const againTimelines = 20;

interface FeedArguments {
  readonly first?: number | null;
  readonly filter?: unknown;
  readonly after?: string | null;
  readonly between?: { readonly to?: unknown } | null;
  readonly scope?: {
    readonly resources?: readonly unknown[] | null;
    readonly accountIds?: readonly unknown[] | null;
    readonly folderId?: unknown;
  } | null;
}

/** How many calls of lists a page may make that reads so many sources. */
export const maxLists = (sources: number): number => maxListsOfOne + 2 * Math.max(0, sources - 1);

/** How many pages of timelines a page of changes may read. */
export const maxTimelines = (args: FeedArguments, position: FeedPosition | undefined): number => {
  const { first, filter, between, scope } = args;
  const named = scope?.resources?.length ?? 0;
  const isAgain = args.after != null;
  return (
    named +
    Math.min(first ?? defaultPageSize, maxPageSize) +
    1 +
    spareTimelines +
    (filter == null ? 0 : filteredTimelines) +
    (isAgain ? (position?.read === undefined ? maxTied : againTimelines) : 0) +
    (between?.to == null ? 0 : maxTied)
  );
};

const positionOf = (position: unknown): FeedPosition | undefined => FeedPosition.safeParse(position).data;

const timelines: Load = {
  operation: GetResourceConfigurationTimeline,
  inGroup: GetAggregateResourceConfigurationTimeline,
  per: 'arguments',
  calls: maxPageSize + 1 + spareTimelines,
  callsWith: (args, position) => maxTimelines(args, positionOf(position)),
  callsIfShort: 4,
};

const argumentWeights = { between: maxTied, filter: filteredTimelines, after: maxTied };

const listOfAccount: Load = {
  operation: ListDiscoveredResources2020,
  inGroup: ListAggregateDiscoveredResources,
  per: 'arguments',
  calls: maxListsOfOne,
  callsIfShort: 2,
};

const listOfGroup: Load = {
  operation: ListAggregateDiscoveredResources,
  per: 'arguments',
  calls: maxListsOfOne,
  callsIfShort: 2,
};

/** What a page of the changes of one account costs. */
export const accountFeedCosts: FieldCosts = { loads: [listOfAccount, timelines], argumentWeights, account: 'parent' };

/** What a page of the changes of an account group costs. */
export const groupFeedCosts: FieldCosts = { loads: [listOfGroup, timelines], argumentWeights, account: 'directory' };

type Scope = NonNullable<FeedArguments['scope']>;

const scopeOf = (args: Readonly<Record<string, unknown>>): Scope => args.scope ?? {};

/** Whether the scope is none of these. */
const isBesides =
  (...members: readonly string[]): Load['onlyIf'] =>
  (args) =>
    Object.entries(scopeOf(args)).every(([name, value]) => value == null || !members.includes(name));

const isDirectory = isBesides('accountIds', 'accountGroupId', 'folderId', 'resources');

/** Lists of single accounts, two for each. */
const listsByRole: Load = { operation: ListDiscoveredResources2020, per: 'arguments' };

/** What a page of the changes of a scope costs, of the whole directory if nothing is named. */
export const scopeFeedCosts: FieldCosts = {
  loads: [
    {
      operation: ListAggregators,
      per: 'document',
      calls: maxGroupPages,
      onlyIf: isBesides('accountGroupId', 'resources'),
    },
    { ...directoryLoad, onlyIf: isDirectory },
    {
      operation: ListAccounts,
      per: 'document',
      calls: maxMemberPages,
      onlyIf: isBesides('accountIds', 'accountGroupId', 'resources'),
    },
    { operation: GetAggregator, per: 'document', onlyIf: isBesides('accountGroupId', 'resources') },
    { ...listOfGroup, onlyIf: isBesides('resources') },
    // The management account, and members that the group of the directory lacks.
    { ...listsByRole, calls: 2 * (1 + maxJoined), callsIfShort: 2, onlyIf: isDirectory },
    // Every account that is named, or every one in the folder, if the group lacks them.
    {
      ...listsByRole,
      calls: 0,
      callsWith: (args) => 2 * (scopeOf(args).accountIds?.length ?? maxByRole),
      onlyIf: (args) => scopeOf(args).accountIds != null || scopeOf(args).folderId != null,
    },
    timelines,
  ],
  argumentWeights: { ...argumentWeights, scope: 2 * maxNamed },
  account: 'directory',
};
