import type { CallOptions, RpcClient } from '../rpc/client';
import type { ListLengths } from './ListLengths';
import { createCloudConfigLoaders } from './cloud-config';
import type { CloudConfigApi } from './cloud-config/CloudConfigApi';
import { createGovernanceLoaders } from './governance';
import { createResourceManagerLoaders } from './resource-manager';

/**
 * Every loader of one request. Keys in, records out; what a key costs is read at its definition.
 *
 * @param lengths shared by all requests of the process.
 * @param callOptions what a call that acts in an account needs.
 * @param cloudConfig the version of Cloud Config that is spoken.
 */
export const createLoaders = (
  rpc: RpcClient,
  lengths: ListLengths,
  callOptions: (accountId: string) => Promise<CallOptions>,
  cloudConfig: CloudConfigApi,
) => ({
  cloudConfig: createCloudConfigLoaders(rpc, callOptions, cloudConfig),
  resourceManager: createResourceManagerLoaders(rpc, lengths),
  governance: createGovernanceLoaders(rpc, lengths),
});

export type Loaders = ReturnType<typeof createLoaders>;
