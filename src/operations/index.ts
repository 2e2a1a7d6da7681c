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

/** The catalogue: every upstream operation that the gateway knows, by its action. */
export const catalogue = {
  StartConfigurationRecorder,
  DescribeConfigurationRecorder,
  PutConfigurationRecorder,
  GetResourceConfigurationTimeline,
  ListDiscoveredResources,
  DescribeDiscoveredResource,
  GetDiscoveredResourceCounts,
  GetSupportedResourceTypes,
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
