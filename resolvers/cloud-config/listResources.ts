import { CloudResource } from '../../schema/cloud-config/CloudResource';
import type { CloudResourceConnection, CloudResourceFilter } from '../../schema/cloud-config/CloudResourceConnection';
import type { PageArgs } from '../../schema/relay/PageArgs';
import type { Context } from '../../src/context';
import type { ResourceListFilter, UpstreamListRequest } from '../../src/loaders/cloud-config/CloudConfigApi';
import type { ResourceProfileRecord } from '../../src/operations/cloud-config/DiscoveredResourceRecord';
import { connectNumbered, connectTokens } from '../paging';

/** One page of the recorded resources of an account. @throws UserError for arguments that do not fit. */
export const listResources = (
  accountId: string,
  page: PageArgs,
  filter: CloudResourceFilter | null | undefined,
  context: Context,
): Promise<CloudResourceConnection> => {
  const { cloudConfig, loaders } = context;
  const pushed = toListFilter(filter);
  const list = {
    field: 'resources',
    page,
    args: [accountId, pushed],
    toNode: (record: ResourceProfileRecord) => CloudResource.of(keyOf(accountId, record), record),
  };
  const load = (upstreamPage: UpstreamListRequest) =>
    loaders.cloudConfig.resourcesPage.load({ accountId, ...pushed, ...upstreamPage });
  return cloudConfig.resourcesArePagedBy === 'token' ? connectTokens(list, load) : connectNumbered(list, load);
};

/** The upstream filters by everything that a client can ask for. */
export const toListFilter = (filter: CloudResourceFilter | null | undefined): ResourceListFilter => ({
  ResourceId: filter?.resourceId ?? undefined,
  ResourceDeleted: filter?.deleted === true ? 0 : 1,
  ResourceTypes: sorted(filter?.resourceTypes),
  Regions: sorted(filter?.regions),
});

/** The same set is the same request; an empty one asks for nothing in particular. */
const sorted = (values: readonly string[] | null | undefined): readonly string[] | undefined =>
  values == null || values.length === 0 ? undefined : [...new Set(values)].sort();

const keyOf = (accountId: string, { Region = '', ResourceType = '', ResourceId }: ResourceProfileRecord) => ({
  accountId,
  region: Region,
  resourceType: ResourceType,
  resourceId: ResourceId,
});
