import {
  DescribeConfigurationRecorder,
  DescribeDiscoveredResource,
  GetDiscoveredResourceCounts,
  GetResourceConfigurationTimeline,
  GetSupportedResourceTypes,
  ListDiscoveredResources,
} from '../operations';
import type { ResourceDetailRecord } from '../operations/cloud-config/DiscoveredResourceRecord';
import type { Operation, RequestOf, ResponseOf } from '../operations/operation';
import type { UpstreamPageNumber } from '../pagination/readNumberedPage';
import type { TimelinePageRequest } from '../pagination/readTimelinePage';
import { readTimelinePage } from '../pagination/readTimelinePage';
import type { CallOptions, RpcClient } from '../rpc/client';
import { fanOut } from './batch/fanOut';
import { orNull } from './orNull';

/** Whose. */
export interface AccountKey {
  readonly accountId: string;
}

/** Which resource, of whom. */
export interface ResourceKey extends AccountKey {
  readonly region: string;
  readonly resourceType: string;
  readonly resourceId: string;
}

/** One page of one timeline. Two requests are the same page where `filter` says the same. */
export interface TimelinePageKey extends TimelinePageRequest {
  readonly resource: ResourceKey;
  /** What `matches` leaves in, as text. */
  readonly filter: string;
}

/** What ListDiscoveredResources itself can filter by. */
export type ResourceListFilter = Omit<RequestOf<typeof ListDiscoveredResources>, 'PageNumber' | 'PageSize'>;

/** The version of this API does not say how it answers for an unknown resource: it may repeat the key and no more. */
export const isBare = ({
  Configuration,
  ResourceCreationTime,
  ResourceDeleted,
  ResourceName,
}: ResourceDetailRecord): boolean =>
  [Configuration, ResourceCreationTime, ResourceDeleted, ResourceName].every((value) => value === undefined);

/** What makes two keys the same resource. */
export const resourceKeyText = ({ accountId, region, resourceType, resourceId }: ResourceKey): string =>
  JSON.stringify([accountId, region, resourceType, resourceId]);

/** What makes two keys the same page. */
export const timelinePageKeyText = ({ resource, from, to, first, position, filter }: TimelinePageKey): string =>
  JSON.stringify([resourceKeyText(resource), from, to, first, position, filter]);

/** Loaders for one request, bound to that caller's credentials: never share them between requests. */
export const createCloudConfigLoaders = (rpc: RpcClient, callOptions: (accountId: string) => Promise<CallOptions>) => {
  const callIn = async <O extends Operation>(
    accountId: string,
    operation: O,
    request: RequestOf<O>,
  ): Promise<ResponseOf<O>> => rpc.call(operation, request, await callOptions(accountId));

  return {
    /** The recorder of an account; null where Cloud Config was never activated there. */
    configurationRecorder: fanOut('cloudConfig.configurationRecorder', async (accountId: string) => {
      const answer = await orNull(callIn(accountId, DescribeConfigurationRecorder, {}), 'AccountNotExisted');
      return answer?.ConfigurationRecorder ?? null;
    }),

    /** A resource in the detail form; null where Cloud Config knows none: `NoData`, as its later version documents. */
    resourceDetail: fanOut(
      'cloudConfig.resourceDetail',
      async ({ accountId, region, resourceType, resourceId }: ResourceKey) => {
        const request = { ResourceId: resourceId, ResourceType: resourceType, Region: region };
        const answer = await orNull(callIn(accountId, DescribeDiscoveredResource, request), 'NoData');
        const detail = answer?.DiscoveredResourceDetail;
        return detail === undefined || isBare(detail) ? null : detail;
      },
      resourceKeyText,
    ),

    /** One upstream page of the resources, in the list form. */
    resourcesPage: fanOut(
      'cloudConfig.resourcesPage',
      async ({ accountId, ...request }: AccountKey & ResourceListFilter & UpstreamPageNumber) => {
        const { DiscoveredResourceProfiles } = await callIn(accountId, ListDiscoveredResources, request);
        const { DiscoveredResourceProfileList = [], TotalCount } = DiscoveredResourceProfiles;
        return { records: DiscoveredResourceProfileList, totalCount: TotalCount };
      },
      JSON.stringify,
    ),

    /** How many resources there are, by type or by region. */
    resourceCounts: fanOut(
      'cloudConfig.resourceCounts',
      async ({ accountId, by }: AccountKey & { readonly by: 'ResourceType' | 'Region' }) => {
        const { GroupedResourceCounts } = await callIn(accountId, GetDiscoveredResourceCounts, { GroupByKey: by });
        return GroupedResourceCounts.GroupedResourceCountList ?? [];
      },
      ({ accountId, by }) => JSON.stringify([accountId, by]),
    ),

    /** Every resource type that an account can record. The list is one for all, but only who has Cloud Config may read it. */
    supportedResourceTypes: fanOut('cloudConfig.supportedResourceTypes', async (accountId: string) => {
      const { ResourceTypes } = await callIn(accountId, GetSupportedResourceTypes, {});
      return ResourceTypes;
    }),

    /** One page of a timeline: one call, two where 100 changes are asked for. */
    timelinePage: fanOut(
      'cloudConfig.timelinePage',
      ({ resource, ...request }: TimelinePageKey) =>
        readTimelinePage(request, async (page) => {
          const call = callIn(resource.accountId, GetResourceConfigurationTimeline, {
            ResourceId: resource.resourceId,
            ResourceType: resource.resourceType,
            Region: resource.region,
            ...page,
          });
          // For a resource that Cloud Config never saw an empty page and 404 are both possible: they mean the same.
          const answer = await orNull(call, 'NoData');
          if (answer === null) return { records: [], totalCount: 0 };
          const { ConfigurationList = [], NextToken, TotalCount } = answer.ResourceConfigurationTimeline;
          return { records: ConfigurationList, nextToken: NextToken, totalCount: TotalCount };
        }),
      timelinePageKeyText,
    ),
  };
};

export type CloudConfigLoaders = ReturnType<typeof createCloudConfigLoaders>;
