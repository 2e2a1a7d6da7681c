import type { TokenPaging } from '../../operation';
import { count, epochMs, int32, list, object, optional, text } from '../../shapes';

/** The parameters of both lists of resources, of an account and of an account group. */
export const resourceListParameters = {
  ResourceId: optional(text({ in: 'query' })),
  ResourceName: optional(text({ in: 'query' })),
  /** The reverse of what the name suggests: 1 = still exists, 0 = deleted. */
  ResourceDeleted: optional(int32({ in: 'query', intValues: [0, 1], default: 1 })),
  MaxResults: int32({ in: 'query', min: 1, max: 100 }),
  NextToken: optional(text({ in: 'query' })),
  ResourceTypes: optional(list(text(), { encoding: 'csv', in: 'query' })),
  Regions: optional(list(text(), { encoding: 'csv', in: 'query' })),
  /** Both bounds or neither, at most 30 days apart. */
  StartUpdateTimestamp: optional(epochMs({ in: 'query' })),
  EndUpdateTimestamp: optional(epochMs({ in: 'query' })),
  ExcludeResourceTypes: optional(list(text(), { encoding: 'csv', in: 'query' })),
};

/** How they page: by token, and yet with a total. */
export const resourceListPaging: TokenPaging = {
  style: 'token',
  limitParameter: 'MaxResults',
  tokenParameter: 'NextToken',
  items: 'DiscoveredResourceProfiles.DiscoveredResourceProfileList',
  next: 'DiscoveredResourceProfiles.NextToken',
  total: 'DiscoveredResourceProfiles.TotalCount',
  min: 1,
  max: 100,
};

/** Counts by region, of an account and of an account group. The region stands in both texts. */
export const countsByRegion = {
  DiscoveredResourceCountsSummary: list(
    object({ GroupName: optional(text()), Region: optional(text()), ResourceCount: optional(count()) }),
  ),
};

/** Counts by type, of an account and of an account group. The type stands in both texts. */
export const countsByResourceType = {
  DiscoveredResourceCountsSummary: list(
    object({ GroupName: optional(text()), ResourceType: optional(text()), ResourceCount: optional(count()) }),
  ),
};
