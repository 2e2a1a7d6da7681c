import { CloudResource } from '../../schema/cloud-config/CloudResource';
import type { CloudResourceConnection, CloudResourceFilter } from '../../schema/cloud-config/CloudResourceConnection';
import type { PageArgs } from '../../schema/relay/PageArgs';
import type { Context } from '../../src/context';
import type { OwnedResource } from '../../src/loaders/account-groups';
import { connectTokens } from '../paging';
import { toListFilter } from './listResources';

/**
 * One page of the recorded resources of all members of an account group.
 *
 * @param field as messages and cursors tell it.
 * @throws UserError for arguments that do not fit.
 */
export const listGroupResources = (
  field: string,
  accountGroupId: string,
  page: PageArgs,
  filter: CloudResourceFilter | null | undefined,
  { loaders }: Context,
): Promise<CloudResourceConnection> => {
  const pushed = toListFilter(filter);
  return connectTokens<OwnedResource, CloudResource>(
    { field, page, args: [accountGroupId, pushed], toNode },
    (upstreamPage) => loaders.accountGroups.resourcesPage.load({ accountGroupId, ...pushed, ...upstreamPage }),
  );
};

const toNode = ({ ownerAccountId, record }: OwnedResource): CloudResource => {
  const { Region = '', ResourceType = '', ResourceId } = record;
  const key = { accountId: ownerAccountId, region: Region, resourceType: ResourceType, resourceId: ResourceId };
  return CloudResource.of(key, record);
};
