import { resourceKeyText } from '../../changes/ResourceKey';
import { RpcError } from '../../errors/RpcError';
import {
  GetAggregateResourceCountsGroupByRegion,
  GetAggregateResourceCountsGroupByResourceType,
  GetAggregator,
  ListAggregateDiscoveredResources,
  ListAggregators,
} from '../../operations';
import type { AccountGroupRecord } from '../../operations/cloud-config/2020-09-07/AccountGroupRecord';
import type { AggregateResourceRecord } from '../../operations/cloud-config/2020-09-07/ResourceRecord';
import { InvalidAggregatorId } from '../../operations/cloud-config/2020-09-07/accountGroupErrors';
import type { RequestOf } from '../../operations/operation';
import { LostToken } from '../../pagination/LostToken';
import type { UpstreamTokenRequest } from '../../pagination/readTokenPage';
import { readWholeList } from '../../pagination/readWholeList';
import type { RpcClient } from '../../rpc/client';
import type { KnownLists } from '../KnownLists';
import { fanOut } from '../batch/fanOut';
import { groupNames, keyOf } from './loaders';

/** What ListAggregateDiscoveredResources itself can filter by. */
export type AggregateListFilter = Omit<
  RequestOf<typeof ListAggregateDiscoveredResources>,
  'AggregatorId' | 'MaxResults' | 'NextToken'
>;

/** Which account group. */
export interface AccountGroupKey {
  readonly accountGroupId: string;
}

/** What the resources of all members are counted by. */
export interface GroupCountsKey extends AccountGroupKey {
  readonly by: 'ResourceType' | 'Region';
}

/** A resource of the list, and the member that owns it. */
export interface OwnedResource {
  readonly ownerAccountId: string;
  readonly record: AggregateResourceRecord;
}

/** One upstream page of account groups. */
export interface GroupsPage {
  readonly records: readonly AccountGroupRecord[];
  readonly nextToken?: string;
}

/** How many calls find the group of the whole directory among up to a hundred, a token on the last page included. */
export const maxGroupPages = 2;

/** What finding the account group of the whole directory calls at most, once a request. */
export const groupLookUp = Array<typeof ListAggregators>(maxGroupPages).fill(ListAggregators);

/** Whether the members of a group have been gathered. */
export const isReady = ({ AggregatorStatus }: AccountGroupRecord): boolean => AggregatorStatus === 1;

const listOfGroups = {
  operation: ListAggregators,
  keyOf: ({ AggregatorId }: AccountGroupRecord) => AggregatorId,
};

/** The account group of the whole directory, as `ofDirectory` gives it. @throws RpcError if the list has no end. */
export const findDirectoryGroup = async (
  readPage: (page: UpstreamTokenRequest) => Promise<GroupsPage>,
): Promise<AccountGroupRecord | null> => {
  let found: AccountGroupRecord | null = null;
  try {
    for await (const records of readWholeList(listOfGroups, readPage)) {
      const ofDirectory = records.filter(({ AggregatorType }) => AggregatorType === 'RD');
      const ready = ofDirectory.find(isReady);
      if (ready !== undefined) return ready;
      found ??= ofDirectory[0] ?? null;
    }
  } catch (error) {
    throw error instanceof LostToken ? error.reason : error;
  }
  return found;
};

/**
 * Loaders for one request, bound to that caller's credentials: never share them between requests. Account groups are
 * read with the gateway's own credentials, whichever member a resource is of: a group has one owner.
 */
