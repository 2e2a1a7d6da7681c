import type { NonEmptyArray } from 'type-graphql';
import { ConfigurationRecorderResolver } from './cloud-config/ConfigurationRecorderResolver';
import { ConfigurationTimelineResolver } from './cloud-config/ConfigurationTimelineResolver';
import { StartConfigurationRecorderResolver } from './cloud-config/StartConfigurationRecorderResolver';
import { EnrollAccountResolver } from './governance/EnrollAccountResolver';
import { NodeResolver } from './relay/NodeResolver';
import { AccountResolver } from './resource-manager/AccountResolver';
import { InitResourceDirectoryResolver } from './resource-manager/InitResourceDirectoryResolver';
import { ResourceDirectoryResolver } from './resource-manager/ResourceDirectoryResolver';

/** Every resolver class: a new one is a line here. */
export const resolvers: NonEmptyArray<new () => object> = [
  NodeResolver,
  AccountResolver,
  ConfigurationRecorderResolver,
  ConfigurationTimelineResolver,
  StartConfigurationRecorderResolver,
  ResourceDirectoryResolver,
  InitResourceDirectoryResolver,
  EnrollAccountResolver,
];
