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

/** The loaders of each service, as far as they were used. */
interface Created {
  accountGroups?: ReturnType<typeof createAccountGroupLoaders>;
  cloudConfig?: ReturnType<typeof createCloudConfigLoaders>;
  resourceManager?: ReturnType<typeof createResourceManagerLoaders>;
  attribution?: ReturnType<typeof createAttributionLoader>;
  governance?: ReturnType<typeof createGovernanceLoaders>;
}

/**
 * Every loader of one request. Keys in, records out; what a key costs is read at its definition. Those of a service are created
 * for their first use: few requests use every service.
 *
 * A class, because V8 makes a map for each object literal with accessors, which keeps all that they refer to until the next full
 * garbage collection.
 */
export class Loaders {
  private readonly rpc: RpcClient;
  private readonly created: Created = {};

  /**
   * @param lists shared by all requests of the process.
   * @param api the version of Cloud Config that is spoken.
   */
  constructor(
    private readonly client: RpcClient,
    private readonly lists: KnownLists,
    private readonly members: MemberOptions,
    private readonly api: CloudConfigApi,
  ) {
    this.rpc = countRoutes(explainEmptyRegion(fitPages(learnEnds(client, lists), lists.pageSizes)), members.onRoute);
  }

  get accountGroups() {
    return (this.created.accountGroups ??= createAccountGroupLoaders(this.rpc, this.lists));
  }

  get cloudConfig() {
    return (this.created.cloudConfig ??= this.createCloudConfig());
  }

  get resourceManager() {
    return (this.created.resourceManager ??= createResourceManagerLoaders(this.rpc, this.lists));
  }

  get attribution() {
    return (this.created.attribution ??= this.createAttribution());
  }

  get governance() {
    return (this.created.governance ??= createGovernanceLoaders(this.rpc, this.lists));
  }

  private createCloudConfig() {
    const { rpc, lists, api } = this;
    const { access, callOptions } = this.members;
    const cloudConfig = createCloudConfigLoaders(rpc, callOptions, api, lists);
    return access === 'account-group'
      ? throughAccountGroup({ cloudConfig, accountGroups: this.accountGroups, rpc, callOptions, lists })
      : cloudConfig;
  }

  private createAttribution() {
    const { callOptions, attribution, onRoute } = this.members;
    return createAttributionLoader({
      rpc: countRoutes(this.client, onRoute),
      callOptions,
      ...attribution,
      changesIn: async (resource, range) => {
        const page = { first: maxPageOfOneCall, position: undefined, filter: 'null', matches: undefined };
        const { edges, hasNextPage } = await this.cloudConfig.timelinePage.load({ resource, ...range, ...page });
        return { times: edges.map(({ record }) => record.CaptureTime), isWhole: !hasNextPage };
      },
    });
  }
}
