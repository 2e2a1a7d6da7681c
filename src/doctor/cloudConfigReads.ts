import {
  DescribeConfigurationRecorder,
  DescribeDiscoveredResource,
  GetAggregateDiscoveredResource,
  GetAggregateResourceComplianceTimeline,
  GetAggregateResourceConfigurationTimeline,
  GetAggregateResourceCountsGroupByRegion,
  GetAggregateResourceCountsGroupByResourceType,
  GetAggregator,
  GetConfigurationRecorder,
  GetDiscoveredResource,
  GetDiscoveredResourceCounts,
  GetDiscoveredResourceCountsGroupByRegion,
  GetDiscoveredResourceCountsGroupByResourceType,
  GetResourceComplianceTimeline,
  GetResourceComplianceTimeline2020,
  GetResourceConfigurationTimeline,
  GetResourceConfigurationTimeline2020,
  GetSupportedResourceTypes,
  ListAggregateDiscoveredResources,
  ListAggregators,
  ListDiscoveredResources,
  ListDiscoveredResources2020,
  ListSupportedProducts,
} from '../operations';
import type { ResourceRecord } from '../operations/cloud-config/2020-09-07/ResourceRecord';
import type { Probe } from './Probe';
import { firstPage } from './reads';

/** What names a tracked resource. */
interface ResourceKey {
  readonly ResourceId: string;
  readonly ResourceType: string;
  readonly Region: string;
}

/** The first record that names its resource in full, as both versions list them. */
function firstOf<R extends Partial<ResourceKey>>(
  records: readonly R[] = [],
  condition: (record: R) => boolean = () => true,
): (R & ResourceKey) | undefined {
  return records.find(
    (record): record is R & ResourceKey =>
      record.ResourceId !== undefined &&
      record.ResourceType !== undefined &&
      record.Region !== undefined &&
      condition(record),
  );
}

const keyOf = ({ ResourceId, ResourceType, Region }: ResourceKey): ResourceKey => ({
  ResourceId,
  ResourceType,
  Region,
});

/** The first tracked resource, by the older version. */
export async function resourceOf(probe: Probe): Promise<ResourceKey | undefined> {
  const { answer } = await probe.read(ListDiscoveredResources, firstPage);
  const resource = firstOf(answer?.DiscoveredResourceProfiles.DiscoveredResourceProfileList);
  return resource && keyOf(resource);
}

/** The first tracked resource that a condition holds for, by the newer version. */
export async function resource2020Of(
  probe: Probe,
  condition?: (record: ResourceRecord) => boolean,
): Promise<ResourceKey | undefined> {
  const { answer } = await probe.read(ListDiscoveredResources2020, { MaxResults: 100 });
  const resource = firstOf(answer?.DiscoveredResourceProfiles.DiscoveredResourceProfileList, condition);
  return resource && keyOf(resource);
}

/** The timeline of a resource, as long as a page may be. */
export const timelineOf = (probe: Probe, resource: ResourceKey) =>
  probe.read(GetResourceConfigurationTimeline, { ...resource, Limit: 100 });
export const timeline2020Of = (probe: Probe, resource: ResourceKey) =>
  probe.read(GetResourceConfigurationTimeline2020, { ...resource, MaxResults: 100 });

export const accountGroupsOf = (probe: Probe) => probe.read(ListAggregators, { MaxResults: 100 });

/** Every read of Cloud Config 2019-01-08. */
export async function readResources(probe: Probe): Promise<void> {
  await probe.read(DescribeConfigurationRecorder, {});
  await probe.read(GetSupportedResourceTypes, {});
  await probe.read(GetDiscoveredResourceCounts, { GroupByKey: 'ResourceType' });
  const resource = await resourceOf(probe);
  if (!resource) return;
  await probe.read(DescribeDiscoveredResource, resource);
  await timelineOf(probe, resource);
  await probe.read(GetResourceComplianceTimeline, { ...resource, Limit: 100 });
}

/** Every read of Cloud Config 2020-09-07 that is about the account's own. */
export async function readResources2020(probe: Probe): Promise<void> {
  await probe.read(GetConfigurationRecorder, {});
  await probe.read(ListSupportedProducts, { MaxResults: 500 });
  await probe.read(GetDiscoveredResourceCountsGroupByRegion, {});
  await probe.read(GetDiscoveredResourceCountsGroupByResourceType, {});
  const resource = await resource2020Of(probe);
  if (!resource) return;
  await probe.read(GetDiscoveredResource, resource);
  await timeline2020Of(probe, resource);
  await probe.read(GetResourceComplianceTimeline2020, { ...resource, MaxResults: 100 });
}

/** Every read of account groups, of the first group. */
export async function readAccountGroups(probe: Probe): Promise<void> {
  const groups = await accountGroupsOf(probe);
  const AggregatorId = groups.answer?.AggregatorsResult.Aggregators?.[0]?.AggregatorId;
  if (AggregatorId === undefined) return;
  await probe.read(GetAggregator, { AggregatorId });
  await probe.read(GetAggregateResourceCountsGroupByRegion, { AggregatorId });
  await probe.read(GetAggregateResourceCountsGroupByResourceType, { AggregatorId });
  const { answer } = await probe.read(ListAggregateDiscoveredResources, { AggregatorId, MaxResults: 100 });
  const resource = firstOf(answer?.DiscoveredResourceProfiles.DiscoveredResourceProfileList);
  if (!resource) return;
  const named = { ...keyOf(resource), AggregatorId, ResourceAccountId: resource.AccountId };
  await probe.read(GetAggregateDiscoveredResource, named);
  await probe.read(GetAggregateResourceConfigurationTimeline, { ...named, MaxResults: 100 });
  await probe.read(GetAggregateResourceComplianceTimeline, { ...named, MaxResults: 100 });
}
