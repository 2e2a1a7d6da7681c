import { GetAggregateDiscoveredResource } from './cloud-config/2020-09-07/GetAggregateDiscoveredResource';
import { GetAggregateResourceConfigurationTimeline } from './cloud-config/2020-09-07/GetAggregateResourceConfigurationTimeline';
import { GetAggregateResourceCountsGroupByRegion } from './cloud-config/2020-09-07/GetAggregateResourceCountsGroupByRegion';
import { GetAggregateResourceCountsGroupByResourceType } from './cloud-config/2020-09-07/GetAggregateResourceCountsGroupByResourceType';
import { GetAggregator } from './cloud-config/2020-09-07/GetAggregator';
import { GetConfigurationRecorder } from './cloud-config/2020-09-07/GetConfigurationRecorder';
import { GetDiscoveredResource } from './cloud-config/2020-09-07/GetDiscoveredResource';
import { GetDiscoveredResourceCountsGroupByRegion } from './cloud-config/2020-09-07/GetDiscoveredResourceCountsGroupByRegion';
import { GetDiscoveredResourceCountsGroupByResourceType } from './cloud-config/2020-09-07/GetDiscoveredResourceCountsGroupByResourceType';
import { GetResourceConfigurationTimeline as GetResourceConfigurationTimeline2020 } from './cloud-config/2020-09-07/GetResourceConfigurationTimeline';
import { ListAggregateDiscoveredResources } from './cloud-config/2020-09-07/ListAggregateDiscoveredResources';
import { ListAggregators } from './cloud-config/2020-09-07/ListAggregators';
import { ListDiscoveredResources as ListDiscoveredResources2020 } from './cloud-config/2020-09-07/ListDiscoveredResources';
import { ListSupportedProducts } from './cloud-config/2020-09-07/ListSupportedProducts';
import { StartConfigurationRecorder as StartConfigurationRecorder2020 } from './cloud-config/2020-09-07/StartConfigurationRecorder';
import { StopConfigurationRecorder } from './cloud-config/2020-09-07/StopConfigurationRecorder';
import { UpdateConfigurationRecorder } from './cloud-config/2020-09-07/UpdateConfigurationRecorder';
import { DescribeConfigurationRecorder } from './cloud-config/DescribeConfigurationRecorder';
import { DescribeDiscoveredResource } from './cloud-config/DescribeDiscoveredResource';
import { GetDiscoveredResourceCounts } from './cloud-config/GetDiscoveredResourceCounts';
import { GetResourceConfigurationTimeline } from './cloud-config/GetResourceConfigurationTimeline';
import { GetSupportedResourceTypes } from './cloud-config/GetSupportedResourceTypes';
import { ListDiscoveredResources } from './cloud-config/ListDiscoveredResources';
import { PutConfigurationRecorder } from './cloud-config/PutConfigurationRecorder';
import { StartConfigurationRecorder } from './cloud-config/StartConfigurationRecorder';
import { EnrollAccount } from './governance/EnrollAccount';
import { GetAccountFactoryBaseline } from './governance/GetAccountFactoryBaseline';
import { GetEnrolledAccount } from './governance/GetEnrolledAccount';
import { ListAccountFactoryBaselineItems } from './governance/ListAccountFactoryBaselineItems';
import { ListAccountFactoryBaselines } from './governance/ListAccountFactoryBaselines';
import { ListEnrolledAccounts } from './governance/ListEnrolledAccounts';
import type { Operation } from './operation';
import { GetAccount } from './resource-manager/GetAccount';
import { GetFolder } from './resource-manager/GetFolder';
import { GetPayerForAccount } from './resource-manager/GetPayerForAccount';
import { GetResourceDirectory } from './resource-manager/GetResourceDirectory';
import { InitResourceDirectory } from './resource-manager/InitResourceDirectory';
import { ListAccounts } from './resource-manager/ListAccounts';
import { ListAccountsForParent } from './resource-manager/ListAccountsForParent';
import { ListAncestors } from './resource-manager/ListAncestors';
import { ListFoldersForParent } from './resource-manager/ListFoldersForParent';
import { AssumeRole } from './sts/AssumeRole';
import { GetCallerIdentity } from './sts/GetCallerIdentity';

/**
 * The catalogue: every upstream operation that the gateway knows, by its action. Where a later version of a product has
 * an action of an earlier one, the later operation has its year behind the name.
 */
export const catalogue = {
  StartConfigurationRecorder,
  DescribeConfigurationRecorder,
  PutConfigurationRecorder,
  GetResourceConfigurationTimeline,
  ListDiscoveredResources,
  DescribeDiscoveredResource,
  GetDiscoveredResourceCounts,
  GetSupportedResourceTypes,
  GetConfigurationRecorder,
  StartConfigurationRecorder2020,
  UpdateConfigurationRecorder,
  StopConfigurationRecorder,
  GetResourceConfigurationTimeline2020,
  ListDiscoveredResources2020,
  GetDiscoveredResource,
  GetDiscoveredResourceCountsGroupByRegion,
  GetDiscoveredResourceCountsGroupByResourceType,
  ListSupportedProducts,
  ListAggregators,
  GetAggregator,
  ListAggregateDiscoveredResources,
  GetAggregateDiscoveredResource,
  GetAggregateResourceConfigurationTimeline,
  GetAggregateResourceCountsGroupByRegion,
  GetAggregateResourceCountsGroupByResourceType,
  InitResourceDirectory,
  GetResourceDirectory,
  ListAccounts,
  GetAccount,
  ListAccountsForParent,
  GetFolder,
  ListFoldersForParent,
  ListAncestors,
  GetPayerForAccount,
  EnrollAccount,
  GetEnrolledAccount,
  ListEnrolledAccounts,
  ListAccountFactoryBaselines,
  GetAccountFactoryBaseline,
  ListAccountFactoryBaselineItems,
  GetCallerIdentity,
  AssumeRole,
};

/** The catalogue as a list, without the types of the single operations. */
export const operations: readonly Operation[] = Object.values(catalogue);

export {
  StartConfigurationRecorder,
  DescribeConfigurationRecorder,
  PutConfigurationRecorder,
  GetResourceConfigurationTimeline,
  ListDiscoveredResources,
  DescribeDiscoveredResource,
  GetDiscoveredResourceCounts,
  GetSupportedResourceTypes,
  GetConfigurationRecorder,
  StartConfigurationRecorder2020,
  UpdateConfigurationRecorder,
  StopConfigurationRecorder,
  GetResourceConfigurationTimeline2020,
  ListDiscoveredResources2020,
  GetDiscoveredResource,
  GetDiscoveredResourceCountsGroupByRegion,
  GetDiscoveredResourceCountsGroupByResourceType,
  ListSupportedProducts,
  ListAggregators,
  GetAggregator,
  ListAggregateDiscoveredResources,
  GetAggregateDiscoveredResource,
  GetAggregateResourceConfigurationTimeline,
  GetAggregateResourceCountsGroupByRegion,
  GetAggregateResourceCountsGroupByResourceType,
  InitResourceDirectory,
  GetResourceDirectory,
  ListAccounts,
  GetAccount,
  ListAccountsForParent,
  GetFolder,
  ListFoldersForParent,
  ListAncestors,
  GetPayerForAccount,
  EnrollAccount,
  GetEnrolledAccount,
  ListEnrolledAccounts,
  ListAccountFactoryBaselines,
  GetAccountFactoryBaseline,
  ListAccountFactoryBaselineItems,
  GetCallerIdentity,
  AssumeRole,
};
