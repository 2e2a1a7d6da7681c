import { CloudResource } from '../../schema/cloud-config/CloudResource';
import type { CloudResourceConnection, ResourcesArgs } from '../../schema/cloud-config/CloudResourceConnection';
import type { Context } from '../../src/context';
import type { ResourceListFilter, UpstreamListRequest } from '../../src/loaders/cloud-config/CloudConfigApi';
import { keyOf } from '../../src/loaders/cloud-config/loaders';
import type { ResourceProfileRecord } from '../../src/operations/cloud-config/DiscoveredResourceRecord';
import type { Page } from '../../src/pagination/Page';
import type { NumberedPosition } from '../../src/pagination/readNumberedPage';
import { readNumberedPage } from '../../src/pagination/readNumberedPage';
import type { TokenPosition } from '../../src/pagination/readTokenPage';
import { readTokenPage } from '../../src/pagination/readTokenPage';
import { connectNumbered, connectTokens } from '../paging';
import { checkEmptyList } from './checkEmptyList';
import { toListFilter } from './listFilter';

/** One page of the recorded resources of an account. @throws UserError for arguments that do not fit. */
export const listResources = async (
  accountId: string,
  { filter, ...page }: ResourcesArgs,
  context: Context,
): Promise<CloudResourceConnection> => {
  const { cloudConfig, cursors, loaders } = context;
  const pushed = toListFilter(filter);
  const list = {
    field: 'resources',
    page,
    cursors,
    args: [accountId, pushed],
    keyOf: textOf,
    toNode: (record: ResourceProfileRecord) => CloudResource.of(keyOf(accountId, record), record),
  };
  const load = (upstreamPage: UpstreamListRequest) =>
    loaders.cloudConfig.resourcesPage.load({ accountId, ...pushed, ...upstreamPage });
  const connection = await (cloudConfig.resourcesArePagedBy === 'token'
    ? connectTokens({ ...list, operation: cloudConfig.operations.resourcesPage }, load)
    : connectNumbered(list, load));

  await checkEmptyList(connection, { filter, ...page }, context, (by) =>
    loaders.cloudConfig.found.load({ accountId, by }),
  );
  return connection;
};

/** One page of them, without a connection around it; a position is one of the version of Cloud Config that is used. */
export const readAccountResources = async (
  accountId: string,
  { first, position }: { readonly first: number; readonly position?: ListPosition },
  pushed: ResourceListFilter,
  { cloudConfig, loaders }: Context,
): Promise<Page<CloudResource, ListPosition>> => {
  const list = { first, keyOf: textOf };
  const load = (upstreamPage: UpstreamListRequest) =>
    loaders.cloudConfig.resourcesPage.load({ accountId, ...pushed, ...upstreamPage });
  const operation = cloudConfig.operations.resourcesPage;
  const page: Page<ResourceProfileRecord, ListPosition> = await (cloudConfig.resourcesArePagedBy === 'token'
    ? readTokenPage({ ...list, operation, position: isTokenPosition(position) ? position : undefined }, load)
    : readNumberedPage({ ...list, position: isTokenPosition(position) ? undefined : position }, load));
  const edges = page.edges.map(({ record, position: at }) => ({
    record: CloudResource.of(keyOf(accountId, record), record),
    position: at,
  }));
  return { ...page, edges };
};

type ListPosition = TokenPosition | NumberedPosition;

const isTokenPosition = (position: ListPosition | undefined): position is TokenPosition =>
  position !== undefined && 'given' in position;

/** What distinguishes the resources of one account. */
export const resourceOf = ({ Region, ResourceType, ResourceId }: ResourceProfileRecord) => [
  Region,
  ResourceType,
  ResourceId,
];

const textOf = (record: ResourceProfileRecord): string => JSON.stringify(resourceOf(record));
