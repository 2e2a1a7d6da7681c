import { CloudResource } from '../../schema/cloud-config/CloudResource';
import type { CloudResourceConnection, ResourcesArgs } from '../../schema/cloud-config/CloudResourceConnection';
import type { Context } from '../../src/context';
import type { ResourceListFilter } from '../../src/loaders/cloud-config/CloudConfigApi';
import type { GroupCountsKey, OwnedResource } from '../../src/loaders/cloud-config/accountGroups';
import { keyOf as keyOfResource } from '../../src/loaders/cloud-config/loaders';
import { ListAggregateDiscoveredResources } from '../../src/operations';
import type { Page } from '../../src/pagination/Page';
import type { TokenPosition } from '../../src/pagination/readTokenPage';
import { readTokenPage } from '../../src/pagination/readTokenPage';
import { connectTokens } from '../paging';
import { checkEmptyList } from './checkEmptyList';
import { toListFilter } from './listFilter';
import { resourceOf } from './listResources';

/**
 * Returns one page of the recorded resources of all members of an account group.
 *
 * @param field the field's name in messages and cursors.
 * @throws UserError for arguments that do not fit.
 */
export const listGroupResources = async (
  field: string,
  accountGroupId: string,
  { filter, ...page }: ResourcesArgs,
  context: Context,
): Promise<CloudResourceConnection> => {
  const { accountGroups } = context.loaders;
  const pushed = toListFilter(filter);
  const connection = await connectTokens<OwnedResource, CloudResource>(
    {
      operation: ListAggregateDiscoveredResources,
      field,
      page,
      cursors: context.cursors,
      args: [accountGroupId, pushed],
      isSeen: context.access.filter(field, ownerOf),
      keyOf,
      toNode,
    },
    (upstreamPage) => accountGroups.resourcesPage.load({ accountGroupId, ...pushed, ...upstreamPage }),
  );

  await checkEmptyList(connection, { filter, ...page }, context, (by) => namesInGroup(accountGroupId, by, context));
  return connection;
};

/**
 * The types and regions of the group's resources. Nothing if that would reveal accounts that the caller may not see.
 */
export const namesInGroup = async (
  accountGroupId: string,
  by: GroupCountsKey['by'],
  { access, loaders }: Context,
): Promise<readonly string[]> =>
  access.principal.seesAll ? loaders.accountGroups.found.load({ accountGroupId, by }) : [];

/** One page of them, without a connection around it. */
export const readGroupResources = async (
  accountGroupId: string,
  page: { readonly first: number; readonly position?: TokenPosition },
  pushed: ResourceListFilter,
  { access, loaders }: Context,
): Promise<Page<CloudResource, TokenPosition>> => {
  const { edges, ...rest } = await readTokenPage<OwnedResource>(
    {
      ...page,
      operation: ListAggregateDiscoveredResources,
      keyOf,
      matches: access.filter('cloudResources', ownerOf),
    },
    (upstreamPage) => loaders.accountGroups.resourcesPage.load({ accountGroupId, ...pushed, ...upstreamPage }),
  );
  return { ...rest, edges: edges.map(({ record, position }) => ({ record: toNode(record), position })) };
};

const ownerOf = ({ ownerAccountId }: OwnedResource): string => ownerAccountId;

const keyOf = ({ ownerAccountId, record }: OwnedResource): string =>
  JSON.stringify([ownerAccountId, resourceOf(record)]);

const toNode = ({ ownerAccountId, record }: OwnedResource): CloudResource =>
  CloudResource.of(keyOfResource(ownerAccountId, record), record);