export const createAccountGroupLoaders = (rpc: RpcClient, lists: KnownLists) => {
  /** One upstream page of the account groups, in the list form. */
  const groupsPage = fanOut(
    'accountGroups.groupsPage',
    async ({ fresh, ...page }: UpstreamTokenRequest) => {
      const { AggregatorsResult } = await rpc.call(ListAggregators, page, { fresh });
      const { Aggregators: records = [], NextToken: nextToken } = AggregatorsResult;
      const isWhole = page.NextToken === undefined && (nextToken === undefined || nextToken === '');
      if (isWhole) lists.learnLength('accountGroups', records.length);
      return { records, nextToken };
    },
    JSON.stringify,
  );

  /** How many resources all members have, by type or by region. */
  const resourceCounts = fanOut(
    'accountGroups.resourceCounts',
    async ({ accountGroupId, by }: GroupCountsKey) => {
      const operation =
        by === 'Region' ? GetAggregateResourceCountsGroupByRegion : GetAggregateResourceCountsGroupByResourceType;
      const { DiscoveredResourceCountsSummary } = await rpc.call(operation, { AggregatorId: accountGroupId });
      return DiscoveredResourceCountsSummary;
    },
    JSON.stringify,
  );

  const detail = fanOut('accountGroups.detail', async (accountGroupId: string) => {
    const { Aggregator } = await rpc.call(GetAggregator, { AggregatorId: accountGroupId });
    return Aggregator;
  });

  return {
    groupsPage,

    /** An account group in the detail form, with all its members; fails if there is none. */
    detail,

    /** The accounts of an account group. Fails if the upstream does not list them. */
    memberIds: fanOut('accountGroups.memberIds', async (accountGroupId: string) => {
      const { AggregatorAccounts } = await detail.load(accountGroupId);
      if (AggregatorAccounts === undefined) throw withoutMembers();
      return AggregatorAccounts.map(({ AccountId }) => AccountId);
    }),

    /**
     * The account group that covers the whole directory, one whose members are gathered before one whose are not; null
     * if there is none. One call for each hundred groups.
     */
    ofDirectory: fanOut('accountGroups.ofDirectory', async (_: 'current') => {
      const group = await findDirectoryGroup((page) => groupsPage.load(page));
      if (group !== null) lists.learnDirectoryGroup(group.AggregatorId);
      return group;
    }),

    /** One upstream page of the resources of all members, in the list form. */
    resourcesPage: fanOut(
      'accountGroups.resourcesPage',
      async ({ accountGroupId, fresh, ...request }: AccountGroupKey & AggregateListFilter & UpstreamTokenRequest) => {
        const { DiscoveredResourceProfiles } = await explainGroup(
          rpc.call(ListAggregateDiscoveredResources, { AggregatorId: accountGroupId, ...request }, { fresh }),
        );
        const { DiscoveredResourceProfileList = [], NextToken, TotalCount } = DiscoveredResourceProfiles;
        const records = DiscoveredResourceProfileList.map(toOwned);
        const keys = new Set(
          records.map(({ ownerAccountId, record }) => resourceKeyText(keyOf(ownerAccountId, record))),
        );
        for (const key of keys) lists.seen.note(key);
        if (isFirstOfAll(request)) lists.learnFewestResources(accountGroupId, keys.size);
        return { records, nextToken: NextToken, totalCount: TotalCount };
      },
      JSON.stringify,
    ),

    resourceCounts,

    /** The types, or the regions, of which the members have resources. */
    found: fanOut(
      'accountGroups.found',
      async (key: GroupCountsKey) => groupNames(await resourceCounts.load(key)),
      JSON.stringify,
    ),
  };
};

export type AccountGroupLoaders = ReturnType<typeof createAccountGroupLoaders>;

/** Whether a page is the first one of all resources that exist. */
const isFirstOfAll = ({
  MaxResults: _,
  ResourceDeleted,
  ...others
}: AggregateListFilter & Omit<UpstreamTokenRequest, 'fresh'>): boolean =>
  ResourceDeleted === 1 && Object.values(others).every((value: unknown) => value === undefined);

const withoutMembers = (): RpcError =>
  new RpcError({
    product: GetAggregator.product.code,
    action: GetAggregator.action,
    kind: 'BAD_RESPONSE',
    detail: 'an account group without its members',
  });

/** Not every operation on account groups lists this code, though each can answer with it. */
const explainGroup = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof RpcError) || error.code !== 'Invalid.AggregatorId.Value') throw error;
    throw error.explained(InvalidAggregatorId);
  }
};

const toOwned = (record: AggregateResourceRecord): OwnedResource => {
  const ownerAccountId = record.ResourceOwnerId ?? record.AccountId;
  if (ownerAccountId !== undefined) return { ownerAccountId, record };
  throw new RpcError({
    product: ListAggregateDiscoveredResources.product.code,
    action: ListAggregateDiscoveredResources.action,
    kind: 'BAD_RESPONSE',
    detail: 'a resource without the account that owns it',
  });
};
