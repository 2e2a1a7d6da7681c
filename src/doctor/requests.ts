import type { catalogue } from '../operations';
import { DescribeTrails } from '../operations';
import type { RequestOf } from '../operations/operation';
import type { Probe } from './Probe';
import { accountGroupsOf, groupResourceOf, resource2020Of, resourceOf } from './cloudConfigReads';
import { accountsOf, baselinesOf, directoryOf, enrollmentsOf, foldersOf, rootFolderOf } from './reads';

type Catalogue = typeof catalogue;
type ReadName = {
  [N in keyof Catalogue]: Catalogue[N] extends { readonly kind: 'read' } ? N : never;
}[keyof Catalogue];

/** Without the page, which `everyRead` requests. */
type Request<N extends ReadName> = Omit<RequestOf<Catalogue[N]>, 'Limit' | 'MaxResults' | 'PageNumber' | 'PageSize'>;
type NeedsRequest = { [N in ReadName]: object extends Request<N> ? never : N }[ReadName];

/** Builds the request for a read from earlier answers. Undefined if none of them has what it needs. */
type BuildRequest<N extends ReadName> = (probe: Probe) => Request<N> | undefined | Promise<Request<N> | undefined>;

type Requests = { readonly [N in NeedsRequest]: BuildRequest<N> } & {
  readonly [N in Exclude<ReadName, NeedsRequest>]?: BuildRequest<N>;
};

/**
 * A request for every read that has required parameters. The others are sent without parameters, and lists with the
 * longest page.
 */
export const requests: Requests = {
  AssumeRole: () => undefined, // It answers with keys.

  LookupEvents: () => ({ LookupAttribute: [{ Key: 'EventRW', Value: 'Write' }] }),
  async GetTrailStatus(probe) {
    const Name = (await probe.read(DescribeTrails, {})).answer?.TrailList?.[0]?.Name;
    return Name === undefined ? undefined : { Name };
  },

  async GetAccount(probe) {
    const AccountId = await memberOf(probe);
    return AccountId === undefined ? undefined : { AccountId, IncludeTags: true };
  },
  async GetPayerForAccount(probe) {
    const AccountId = await memberOf(probe);
    return AccountId === undefined ? undefined : { AccountId };
  },
  async GetFolder(probe) {
    const FolderId = await rootFolderOf(probe);
    return FolderId === undefined ? undefined : { FolderId };
  },
  async ListAccountsForParent(probe) {
    const ParentFolderId = await rootFolderOf(probe);
    return ParentFolderId === undefined ? undefined : { ParentFolderId };
  },
  async ListFoldersForParent(probe) {
    const ParentFolderId = await rootFolderOf(probe);
    return ParentFolderId === undefined ? undefined : { ParentFolderId };
  },
  async ListAncestors(probe) {
    const root = await rootFolderOf(probe);
    if (root === undefined) return undefined;
    const { answer } = await foldersOf(probe, root);
    return { ChildId: answer?.Folders.Folder?.[0]?.FolderId ?? root };
  },

  async GetEnrolledAccount(probe) {
    const account = (await enrollmentsOf(probe)).answer?.EnrolledAccounts?.[0]?.AccountUid;
    return account === undefined ? undefined : { AccountUid: account };
  },
  async GetAccountFactoryBaseline(probe) {
    const BaselineId = (await baselinesOf(probe)).answer?.Baselines?.[0]?.BaselineId;
    return BaselineId === undefined ? undefined : { BaselineId };
  },

  GetDiscoveredResourceCounts: () => ({ GroupByKey: 'ResourceType' }),
  DescribeDiscoveredResource: (probe) => resourceOf(probe),
  GetResourceConfigurationTimeline: (probe) => resourceOf(probe),
  GetResourceComplianceTimeline: (probe) => resourceOf(probe),

  GetDiscoveredResource: (probe) => resource2020Of(probe),
  GetResourceConfigurationTimeline2020: (probe) => resource2020Of(probe),
  GetResourceComplianceTimeline2020: (probe) => resource2020Of(probe),

  GetAggregator: (probe) => groupOf(probe),
  GetAggregateResourceCountsGroupByRegion: (probe) => groupOf(probe),
  GetAggregateResourceCountsGroupByResourceType: (probe) => groupOf(probe),
  ListAggregateDiscoveredResources: (probe) => groupOf(probe),
  GetAggregateDiscoveredResource: (probe) => resourceOfGroup(probe),
  GetAggregateResourceConfigurationTimeline: (probe) => resourceOfGroup(probe),
  GetAggregateResourceComplianceTimeline: (probe) => resourceOfGroup(probe),
};

/** A member other than the management account. */
async function memberOf(probe: Probe): Promise<string | undefined> {
  const management = (await directoryOf(probe)).answer?.ResourceDirectory.MasterAccountId;
  const accounts = (await accountsOf(probe)).answer?.Accounts.Account ?? [];
  return accounts.find(({ AccountId }) => AccountId !== management)?.AccountId;
}

async function groupOf(probe: Probe): Promise<{ readonly AggregatorId: string } | undefined> {
  const AggregatorId = (await accountGroupsOf(probe)).answer?.AggregatorsResult.Aggregators?.[0]?.AggregatorId;
  return AggregatorId === undefined ? undefined : { AggregatorId };
}

async function resourceOfGroup(probe: Probe) {
  const group = await groupOf(probe);
  const resource = group && (await groupResourceOf(probe, group));
  return resource && { ...group, ...resource };
}
