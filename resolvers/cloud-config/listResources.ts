import { CloudResource } from '../../schema/cloud-config/CloudResource';
import type { CloudResourceConnection, ResourcesArgs } from '../../schema/cloud-config/CloudResourceConnection';
import type { FilterCosts } from '../../schema/costs';
import type { Context } from '../../src/context';
import type { UpstreamListRequest } from '../../src/loaders/cloud-config/CloudConfigApi';
import { GetDiscoveredResourceCounts, GetSupportedResourceTypes, ListDiscoveredResources } from '../../src/operations';
import type { ResourceProfileRecord } from '../../src/operations/cloud-config/DiscoveredResourceRecord';
import { connectNumbered, connectTokens } from '../paging';
import { checkTypesOfNothing, writtenTypes } from './checkResourceTypes';
import { toListFilter } from './listFilter';

/** What the filter of a list of resources adds to its cost: what is made if nothing matches. */
export const resourcesFilterCosts: FilterCosts = {
  checksOf: 'resourceTypes',
  checks: [
    { operation: GetSupportedResourceTypes, per: 'document', calls: 2 },
    { operation: GetDiscoveredResourceCounts, per: 'parent' },
  ],
};

/** One page of the recorded resources of an account. @throws UserError for arguments that do not fit. */
export const listResources = async (
  accountId: string,
  { filter, ...page }: ResourcesArgs,
  context: Context,
): Promise<CloudResourceConnection> => {
  const { cloudConfig, loaders } = context;
  const pushed = toListFilter(filter);
  const list = {
    field: 'resources',
    page,
    args: [accountId, pushed],
    keyOf: (record: ResourceProfileRecord) => JSON.stringify(resourceOf(record)),
    toNode: (record: ResourceProfileRecord) => CloudResource.of(keyOf(accountId, record), record),
  };
  const load = (upstreamPage: UpstreamListRequest) =>
    loaders.cloudConfig.resourcesPage.load({ accountId, ...pushed, ...upstreamPage });
  const connection = await (cloudConfig.resourcesArePagedBy === 'token'
    ? connectTokens({ ...list, operation: cloudConfig.calledFor(ListDiscoveredResources, {}) }, load)
    : connectNumbered(list, load));

  await checkTypesOfEmptyList(connection, { filter, ...page }, context, () =>
    loaders.cloudConfig.foundResourceTypes.load(accountId),
  );
  return connection;
};

/**
 * Holds the types of a filter that finds nothing against those that there are.
 *
 * @param loadFound the types of which there are resources.
 * @throws UserError BAD_USER_INPUT for one that does not exist.
 */
export const checkTypesOfEmptyList = async (
  { edges, pageInfo }: CloudResourceConnection,
  { filter, after }: ResourcesArgs,
  context: Context,
  loadFound: () => Promise<readonly string[]>,
): Promise<void> => {
  const isWhole = after == null && !pageInfo.hasNextPage;
  if (!isWhole || edges.length > 0) return;
  await checkTypesOfNothing(writtenTypes(filter?.resourceTypes ?? [], ['filter', 'resourceTypes']), context, loadFound);
};

/** What tells the resources of one account apart. */
export const resourceOf = ({ Region, ResourceType, ResourceId }: ResourceProfileRecord) => [
  Region,
  ResourceType,
  ResourceId,
];

const keyOf = (accountId: string, { Region = '', ResourceType = '', ResourceId }: ResourceProfileRecord) => ({
  accountId,
  region: Region,
  resourceType: ResourceType,
  resourceId: ResourceId,
});
