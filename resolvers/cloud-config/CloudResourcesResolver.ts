import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { AllResourcesArgs, CloudResourceConnection } from '../../schema/cloud-config/CloudResourceConnection';
import { Costs } from '../../schema/costs';
import type { Context } from '../../src/context';
import { requireText } from '../requireText';
import { findDirectoryGroup } from './findDirectoryGroup';
import { allResourcesCosts, listAllResources } from './listAllResources';
import { listGroupResources } from './listGroupResources';

@Resolver()
export class CloudResourcesResolver {
  @Query(() => CloudResourceConnection, {
    nullable: true,
    description:
      'The resources that Cloud Config records in all accounts, read through an account group. Null if they cannot be read. Without `accountGroupId`, the gateway looks for the group of the whole directory, with one call per hundred groups. If the management account is not a member of that group, its resources follow at the end, read in that account with one more call. Two cached calls look up the members for this. These three calls are made on a page that reaches the end of the group’s list, and on any page if `totalCount` is selected. If those resources cannot be read, the page after the last member’s resources reports the error: credentials of a delegated administrator need a role in the management account. With `accountGroupId`, the list contains only the resources of that group.',
  })
  @Costs(allResourcesCosts)
  async cloudResources(
    @Args(() => AllResourcesArgs) args: AllResourcesArgs,
    @Arg('accountGroupId', () => ID, {
      nullable: true,
      description:
        'Returns only the resources of this account group, `ca-…`. Defaults to the group of the whole directory plus the management account.',
    })
    accountGroupId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<CloudResourceConnection> {
    if (accountGroupId == null) {
      const group = await findDirectoryGroup(context, ['accountGroupId']);
      return listAllResources(group?.AggregatorId ?? null, args, context);
    }
    return listGroupResources('cloudResources', requireText(accountGroupId, ['accountGroupId']), args, context);
  }
}
