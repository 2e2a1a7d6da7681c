import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { AllResourcesArgs, CloudResourceConnection } from '../../schema/cloud-config/CloudResourceConnection';
import { Costs } from '../../schema/costs';
import type { Context } from '../../src/context';
import { UserError } from '../../src/errors/UserError';
import { requireText } from '../requireText';
import { allResourcesCosts, listAllResources } from './listAllResources';
import { listGroupResources } from './listGroupResources';

@Resolver()
export class CloudResourcesResolver {
  @Query(() => CloudResourceConnection, {
    nullable: true,
    description:
      'The resources of all accounts that Cloud Config records, read through an account group; null only where they could not be read. If `accountGroupId` names no group, the one of the whole directory is found by one call for each hundred groups. If the management account is not a member of it, its resources follow. A page that reaches the end of the group’s list, and `totalCount` on any page, take one call to read them and two cached ones to look up who is a member. If they cannot be read, the page behind the last member’s resources has the error. If `accountGroupId` names a group, the list is that group’s alone.',
  })
  @Costs(allResourcesCosts)
  async cloudResources(
    @Args(() => AllResourcesArgs) args: AllResourcesArgs,
    @Arg('accountGroupId', () => ID, {
      nullable: true,
      description:
        'The account group whose members’ resources are wanted, `ca-…`, and no others. Omitted: those of the group that covers the whole directory, and of the management account.',
    })
    accountGroupId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<CloudResourceConnection> {
    if (accountGroupId == null) return listAllResources(await findDirectoryGroup(context), args, context);
    return listGroupResources('cloudResources', requireText(accountGroupId, ['accountGroupId']), args, context);
  }
}

/** The ID of the account group that covers the directory; null without one. @throws UserError NOT_FOUND if no group does. */
const findDirectoryGroup = async ({ loaders }: Context): Promise<string | null> => {
  const group = await loaders.accountGroups.ofDirectory.load('current');
  if (group !== null) return group.AggregatorId;
  if ((await loaders.resourceManager.resourceDirectory.load('current')) === null) return null;
  throw new UserError(
    'NOT_FOUND',
    {
      en: 'There is no account group of the whole directory to read through. Name another one by accountGroupId, which `accountGroups` lists, or make one of the type “resource directory” in Cloud Config.',
      zh: '没有覆盖整个资源目录的账号组。请通过 accountGroupId 指定其他账号组（可由 `accountGroups` 查询），或在配置审计中新建类型为“资源目录”的账号组。',
    },
    ['accountGroupId'],
  );
};
