import {
  GetConfigurationRecorder,
  GetDiscoveredResource,
  GetDiscoveredResourceCountsGroupByRegion,
  GetDiscoveredResourceCountsGroupByResourceType,
  GetResourceComplianceTimeline2020,
  GetResourceConfigurationTimeline2020,
  ListDiscoveredResources2020,
  ListSupportedProducts,
  StartConfigurationRecorder2020,
  UpdateConfigurationRecorder,
} from '../../operations';
import type { UpstreamTimelinePage } from '../../pagination/readTimelinePage';
import { readAll } from '../../pagination/readWholeList';
import { cloudConfig2019 } from './2019-01-08';
import type { CallInAccount, CloudConfigApi } from './CloudConfigApi';
import { namedResource } from './CloudConfigApi';

/** The largest page of the products: one holds them all for the time being. */
const maxProductsPage = 500;

/** Cloud Config in its newer version: it says less of a recorder, counts no timeline, and can stop a recorder. */
export const cloudConfig2020: CloudConfigApi = {
  operations: {
    recorder: GetConfigurationRecorder,
    resourceDetail: GetDiscoveredResource,
    resourcesPage: ListDiscoveredResources2020,
    resourceCounts: ({ by }) =>
      by === 'REGION' ? GetDiscoveredResourceCountsGroupByRegion : GetDiscoveredResourceCountsGroupByResourceType,
    supportedResourceTypes: ListSupportedProducts,
    timelinePage: GetResourceConfigurationTimeline2020,
    compliancePage: GetResourceComplianceTimeline2020,
  },

  recorder: async (call) => (await call(GetConfigurationRecorder, {})).ConfigurationRecorder,

  resourceDetail: async (call, resource) =>
    (await call(GetDiscoveredResource, namedResource(resource))).DiscoveredResourceDetail,

  resourcesArePagedBy: 'token',
  resourcesPage: async (call, filter, page) => {
    if (!('MaxResults' in page)) throw new TypeError('This list is paged by token.');
    const { DiscoveredResourceProfiles } = await call(ListDiscoveredResources2020, { ...filter, ...page });
    const { DiscoveredResourceProfileList = [], NextToken, TotalCount } = DiscoveredResourceProfiles;
    return { records: DiscoveredResourceProfileList, nextToken: NextToken, totalCount: TotalCount };
  },

  resourceCounts: async (call, by) =>
    by === 'Region'
      ? (await call(GetDiscoveredResourceCountsGroupByRegion, {})).DiscoveredResourceCountsSummary
      : (await call(GetDiscoveredResourceCountsGroupByResourceType, {})).DiscoveredResourceCountsSummary,

  supportedResourceTypes: readSupportedTypes,

  timelinePage: async (call, resource, { Limit, StartTime, EndTime, NextToken }) => {
    const { ResourceId, ResourceType, Region } = namedResource(resource);
    const answer = await call(GetResourceConfigurationTimeline2020, {
      ResourceId,
      ResourceType,
      Region,
      StartTime,
      EndTime,
      NextToken,
      // This version takes no less than two; with its look ahead the reader asks for more always.
      MaxResults: Limit,
    });
    return changesPageOf(answer);
  },

  compliancePage: async (call, resource, { Limit, ...page }) => {
    const request = { ...namedResource(resource), ...page, MaxResults: Limit };
    return evaluationsPageOf(await call(GetResourceComplianceTimeline2020, request));
  },

  older: cloudConfig2019,

  startRecorder: StartConfigurationRecorder2020,
  updateRecorder: UpdateConfigurationRecorder,
  canStopRecorder: true,
};

/** One page of changes, from the answer for an account or for an account group. */
export const changesPageOf = <R>({
  ResourceConfigurationTimeline: { ConfigurationList: records = [], NextToken: nextToken },
}: {
  readonly ResourceConfigurationTimeline: { readonly ConfigurationList?: readonly R[]; readonly NextToken?: string };
}): UpstreamTimelinePage<R> => ({ records, nextToken });

/** One page of evaluations, from the answer for an account or for an account group. */
export const evaluationsPageOf = <R>({
  ResourceComplianceTimeline: { ComplianceList: records = [], NextToken: nextToken },
}: {
  readonly ResourceComplianceTimeline: { readonly ComplianceList?: readonly R[]; readonly NextToken?: string };
}): UpstreamTimelinePage<R> => ({ records, nextToken });

async function readSupportedTypes(call: CallInAccount): Promise<readonly string[]> {
  const products = await readAll(
    {
      operation: ListSupportedProducts,
      pageSize: maxProductsPage,
      keyOf: (product: object) => JSON.stringify(product),
    },
    async ({ fresh, ...page }) => {
      const { Products, NextToken } = await call(ListSupportedProducts, page, { fresh });
      return { records: Products, nextToken: NextToken };
    },
  );
  const types = [...products.values()].flatMap(({ ResourceTypeList = [] }) => ResourceTypeList);
  return [...new Set(types.map(({ ResourceType }) => ResourceType))];
}
