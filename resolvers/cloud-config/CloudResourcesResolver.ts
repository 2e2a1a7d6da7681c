import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { CloudResourceConnection, ResourcesArgs } from '../../schema/cloud-config/CloudResourceConnection';
import { Costs } from '../../schema/costs';
import type { Context } from '../../src/context';
import { UserError } from '../../src/errors/UserError';
import { maxGroupPages } from '../../src/loaders/account-groups';
import { ListAggregateDiscoveredResources, ListAggregators } from '../../src/operations';
import { requireText } from '../requireText';
import { listGroupResources } from './listGroupResources';
import { resourcesFilterCosts } from './listResources';

@Resolver()
export class CloudResourcesResolver {
  @Query(() => CloudResourceConnection, {
    nullable: true,
    description:
      'The resources of many accounts that Cloud Config records, read through an account group; null only where they could not be read. If `accountGroupId` names no group, the one of the whole directory is found by one call for each hundred groups.',
  })
  @Costs({
    page: { list: ListAggregateDiscoveredResources },
    loads: [{ operation: ListAggregators, per: 'document', calls: maxGroupPages, unless: 'accountGroupId' }],
    filter: resourcesFilterCosts,
    account: 'directory',
  })
  async cloudResources(
    @Args(() => ResourcesArgs) args: ResourcesArgs,
    @Arg('accountGroupId', () => ID, {
      nullable: true,
      description:
        'The account group whose members’ resources are wanted, `ca-…`; left out: the one that covers the whole directory.',
    })
    accountGroupId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<CloudResourceConnection> {
    const group =
      accountGroupId == null ? await findDirectoryGroup(context) : requireText(accountGroupId, ['accountGroupId']);
    return listGroupResources('cloudResources', group, args, context);
  }
}

/** The id of the account group that covers the directory. @throws UserError NOT_FOUND where there is none. */
const findDirectoryGroup = async ({ loaders }: Context): Promise<string> => {
  const group = await loaders.accountGroups.ofDirectory.load('current');
  if (group !== null) return group.AggregatorId;
  throw new UserError(
    'NOT_FOUND',
    {
      en: 'There is no account group of the whole directory to read through. Name another one by accountGroupId, which `accountGroups` lists, or make one of the type “resource directory” in Cloud Config.',
      zh: '没有覆盖整个资源目录的账号组。请通过 accountGroupId 指定其他账号组（可由 `accountGroups` 查询），或在配置审计中新建类型为“资源目录”的账号组。',
    },
    ['accountGroupId'],
  );
};
