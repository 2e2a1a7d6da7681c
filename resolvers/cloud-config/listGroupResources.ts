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
export const listGroupResources = async (
  field: string,
  accountGroupId: string,
  page: PageArgs,
  filter: CloudResourceFilter | null | undefined,
  { loaders }: Context,
): Promise<CloudResourceConnection> => {
  const pushed = toListFilter(filter);
  let total: number | undefined;
  const connection = await connectTokens<OwnedResource, CloudResource>(
    { field, page, args: [accountGroupId, pushed], toNode },
    async (upstreamPage) => {
      const answer = await loaders.accountGroups.resourcesPage.load({ accountGroupId, ...pushed, ...upstreamPage });
      total = answer.totalCount;
      return answer;
    },
  );
  return { ...connection, totalCount: total ?? null };
};

const toNode = ({ ownerAccountId, record }: OwnedResource): CloudResource => {
  const { Region = '', ResourceType = '', ResourceId } = record;
  const key = { accountId: ownerAccountId, region: Region, resourceType: ResourceType, resourceId: ResourceId };
  return CloudResource.of(key, record);
};
