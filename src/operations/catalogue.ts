/*
 * The catalogue: every upstream operation that the gateway knows, by its action. If a later version of a product has an
 * action of an earlier one, the later operation has its year behind the name.
 */
export { GetAggregateDiscoveredResource } from './cloud-config/2020-09-07/GetAggregateDiscoveredResource';
export { GetAggregateResourceComplianceTimeline } from './cloud-config/2020-09-07/GetAggregateResourceComplianceTimeline';
export { GetAggregateResourceConfigurationTimeline } from './cloud-config/2020-09-07/GetAggregateResourceConfigurationTimeline';
export { GetAggregateResourceCountsGroupByRegion } from './cloud-config/2020-09-07/GetAggregateResourceCountsGroupByRegion';
export { GetAggregateResourceCountsGroupByResourceType } from './cloud-config/2020-09-07/GetAggregateResourceCountsGroupByResourceType';
export { GetAggregator } from './cloud-config/2020-09-07/GetAggregator';
export { GetConfigurationRecorder } from './cloud-config/2020-09-07/GetConfigurationRecorder';
export { GetDiscoveredResource } from './cloud-config/2020-09-07/GetDiscoveredResource';
export { GetDiscoveredResourceCountsGroupByRegion } from './cloud-config/2020-09-07/GetDiscoveredResourceCountsGroupByRegion';
export { GetDiscoveredResourceCountsGroupByResourceType } from './cloud-config/2020-09-07/GetDiscoveredResourceCountsGroupByResourceType';
export { GetResourceComplianceTimeline as GetResourceComplianceTimeline2020 } from './cloud-config/2020-09-07/GetResourceComplianceTimeline';
export { GetResourceConfigurationTimeline as GetResourceConfigurationTimeline2020 } from './cloud-config/2020-09-07/GetResourceConfigurationTimeline';
export { ListAggregateDiscoveredResources } from './cloud-config/2020-09-07/ListAggregateDiscoveredResources';
export { ListAggregators } from './cloud-config/2020-09-07/ListAggregators';
export { ListDiscoveredResources as ListDiscoveredResources2020 } from './cloud-config/2020-09-07/ListDiscoveredResources';
export { ListSupportedProducts } from './cloud-config/2020-09-07/ListSupportedProducts';
export { StartConfigurationRecorder as StartConfigurationRecorder2020 } from './cloud-config/2020-09-07/StartConfigurationRecorder';
export { StopConfigurationRecorder } from './cloud-config/2020-09-07/StopConfigurationRecorder';
export { UpdateConfigurationRecorder } from './cloud-config/2020-09-07/UpdateConfigurationRecorder';
export { DescribeConfigurationRecorder } from './cloud-config/DescribeConfigurationRecorder';
export { DescribeDiscoveredResource } from './cloud-config/DescribeDiscoveredResource';
export { GetDiscoveredResourceCounts } from './cloud-config/GetDiscoveredResourceCounts';
export { GetResourceComplianceTimeline } from './cloud-config/GetResourceComplianceTimeline';
export { GetResourceConfigurationTimeline } from './cloud-config/GetResourceConfigurationTimeline';
export { GetSupportedResourceTypes } from './cloud-config/GetSupportedResourceTypes';
export { ListDiscoveredResources } from './cloud-config/ListDiscoveredResources';
export { PutConfigurationRecorder } from './cloud-config/PutConfigurationRecorder';
export { StartConfigurationRecorder } from './cloud-config/StartConfigurationRecorder';
export { EnrollAccount } from './governance/EnrollAccount';
export { GetAccountFactoryBaseline } from './governance/GetAccountFactoryBaseline';
export { GetEnrolledAccount } from './governance/GetEnrolledAccount';
export { ListAccountFactoryBaselineItems } from './governance/ListAccountFactoryBaselineItems';
export { ListAccountFactoryBaselines } from './governance/ListAccountFactoryBaselines';
export { ListEnrolledAccounts } from './governance/ListEnrolledAccounts';
export { GetAccount } from './resource-manager/GetAccount';
export { GetFolder } from './resource-manager/GetFolder';
export { GetPayerForAccount } from './resource-manager/GetPayerForAccount';
export { GetResourceDirectory } from './resource-manager/GetResourceDirectory';
export { InitResourceDirectory } from './resource-manager/InitResourceDirectory';
export { ListAccounts } from './resource-manager/ListAccounts';
export { ListAccountsForParent } from './resource-manager/ListAccountsForParent';
export { ListAncestors } from './resource-manager/ListAncestors';
export { ListFoldersForParent } from './resource-manager/ListFoldersForParent';
export { AssumeRole } from './sts/AssumeRole';
export { GetCallerIdentity } from './sts/GetCallerIdentity';
