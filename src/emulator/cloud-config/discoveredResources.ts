import { Refusal } from '../Refusal';
import { pageOfMatching } from '../Sequence';
import type { Handlers, HandlerContext } from '../handler';
import type { History } from './History';
import { assertActivated } from './activation';
import type { RetiredParameters } from './retiredParameters';
import { meantAccounts } from './retiredParameters';
import { supportedResourceTypes } from './supportedResourceTypes';
import type { TrackedResource } from './trackedResource';
import { recordedHistory, statusOf, trackedResource } from './trackedResource';

type DiscoveredResourceHandlers = Pick<
  Handlers,
  'ListDiscoveredResources' | 'DescribeDiscoveredResource' | 'GetDiscoveredResourceCounts' | 'GetSupportedResourceTypes'
>;

/** The operations of Cloud Config that read what it tracks. */
export const discoveredResourceHandlers: DiscoveredResourceHandlers = {
  ListDiscoveredResources(request, context) {
    assertActivated(context);
    const { PageNumber, PageSize, ResourceDeleted = 1, ResourceId, ResourceTypes, Regions } = request;
    const matches = ({ resource }: History): boolean =>
      (ResourceId ?? resource.resourceId) === resource.resourceId &&
      (ResourceTypes?.includes(resource.resourceType) ?? true) &&
      (Regions?.includes(resource.region) ?? true);
    const resources = trackedResources(request, matches, context);
    const page = pageOfMatching(withDeleted(resources, ResourceDeleted === 0), PageNumber, PageSize);
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
    assertActivated(context);
    const { ResourceId: resourceId, ResourceType: resourceType, Region: region } = request;
    for (const accountId of meantAccounts(request, context)) {
      const history = context.world.timelines.get({ accountId, region, resourceType, resourceId });
      const resource = history && trackedResource(recordedHistory(history, context.world), context.world);
      if (resource) return { DiscoveredResourceDetail: toDetail(resource) };
    }
    if (context.readings.unknownResourceDetail === 'NoData') throw new Refusal('NoData', 404, 'not found data.');
    return { DiscoveredResourceDetail: { ResourceId: resourceId, ResourceType: resourceType, Region: region } };
  },

  GetDiscoveredResourceCounts(request, context) {
    assertActivated(context);
    const { GroupByKey: key = context.readings.countsDefaultGroup } = request;
    const counts = new Map<string, number>();
    for (const { history } of withDeleted(
      trackedResources(request, () => true, context),
      false,
    )) {
      const name = key === 'Region' ? history.resource.region : history.resource.resourceType;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const groups = [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
    return {
      GroupedResourceCounts: {
        GroupByKey: key,
        GroupedResourceCountList: groups.map(([name, count]) => ({ GroupName: name, ResourceCount: count })),
      },
    };
  },

  GetSupportedResourceTypes(_request, context) {
    assertActivated(context);
    return { ResourceTypes: supportedResourceTypes };
  },
};

function* trackedResources(
  request: RetiredParameters,
  matches: (history: History) => boolean,
  context: HandlerContext,
): Generator<TrackedResource> {
  const { world } = context;
  for (const accountId of meantAccounts(request, context)) {
    for (const history of world.timelines.of(accountId)) {
      const resource = matches(history) ? trackedResource(recordedHistory(history, world), world) : undefined;
      if (resource) yield resource;
    }
  }
}

function* withDeleted(resources: Iterable<TrackedResource>, deleted: boolean): Generator<TrackedResource> {
  for (const resource of resources) if (resource.deleted === deleted) yield resource;
}

function toProfile(tracked: TrackedResource) {
  const { resource } = tracked.history;
  return {
    AccountId: resource.accountId,
    Region: resource.region,
    ResourceCreationTime: resource.createTime === undefined ? undefined : Date.parse(resource.createTime),
    // The reverse of what the name suggests: 1 still exists.
    ResourceDeleted: tracked.deleted ? 0 : 1,
    ResourceId: resource.resourceId,
    ResourceName: tracked.resourceName,
    ResourceStatus: statusOf(tracked),
    ResourceType: resource.resourceType,
    Tags: tracked.tags,
  };
}

function toDetail(tracked: TrackedResource) {
  return {
    ...toProfile(tracked),
    AvailabilityZone: tracked.history.resource.availabilityZone,
    Configuration: JSON.stringify(Object.fromEntries(tracked.configuration())),
  };
}
