import {
  GetResourceConfigurationTimeline,
  GetResourceConfigurationTimeline2020,
  ListAggregateDiscoveredResources,
  ListAggregators,
  ListDiscoveredResources,
  ListDiscoveredResources2020,
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

/** The first resource in an account group, with its account. */
export async function groupResourceOf(
  probe: Probe,
  group: { readonly AggregatorId: string },
): Promise<(ResourceKey & { readonly ResourceAccountId?: string }) | undefined> {
  const { answer } = await probe.read(ListAggregateDiscoveredResources, { ...group, MaxResults: 100 });
  const resource = firstOf(answer?.DiscoveredResourceProfiles.DiscoveredResourceProfileList);
  return resource && { ...keyOf(resource), ResourceAccountId: resource.AccountId };
}
