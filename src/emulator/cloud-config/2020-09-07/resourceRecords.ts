import type { ListDiscoveredResources } from '../../../operations/cloud-config/2020-09-07/ListDiscoveredResources';
import type { RequestOf } from '../../../operations/operation';
import type { HandlerContext } from '../../handler';
import { inOrder, toDetail, toProfile } from '../discoveredResources';
import type { ResourceDimension, ResourceFilter } from '../findResources';
import { productRefusal } from '../productErrors';
import type { TrackedResource } from '../trackedResource';
import type { ListedResource } from './ListedResource';

const mostApartMs = 30 * 24 * 60 * 60_000;

/** Which resources a list of 2020-09-07 asks for. @throws Refusal for one bound without the other, or too far apart. */
export function filterOf(request: Omit<RequestOf<typeof ListDiscoveredResources>, 'MaxResults'>): ResourceFilter {
  const { StartUpdateTimestamp: from, EndUpdateTimestamp: to } = request;
  const isWindow = from !== undefined && to !== undefined && from <= to && to - from <= mostApartMs;
  if (!isWindow && (from !== undefined || to !== undefined)) throw productRefusal('Invalid.Date.Value');
  return {
    // The reverse of what the name suggests.
    deleted: request.ResourceDeleted === 0,
    resourceId: request.ResourceId,
    resourceName: request.ResourceName,
    types: request.ResourceTypes,
    excludedTypes: request.ExcludeResourceTypes,
    regions: request.Regions,
    updated: isWindow ? { from, to } : undefined,
  };
}

/** The list form of a resource. Unlike in the older version, absent values are empty. */
export function toProfile2020({ tracked, updatedAt, version }: ListedResource) {
  const { resource } = tracked.history;
  return {
    ...toProfile(tracked),
    AvailabilityZone: resource.availabilityZone ?? '',
    UpdateTime: updatedAt,
    Version: version,
    VpcId: resource.vpcId ?? '',
    VSwitchId: resource.vSwitchId ?? '',
    ResourceGroupId: resource.resourceGroupId ?? '',
  };
}

/** The detail form of a resource. */
export function toDetail2020(tracked: TrackedResource, asksForCompliance: boolean, { readings }: HandlerContext) {
  const { resource } = tracked.history;
  const notAsked = readings.complianceNotAsked === 'empty' ? '' : undefined;
  return {
    ...toDetail(tracked),
    AvailabilityZone: resource.availabilityZone ?? '',
    Tags: readings.detailTags === 'texts' ? withSingleTexts(tracked.tags) : tracked.tags,
    ComplianceType: asksForCompliance ? (resource.compliance ?? 'INSUFFICIENT_DATA') : notAsked,
    VpcId: resource.vpcId ?? '',
    VSwitchId: resource.vSwitchId ?? '',
  };
}

/** The first value of each tag in place of its list; text that is no object of lists stays as it is. */
function withSingleTexts(tags: string): string {
  try {
    const entries = Object.entries(JSON.parse(tags) as Record<string, unknown>);
    return JSON.stringify(
      Object.fromEntries(entries.map(([key, value]) => [key, Array.isArray(value) ? value[0] : value])),
    );
  } catch {
    return tags;
  }
}

/** Counts as both versions of their operation print them: what is counted by stands in two members. */
export const toCounts = (counts: ReadonlyMap<string, number>, dimension: ResourceDimension) =>
  inOrder(counts).map(([group, count]) => ({
    GroupName: group,
    [dimension === 'region' ? 'Region' : 'ResourceType']: group,
    ResourceCount: count,
  }));
