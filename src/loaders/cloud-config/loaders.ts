import type { ResourceKey } from '../../changes/ResourceKey';
import { resourceKeyText } from '../../changes/ResourceKey';
import { complianceTimeline } from '../../changes/complianceTimeline';
import { configurationTimeline } from '../../changes/configurationTimeline';
import { ListDiscoveredResources2020 } from '../../operations';
import type { ComplianceChangeRecord } from '../../operations/cloud-config/ComplianceChangeRecord';
import type {
  ResourceDetailRecord,
  ResourceProfileRecord,
} from '../../operations/cloud-config/DiscoveredResourceRecord';
import type { ConfigurationChangeRecord } from '../../operations/cloud-config/GetResourceConfigurationTimeline';
import type { Operation, RequestOf } from '../../operations/operation';
import { checkCounts, countTimeline } from '../../pagination/countTimeline';
import type { TimelineFetch, TimelinePageRequest } from '../../pagination/readTimelinePage';
import { readTimelinePage } from '../../pagination/readTimelinePage';
import type { UpstreamTokenRequest } from '../../pagination/readTokenPage';
import type { CallOptions, RpcClient } from '../../rpc/client';
import type { KnownLists } from '../KnownLists';
import { fanOut } from '../batch/fanOut';
import { orNull } from '../orNull';
import type {
  CallInAccount,
  CloudConfigApi,
  ResourceCountRecord,
  ResourceListFilter,
  ResourceOfAccount,
  UpstreamListRequest,
} from './CloudConfigApi';
import type { ChangeKey } from './findChange';
import { findChange } from './findChange';
import { noteOrder } from './noteOrder';
import { orNullIfRetired } from './orNullIfRetired';

/** Whose. */
export interface AccountKey {
  readonly accountId: string;
}

/** What the resources of an account are counted by. */
export interface ResourceCountsKey extends AccountKey {
  readonly by: 'ResourceType' | 'Region';
}

/** Whether a read goes to the upstream even if an answer is cached. */
export interface Freshness {
  readonly fresh?: boolean;
}

/** One page of one timeline. Two requests are the same page where `filter` says the same. */
export interface TimelinePageKey extends TimelinePageRequest<ConfigurationChangeRecord>, Freshness {
  readonly resource: ResourceKey;
  /** What `matches` leaves in, as text. */
  readonly filter: string;
}

/** One page of the compliance timeline of one resource. */
export interface CompliancePageKey extends TimelinePageRequest<ComplianceChangeRecord> {
  readonly resource: ResourceKey;
}

/** One change of one timeline. */
export interface ResourceChangeKey extends ChangeKey {
  readonly resource: ResourceKey;
}

/** The time range of one timeline: from its first millisecond to the one after its last. */
export interface TimelineRangeKey {
  readonly resource: ResourceKey;
  readonly from: number;
  readonly to: number;
  /** The upstream's count that came with a page, if the version of the page counts. */
  readonly claimedCount?: number;
}

/** One upstream page of the resources: by number or by token, as the version of Cloud Config has it. */
export type ResourcesPageKey = AccountKey & ResourceListFilter & UpstreamListRequest;

/** One upstream page of what was updated in a window. Only the newer version has this list. */
export type UpdatedPageKey = AccountKey &
  Omit<RequestOf<typeof ListDiscoveredResources2020>, keyof UpstreamTokenRequest> &
  UpstreamTokenRequest;

/** The older version does not say how it answers for an unknown resource: it may repeat the key and no more. */
export const isBare = ({
  Configuration,
  ResourceCreationTime,
  ResourceDeleted,
  ResourceName,
}: ResourceDetailRecord): boolean =>
  [Configuration, ResourceCreationTime, ResourceDeleted, ResourceName].every((value) => value === undefined);

/** What was counted. */
export const groupNames = (counts: readonly ResourceCountRecord[]): readonly string[] =>
  counts.flatMap(({ GroupName }) => GroupName ?? []);

/** A resource of an account by its ID alone. */
export interface ResourceIdKey extends AccountKey {
  readonly resourceId: string;
}

/** Where the resources with this ID are; the upstream's filter may take more for the same. */
export const placesOf = (
  records: readonly ResourceProfileRecord[],
  resourceId: string,
): readonly Omit<ResourceOfAccount, 'resourceId'>[] =>
  records
    .filter(({ ResourceId }) => ResourceId === resourceId)
    .map(({ Region = '', ResourceType = '' }) => ({ region: Region, resourceType: ResourceType }));

/** The key of a resource that a list brought. */
export const keyOf = (
  accountId: string,
  { Region = '', ResourceType = '', ResourceId }: Pick<ResourceProfileRecord, 'Region' | 'ResourceType' | 'ResourceId'>,
): ResourceKey => ({ accountId, region: Region, resourceType: ResourceType, resourceId: ResourceId });

