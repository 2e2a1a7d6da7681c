import type { CallOptions, RpcClient } from '../rpc/client';
import type { MemberAccess } from '../settings';
import type { KnownLists } from './KnownLists';
import type { CloudConfigApi } from './cloud-config/CloudConfigApi';
import { createAccountGroupLoaders } from './cloud-config/accountGroups';
import type { Route } from './cloud-config/countRoutes';
import { countRoutes } from './cloud-config/countRoutes';
import { explainEmptyRegion } from './cloud-config/explainEmptyRegion';
import { createCloudConfigLoaders } from './cloud-config/loaders';
import { throughAccountGroup } from './cloud-config/memberAccess';
import { fitPages } from './fitPages';
import { createGovernanceLoaders } from './governance';
import { learnEnds } from './learnEnds';
import { createResourceManagerLoaders } from './resource-manager';

/** How other accounts are read. */
export interface MemberOptions {
  readonly access: MemberAccess;
  /** What a call that acts in an account needs. */
  readonly callOptions: (accountId: string) => Promise<CallOptions>;
  /** Told of every read of other accounts. */
  readonly onRoute: (route: Route) => void;
}

/**
 * Every loader of one request. Keys in, records out; what a key costs is read at its definition.
 *
 * @param lists shared by all requests of the process.
 * @param api the version of Cloud Config that is spoken.
 */
export const createLoaders = (
  client: RpcClient,
  lists: KnownLists,
  { access, callOptions, onRoute }: MemberOptions,
  api: CloudConfigApi,
) => {
  const rpc = countRoutes(explainEmptyRegion(fitPages(learnEnds(client, lists), lists.pageSizes)), onRoute);
  const cloudConfig = createCloudConfigLoaders(rpc, callOptions, api, lists);
  const accountGroups = createAccountGroupLoaders(rpc, lists);
  return {
    accountGroups,
    cloudConfig:
      access === 'account-group'
        ? throughAccountGroup({ cloudConfig, accountGroups, rpc, callOptions, lists })
        : cloudConfig,
    resourceManager: createResourceManagerLoaders(rpc, lists),
    governance: createGovernanceLoaders(rpc, lists),
  };
};

export type Loaders = ReturnType<typeof createLoaders>;
