import { maxPageOfOneCall } from '../pagination/readTimelinePage';
import type { CallOptions, RpcClient } from '../rpc/client';
import type { MemberAccess } from '../settings';
import type { KnownLists } from './KnownLists';
import type { AttributionOptions, AttributionReach } from './attribution';
import { createAttributionLoader } from './attribution';
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
  readonly attribution: AttributionOptions & Pick<AttributionReach, 'now'>;
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
  { access, callOptions, onRoute, attribution: attributionOptions }: MemberOptions,
  api: CloudConfigApi,
) => {
  const rpc = countRoutes(explainEmptyRegion(fitPages(learnEnds(client, lists), lists.pageSizes)), onRoute);
  const accountGroups = once(() => createAccountGroupLoaders(rpc, lists));
  const cloudConfig = once(() => {
    const ofAccounts = createCloudConfigLoaders(rpc, callOptions, api, lists);
    return access === 'account-group'
      ? throughAccountGroup({ cloudConfig: ofAccounts, accountGroups: accountGroups(), rpc, callOptions, lists })
      : ofAccounts;
  });
  const resourceManager = once(() => createResourceManagerLoaders(rpc, lists));
  const attribution = once(() =>
    createAttributionLoader({
      rpc: client,
      callOptions,
      ...attributionOptions,
      changesIn: async (resource, range) => {
        const page = { first: maxPageOfOneCall, position: undefined, filter: 'null', matches: undefined };
        const { edges, hasNextPage } = await cloudConfig().timelinePage.load({ resource, ...range, ...page });
        return { times: edges.map(({ record }) => record.CaptureTime), isWhole: !hasNextPage };
      },
    }),
  );
  const governance = once(() => createGovernanceLoaders(rpc, lists));
  return {
    get accountGroups() {
      return accountGroups();
    },
    get cloudConfig() {
      return cloudConfig();
    },
    get resourceManager() {
      return resourceManager();
    },
    get attribution() {
      return attribution();
    },
    get governance() {
      return governance();
    },
  };
};

/** Creates something for its first use: few requests use the loaders of every service. */
const once = <T>(create: () => T): (() => T) => {
  let created: { readonly value: T } | undefined;
  return () => (created ??= { value: create() }).value;
};

export type Loaders = ReturnType<typeof createLoaders>;
