import { pageOf } from '../Sequence';
import type { Handlers } from '../handler';
import { assertKnown } from './activation';
import { findResources } from './findResources';
import { productRefusal } from './productErrors';
import { meantAccounts } from './retiredParameters';
import { supportedResourceTypes } from './supportedResourceTypes';
import type { TrackedResource } from './trackedResource';
import { recordedHistory, statusOf, trackedResource } from './trackedResource';

type DiscoveredResourceHandlers = Pick<
  Handlers,
  'ListDiscoveredResources' | 'DescribeDiscoveredResource' | 'GetDiscoveredResourceCounts' | 'GetSupportedResourceTypes'
>;

/** The operations of Cloud Config 2019-01-08 that read what it tracks. */
export const discoveredResourceHandlers: DiscoveredResourceHandlers = {
  ListDiscoveredResources(request, context) {
    assertKnown(context);
    const { PageNumber, PageSize, ResourceDeleted = 1, ResourceId, ResourceTypes, Regions } = request;
    const filter = {
      deleted: ResourceDeleted === 0,
      resourceId: ResourceId,
      types: ResourceTypes,
      regions: Regions,
    };
    const page = pageOf(findResources(meantAccounts(request, context), filter, context.world), PageNumber, PageSize);
    return {
      DiscoveredResourceProfiles: {
        DiscoveredResourceProfileList: page.items.map(toProfile),
        PageNumber,
        PageSize,
        TotalCount: page.total,
      },
    };
  },

  DescribeDiscoveredResource(request, context) {
    assertKnown(context);
    const { ResourceId: resourceId, ResourceType: resourceType, Region: region } = request;
    for (const accountId of meantAccounts(request, context)) {
      const history = context.world.timelines.get({ accountId, region, resourceType, resourceId });
      const resource = history && trackedResource(recordedHistory(history, context.world), context.world);
      if (resource) return { DiscoveredResourceDetail: toDetail(resource) };
    }
    if (context.readings.unknownResourceDetail === 'NoData') throw productRefusal('NoData');
    return { DiscoveredResourceDetail: { ResourceId: resourceId, ResourceType: resourceType, Region: region } };
  },

  GetDiscoveredResourceCounts(request, context) {
    assertKnown(context);
    const { GroupByKey: key = context.readings.countsDefaultGroup } = request;
    const existing = findResources(meantAccounts(request, context), { deleted: false }, context.world);
    const groups = inOrder(existing.countBy(key === 'Region' ? 'region' : 'resourceType'));
    return {
      GroupedResourceCounts: {
        GroupByKey: key,
        GroupedResourceCountList: groups.map(([name, count]) => ({ GroupName: name, ResourceCount: count })),
      },
    };
  },

  GetSupportedResourceTypes(_request, context) {
    assertKnown(context);
    return { ResourceTypes: supportedResourceTypes };
  },
};

/** Counts, ordered by what they count. */
export const inOrder = (counts: ReadonlyMap<string, number>): readonly (readonly [group: string, count: number])[] =>
  [...counts].sort(([one], [other]) => (one < other ? -1 : 1));

/** The form of a resource in every list. */
export function toProfile(tracked: TrackedResource) {
  const { resource } = tracked.history;
  return {
    AccountId: resource.accountId,
    Region: resource.region,
    ResourceCreationTime: resource.createTime === undefined ? undefined : Date.parse(resource.createTime),
    // The reverse of what the name suggests: 1 still exists.
    ResourceDeleted: tracked.deleted ? 0 : 1,
    ResourceId: resource.resourceId,
    ResourceName: tracked.resourceName,
    ResourceStatus: statusOf(tracked.configuration()),
    ResourceType: resource.resourceType,
    Tags: tracked.tags,
  };
}

/** The detail form of a resource. */
export function toDetail(tracked: TrackedResource) {
  return {
    ...toProfile(tracked),
    AvailabilityZone: tracked.history.resource.availabilityZone,
    Configuration: JSON.stringify(Object.fromEntries(tracked.configuration())),
  };
}
