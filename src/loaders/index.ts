import type { RpcClient } from '../rpc/client';
import { createCloudConfigLoaders } from './cloud-config';
import { createGovernanceLoaders } from './governance';
import { createResourceManagerLoaders } from './resource-manager';

/** Every loader of one request. Keys in, records out; what a key costs is read at its definition. */
export const createLoaders = (rpc: RpcClient) => ({
  cloudConfig: createCloudConfigLoaders(rpc),
  resourceManager: createResourceManagerLoaders(rpc),
  governance: createGovernanceLoaders(rpc),
});

export type Loaders = ReturnType<typeof createLoaders>;