/** What makes two keys the same page. */
export const timelinePageKeyText = (key: TimelinePageKey): string => {
  const { resource, from, to, first, position, filter, downTo, maxCalls, fresh } = key;
  return JSON.stringify([resourceKeyText(resource), from, to, first, position, filter, downTo, maxCalls, fresh]);
};

/** What makes two keys the same read of the same resource. */
export const detailKeyText = ({ fresh = false, ...resource }: ResourceKey & Freshness): string =>
  resourceKeyText(resource) + (fresh ? ' fresh' : '');

/** What makes two keys the same page of evaluations. */
export const compliancePageKeyText = ({ resource, from, to, first, position }: CompliancePageKey): string =>
  JSON.stringify([resourceKeyText(resource), from, to, first, position]);

/** What makes two keys the same range of the same timeline. */
export const timelineRangeKeyText = ({ resource, from, to, claimedCount }: TimelineRangeKey): string =>
  JSON.stringify([resourceKeyText(resource), from, to, claimedCount]);

/** What makes two keys the same change. */
export const changeKeyText = ({ resource, capturedAt, identity }: ResourceChangeKey): string =>
  JSON.stringify([resourceKeyText(resource), capturedAt, identity]);

/** What asks for a page, and what says of which list. */
const splitPage = ({
  accountId,
  fresh: _,
  ...key
}: ResourcesPageKey): [filter: ResourceListFilter, page: UpstreamListRequest] => {
  if ('PageNumber' in key) {
    const { PageNumber, PageSize, ...filter } = key;
    return [filter, { PageNumber, PageSize }];
  }
  const { MaxResults, NextToken, ...filter } = key;
  return [filter, { MaxResults, NextToken }];
};

/**
 * Returns the same calls. For a resource that Cloud Config never saw an empty page and 404 are both possible: they mean the
 * same. A token comes from a page of the resource, so there the token was refused.
 */
export const emptyIfUnknown =
  <R>(fetch: TimelineFetch<R>): TimelineFetch<R> =>
  async (page) => {
    if (page.NextToken !== undefined) return fetch(page);
    return (await orNull(fetch(page), 'NoData')) ?? { records: [] };
  };

/**
 * Loaders for one request, bound to that caller's credentials: never share them between requests.
 *
 * @param api the version of Cloud Config that is spoken.
 * @param lists what the process knows of the counts of timelines, and of resources.
 */
