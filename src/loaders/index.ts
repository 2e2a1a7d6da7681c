import type { CallOptions, RpcClient } from '../rpc/client';
import type { ListLengths } from './ListLengths';
import { createAccountGroupLoaders } from './account-groups';
import { createCloudConfigLoaders } from './cloud-config';
import { createGovernanceLoaders } from './governance';
import { createResourceManagerLoaders } from './resource-manager';

/**
 * Every loader of one request. Keys in, records out; what a key costs is read at its definition.
 *
 * @param lengths shared by all requests of the process.
 * @param callOptions what a call that acts in an account needs.
 */
export const createLoaders = (
  rpc: RpcClient,
  lengths: ListLengths,
  callOptions: (accountId: string) => Promise<CallOptions>,
) => ({
  accountGroups: createAccountGroupLoaders(rpc),
  cloudConfig: createCloudConfigLoaders(rpc, callOptions),
  resourceManager: createResourceManagerLoaders(rpc, lengths),
  governance: createGovernanceLoaders(rpc, lengths),
});

export type Loaders = ReturnType<typeof createLoaders>;
