import type { NonEmptyArray } from 'type-graphql';
import { ChangeAttributionResolver } from './actiontrail/ChangeAttributionResolver';
import { AccountGroupResolver } from './cloud-config/AccountGroupResolver';
import { AccountResourcesResolver } from './cloud-config/AccountResourcesResolver';
import { CloudResourceConnectionResolver } from './cloud-config/CloudResourceConnectionResolver';
import { CloudResourceResolver } from './cloud-config/CloudResourceResolver';
import { CloudResourcesResolver } from './cloud-config/CloudResourcesResolver';
import { ComplianceTimelineResolver } from './cloud-config/ComplianceTimelineResolver';
import { ConfigurationChangesResolver } from './cloud-config/ConfigurationChangesResolver';
import { ConfigurationRecorderResolver } from './cloud-config/ConfigurationRecorderResolver';
import { ConfigurationSnapshotResolver } from './cloud-config/ConfigurationSnapshotResolver';
import { ConfigurationTimelineConnectionResolver } from './cloud-config/ConfigurationTimelineConnectionResolver';
import { ConfigurationTimelineResolver } from './cloud-config/ConfigurationTimelineResolver';
import { ResourceTypesResolver } from './cloud-config/ResourceTypesResolver';
import { StartConfigurationRecorderResolver } from './cloud-config/StartConfigurationRecorderResolver';
import { StopConfigurationRecorderResolver } from './cloud-config/StopConfigurationRecorderResolver';
import { UpdateConfigurationRecorderResolver } from './cloud-config/UpdateConfigurationRecorderResolver';
import { AccountEnrollmentResolver } from './governance/AccountEnrollmentResolver';
import { AccountFactoryBaselineResolver } from './governance/AccountFactoryBaselineResolver';
import { EnrollAccountResolver } from './governance/EnrollAccountResolver';
import { NodeResolver } from './relay/NodeResolver';
import { AccountResolver } from './resource-manager/AccountResolver';
import { InitResourceDirectoryResolver } from './resource-manager/InitResourceDirectoryResolver';
import { ResourceDirectoryFolderResolver } from './resource-manager/ResourceDirectoryFolderResolver';
import { ResourceDirectoryResolver } from './resource-manager/ResourceDirectoryResolver';

/** Every resolver class: a new one is a line here. */
export const resolvers: NonEmptyArray<new () => object> = [
  NodeResolver,
  AccountResolver,
  ConfigurationChangesResolver,
  ConfigurationRecorderResolver,
  ConfigurationSnapshotResolver,
  ConfigurationTimelineConnectionResolver,
  ConfigurationTimelineResolver,
  ChangeAttributionResolver,
  ComplianceTimelineResolver,
  CloudResourceConnectionResolver,
  CloudResourceResolver,
  AccountResourcesResolver,
  AccountGroupResolver,
  CloudResourcesResolver,
  ResourceTypesResolver,
  StartConfigurationRecorderResolver,
  UpdateConfigurationRecorderResolver,
  StopConfigurationRecorderResolver,
  ResourceDirectoryFolderResolver,
  AccountEnrollmentResolver,
  AccountFactoryBaselineResolver,
  ResourceDirectoryResolver,
  InitResourceDirectoryResolver,
  EnrollAccountResolver,
];
