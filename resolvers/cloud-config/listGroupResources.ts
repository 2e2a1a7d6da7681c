import { CloudResource } from '../../schema/cloud-config/CloudResource';
import type { CloudResourceConnection, ResourcesArgs } from '../../schema/cloud-config/CloudResourceConnection';
import type { Context } from '../../src/context';
import type { OwnedResource } from '../../src/loaders/account-groups';
import { ListAggregateDiscoveredResources } from '../../src/operations';
import { connectTokens } from '../paging';
import { toListFilter } from './listFilter';
import { checkTypesOfEmptyList, resourceOf } from './listResources';

/**
 * One page of the recorded resources of all members of an account group.
 *
 * @param field as messages and cursors tell it.
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
      args: [accountGroupId, pushed],
      keyOf: ({ ownerAccountId, record }) => JSON.stringify([ownerAccountId, resourceOf(record)]),
      toNode,
    },
    (upstreamPage) => accountGroups.resourcesPage.load({ accountGroupId, ...pushed, ...upstreamPage }),
  );

  await checkTypesOfEmptyList(connection, { filter, ...page }, context, () =>
    accountGroups.foundResourceTypes.load(accountGroupId),
  );
  return connection;
};

const toNode = ({ ownerAccountId, record }: OwnedResource): CloudResource => {
  const { Region = '', ResourceType = '', ResourceId } = record;
  const key = { accountId: ownerAccountId, region: Region, resourceType: ResourceType, resourceId: ResourceId };
  return CloudResource.of(key, record);
};
