import {
  DescribeConfigurationRecorder,
  DescribeDiscoveredResource,
  GetDiscoveredResourceCounts,
  GetResourceComplianceTimeline,
  GetResourceConfigurationTimeline,
  GetSupportedResourceTypes,
  ListDiscoveredResources,
  PutConfigurationRecorder,
  StartConfigurationRecorder,
} from '../../operations';
import type { CloudConfigApi } from './CloudConfigApi';
import { namedResource } from './CloudConfigApi';

/** Cloud Config in its older version: it alone has the enterprise edition, and cannot stop a recorder. */
export const cloudConfig2019: CloudConfigApi = {
  operations: {
    recorder: DescribeConfigurationRecorder,
    resourceDetail: DescribeDiscoveredResource,
    resourcesPage: ListDiscoveredResources,
    resourceCounts: GetDiscoveredResourceCounts,
    supportedResourceTypes: GetSupportedResourceTypes,
    timelinePage: GetResourceConfigurationTimeline,
    compliancePage: GetResourceComplianceTimeline,
  },

  recorder: async (call) => (await call(DescribeConfigurationRecorder, {})).ConfigurationRecorder,

  resourceDetail: async (call, resource) =>
    (await call(DescribeDiscoveredResource, namedResource(resource))).DiscoveredResourceDetail,

  resourcesArePagedBy: 'number',
  resourcesPage: async (call, filter, page) => {
    if (!('PageNumber' in page)) throw new TypeError('This list is paged by number.');
    const { DiscoveredResourceProfiles } = await call(ListDiscoveredResources, { ...filter, ...page });
    const { DiscoveredResourceProfileList = [], TotalCount } = DiscoveredResourceProfiles;
    return { records: DiscoveredResourceProfileList, totalCount: TotalCount };
  },

  resourceCounts: async (call, by) => {
    const { GroupedResourceCounts } = await call(GetDiscoveredResourceCounts, { GroupByKey: by });
    return GroupedResourceCounts.GroupedResourceCountList ?? [];
  },

  supportedResourceTypes: async (call) => (await call(GetSupportedResourceTypes, {})).ResourceTypes,

  timelinePage: async (call, resource, page) => {
    const answer = await call(GetResourceConfigurationTimeline, { ...namedResource(resource), ...page });
    const { ConfigurationList = [], NextToken, TotalCount } = answer.ResourceConfigurationTimeline;
    return { records: ConfigurationList, nextToken: NextToken, totalCount: TotalCount };
  },

  compliancePage: async (call, resource, page) => {
    const answer = await call(GetResourceComplianceTimeline, { ...namedResource(resource), ...page });
    const { ComplianceList = [], NextToken, TotalCount } = answer.ResourceComplianceTimeline;
    return { records: ComplianceList, nextToken: NextToken, totalCount: TotalCount };
  },

  startRecorder: StartConfigurationRecorder,
  updateRecorder: PutConfigurationRecorder,
  canStopRecorder: false,
};
