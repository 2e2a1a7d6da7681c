import { DescribeConfigurationRecorder } from './cloud-config/DescribeConfigurationRecorder';
import { GetResourceConfigurationTimeline } from './cloud-config/GetResourceConfigurationTimeline';
import { StartConfigurationRecorder } from './cloud-config/StartConfigurationRecorder';
import { EnrollAccount } from './governance/EnrollAccount';
import { GetEnrolledAccount } from './governance/GetEnrolledAccount';
import type { Operation } from './operation';
import { GetResourceDirectory } from './resource-manager/GetResourceDirectory';
import { InitResourceDirectory } from './resource-manager/InitResourceDirectory';
import { GetCallerIdentity } from './sts/GetCallerIdentity';

/** The catalogue: every upstream operation that the gateway knows, by its action. */
export const catalogue = {
  StartConfigurationRecorder,
  DescribeConfigurationRecorder,
  GetResourceConfigurationTimeline,
  InitResourceDirectory,
  GetResourceDirectory,
  EnrollAccount,
  GetEnrolledAccount,
  GetCallerIdentity,
};

/** The catalogue as a list, without the types of the single operations. */
export const operations: readonly Operation[] = Object.values(catalogue);

export {
  StartConfigurationRecorder,
  DescribeConfigurationRecorder,
  GetResourceConfigurationTimeline,
  InitResourceDirectory,
  GetResourceDirectory,
  EnrollAccount,
  GetEnrolledAccount,
  GetCallerIdentity,
};
