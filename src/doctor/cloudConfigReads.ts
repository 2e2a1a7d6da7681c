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
import type { Patient } from './Patient';
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
export async function resourceOf(patient: Patient): Promise<ResourceKey | undefined> {
  const { answer } = await patient.read(ListDiscoveredResources, firstPage);
  const resource = firstOf(answer?.DiscoveredResourceProfiles.DiscoveredResourceProfileList);
  return resource && keyOf(resource);
}

/** The first tracked resource that a condition holds for, by the newer version. */
export async function resource2020Of(
  patient: Patient,
  condition?: (record: ResourceRecord) => boolean,
): Promise<ResourceKey | undefined> {
  const { answer } = await patient.read(ListDiscoveredResources2020, { MaxResults: 100 });
  const resource = firstOf(answer?.DiscoveredResourceProfiles.DiscoveredResourceProfileList, condition);
  return resource && keyOf(resource);
}

/** The timeline of a resource, as long as a page may be. */
export const timelineOf = (patient: Patient, resource: ResourceKey) =>
  patient.read(GetResourceConfigurationTimeline, { ...resource, Limit: 100 });
export const timeline2020Of = (patient: Patient, resource: ResourceKey) =>
  patient.read(GetResourceConfigurationTimeline2020, { ...resource, MaxResults: 100 });

export const accountGroupsOf = (patient: Patient) => patient.read(ListAggregators, { MaxResults: 100 });

/** Every read of Cloud Config 2019-01-08. */
export async function readResources(patient: Patient): Promise<void> {
  await patient.read(DescribeConfigurationRecorder, {});
  await patient.read(GetSupportedResourceTypes, {});
  await patient.read(GetDiscoveredResourceCounts, { GroupByKey: 'ResourceType' });
  const resource = await resourceOf(patient);
  if (!resource) return;
  await patient.read(DescribeDiscoveredResource, resource);
  await timelineOf(patient, resource);
  await patient.read(GetResourceComplianceTimeline, { ...resource, Limit: 100 });
}

/** Every read of Cloud Config 2020-09-07 that is about the account's own. */
export async function readResources2020(patient: Patient): Promise<void> {
  await patient.read(GetConfigurationRecorder, {});
  await patient.read(ListSupportedProducts, { MaxResults: 500 });
  await patient.read(GetDiscoveredResourceCountsGroupByRegion, {});
  await patient.read(GetDiscoveredResourceCountsGroupByResourceType, {});
  const resource = await resource2020Of(patient);
  if (!resource) return;
  await patient.read(GetDiscoveredResource, resource);
  await timeline2020Of(patient, resource);
  await patient.read(GetResourceComplianceTimeline2020, { ...resource, MaxResults: 100 });
}

/** Every read of account groups, of the first group. */
export async function readAccountGroups(patient: Patient): Promise<void> {
  const groups = await accountGroupsOf(patient);
  const AggregatorId = groups.answer?.AggregatorsResult.Aggregators?.[0]?.AggregatorId;
  if (AggregatorId === undefined) return;
  await patient.read(GetAggregator, { AggregatorId });
  await patient.read(GetAggregateResourceCountsGroupByRegion, { AggregatorId });
  await patient.read(GetAggregateResourceCountsGroupByResourceType, { AggregatorId });
  const { answer } = await patient.read(ListAggregateDiscoveredResources, { AggregatorId, MaxResults: 100 });
  const resource = firstOf(answer?.DiscoveredResourceProfiles.DiscoveredResourceProfileList);
  if (!resource) return;
  const named = { ...keyOf(resource), AggregatorId, ResourceAccountId: resource.AccountId };
  await patient.read(GetAggregateDiscoveredResource, named);
  await patient.read(GetAggregateResourceConfigurationTimeline, { ...named, MaxResults: 100 });
  await patient.read(GetAggregateResourceComplianceTimeline, { ...named, MaxResults: 100 });
}