export const createCloudConfigLoaders = (
  rpc: RpcClient,
  callOptions: (accountId: string) => Promise<CallOptions>,
  api: CloudConfigApi,
  lists: Pick<KnownLists, 'learnTimelineOrder' | 'timelineCounts' | 'seen'>,
) => {
  const counts = lists.timelineCounts;
  const callIn =
    (accountId: string, { fresh }: Pick<CallOptions, 'fresh'> = {}): CallInAccount =>
    async <O extends Operation>(operation: O, request: RequestOf<O>, options?: Pick<CallOptions, 'fresh'>) =>
      rpc.call(operation, request, { ...(await callOptions(accountId)), fresh, ...options });

  /** How many resources there are, by type or by region. */
  const resourceCounts = fanOut(
    'cloudConfig.resourceCounts',
    ({ accountId, by }: ResourceCountsKey) => api.resourceCounts(callIn(accountId), by),
    ({ accountId, by }) => JSON.stringify([accountId, by]),
  );

  const readRecorder = (of: CloudConfigApi, accountId: string) =>
    orNull(of.recorder(callIn(accountId)), 'NOT_ACTIVATED');

  /** The recorder of an account; null if Cloud Config was never activated there. */
  const configurationRecorder = fanOut('cloudConfig.configurationRecorder', (accountId: string) =>
    readRecorder(api, accountId),
  );

  const readTimeline = (of: CloudConfigApi, { accountId, ...key }: ResourceKey, options: Freshness = {}) =>
    checkCounts(
      noteOrder(
        emptyIfUnknown((page) => of.timelinePage(callIn(accountId, options), key, page)),
        lists,
      ),
      counts,
    );

  return {
    configurationRecorder,

    /**
     * The recorder of an account as the older version returns it: with its organization. Null if Cloud Config was never
     * activated there, or if the upstream no longer supports that version.
     */
    organization: fanOut('cloudConfig.organization', (accountId: string) =>
      api.older === undefined
        ? configurationRecorder.load(accountId)
        : orNullIfRetired(readRecorder(api.older, accountId)),
    ),

    /** A resource in the detail form; null if Cloud Config knows none: `NoData`, as its later version documents. */
    resourceDetail: fanOut(
      'cloudConfig.resourceDetail',
      async ({ accountId, fresh, ...resource }: ResourceKey & Freshness) => {
        const detail = await orNull(api.resourceDetail(callIn(accountId, { fresh }), resource), 'NoData');
        if (detail === null || isBare(detail)) return null;
        lists.seen.note(resourceKeyText({ accountId, ...resource }));
        return detail;
      },
      detailKeyText,
    ),

    /** Whether the upstream lately listed or described a resource. */
    hasSeen: (key: ResourceKey): boolean => lists.seen.has(resourceKeyText(key)),

    /** One upstream page of the resources, in the list form. */
    resourcesPage: fanOut(
      'cloudConfig.resourcesPage',
      async (key: ResourcesPageKey) => {
        const page = await api.resourcesPage(callIn(key.accountId, key), ...splitPage(key));
        for (const record of page.records) lists.seen.note(resourceKeyText(keyOf(key.accountId, record)));
        return page;
      },
      JSON.stringify,
    ),

    /** One upstream page of the resources that were updated in a window. */
    updatedPage: fanOut(
      'cloudConfig.updatedPage',
      async ({ accountId, fresh, ...request }: UpdatedPageKey) => {
        const call = callIn(accountId, { fresh });
        const { DiscoveredResourceProfiles } = await call(ListDiscoveredResources2020, request);
        const { DiscoveredResourceProfileList = [], NextToken, TotalCount } = DiscoveredResourceProfiles;
        return { records: DiscoveredResourceProfileList, nextToken: NextToken, totalCount: TotalCount };
      },
      JSON.stringify,
    ),

    /** Where an account has existing resources with this ID, in any region and of any type. One call. */
    resourcesWithId: fanOut(
      'cloudConfig.resourcesWithId',
      async ({ accountId, resourceId }: ResourceIdKey) => {
        const filter = { ResourceId: resourceId, ResourceDeleted: 1 } as const;
        const page = api.resourcesArePagedBy === 'token' ? { MaxResults: 100 } : { PageNumber: 1, PageSize: 100 };
        const { records } = await api.resourcesPage(callIn(accountId), filter, page);
        return placesOf(records, resourceId);
      },
      JSON.stringify,
    ),

    resourceCounts,

    /** The types, or the regions, of which an account has resources. */
    found: fanOut(
      'cloudConfig.found',
      async (key: ResourceCountsKey) => groupNames(await resourceCounts.load(key)),
      JSON.stringify,
    ),

    /**
     * Every resource type that an account can record. The list is one for all, but in the older version only who has
     * Cloud Config may read it.
     */
    supportedResourceTypes: fanOut('cloudConfig.supportedResourceTypes', (accountId: string) =>
      api.supportedResourceTypes(callIn(accountId)),
    ),

    /** One page of a timeline: one call, or two for 100 changes. */
    timelinePage: fanOut(
      'cloudConfig.timelinePage',
      ({ resource, fresh, ...request }: TimelinePageKey) =>
        readTimelinePage(configurationTimeline, request, readTimeline(api, resource, { fresh })),
      timelinePageKeyText,
    ),

    /** One page of the evaluations of a resource: one call, or two for 100 evaluations. */
    compliancePage: fanOut(
      'cloudConfig.compliancePage',
      ({ resource: { accountId, ...resource }, ...request }: CompliancePageKey) =>
        readTimelinePage(
          complianceTimeline,
          request,
          emptyIfUnknown((page) => api.compliancePage(callIn(accountId), resource, page)),
        ),
      compliancePageKeyText,
    ),

    /** One change by its key: one call. Null if there is none. */
    change: fanOut(
      'cloudConfig.change',
      ({ resource, ...change }: ResourceChangeKey) => findChange(change, readTimeline(api, resource)),
      changeKeyText,
    ),

    /**
     * How many changes a timeline has, by the older version: one call, and up to two more until its counts are known to be right
     * or wrong; none for a count that came with a page of that version, if its counts are known. Undefined if it cannot be
     * known, and if the upstream no longer speaks that version.
     */
    timelineCount: fanOut(
      'cloudConfig.timelineCount',
      async ({ resource, from, to, claimedCount }: TimelineRangeKey) => {
        if (claimedCount !== undefined && counts.judge(claimedCount) === 'right') return claimedCount;
        const older = api.older ?? (claimedCount === undefined || counts.callsToJudge === 0 ? undefined : api);
        if (older === undefined) return undefined;
        const count = countTimeline(configurationTimeline, { from, to }, readTimeline(older, resource), counts);
        return (await orNullIfRetired(count)) ?? undefined;
      },
      timelineRangeKeyText,
    ),
  };
};

export type CloudConfigLoaders = ReturnType<typeof createCloudConfigLoaders>;
