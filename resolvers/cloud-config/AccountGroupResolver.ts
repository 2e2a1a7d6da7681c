import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { AccountGroup } from '../../schema/cloud-config/AccountGroup';
import { AccountGroupConnection } from '../../schema/cloud-config/AccountGroupConnection';
import {
  AccountGroupMember,
  AccountGroupMemberConnection,
  AccountGroupMembersArgs,
} from '../../schema/cloud-config/AccountGroupMember';
import { CloudResourceConnection, ResourcesArgs } from '../../schema/cloud-config/CloudResourceConnection';
import { parseRecorderStatus } from '../../schema/cloud-config/ConfigurationRecorder';
import { ResourceCount, ResourceCountKey } from '../../schema/cloud-config/ResourceCount';
import { Costs } from '../../schema/costs';
import { PageArgs } from '../../schema/relay/PageArgs';
import type { Context } from '../../src/context';
import { orNull } from '../../src/loaders/orNull';
import {
  GetAggregateResourceCountsGroupByRegion,
  GetAggregator,
  ListAggregateDiscoveredResources,
  ListAggregators,
} from '../../src/operations';
import type {
  AccountGroupMemberRecord,
  AccountGroupRecord,
} from '../../src/operations/cloud-config/2020-09-07/AccountGroupRecord';
import { every } from '../every';
import { connectNumbered, connectTokens } from '../paging';
import { requireText } from '../requireText';
import { toSet } from '../toSet';
import { resourcesFilterCosts } from './checkEmptyList';
import { listGroupResources } from './listGroupResources';

const countKeys = { REGION: 'Region', RESOURCE_TYPE: 'ResourceType' } as const;

/** Account groups, and what all their members have. */
@Resolver(() => AccountGroup)
export class AccountGroupResolver {
  @Query(() => AccountGroupConnection, {
    nullable: true,
    description:
      'The account groups that the gateway’s own account owns. A management account or a delegated administrator can own groups. Null if they cannot be read.',
  })
  @Costs({ page: { list: ListAggregators } })
  accountGroups(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { cursors, loaders }: Context,
  ): Promise<AccountGroupConnection> {
    return connectTokens<AccountGroupRecord, AccountGroup>(
      {
        operation: ListAggregators,
        field: 'accountGroups',
        page,
        cursors,
        args: null,
        keyOf: ({ AggregatorId }) => AggregatorId,
        toNode: (record) => AccountGroup.fromRecord(record),
      },
      (upstreamPage) => loaders.accountGroups.groupsPage.load(upstreamPage),
    );
  }

  @Query(() => AccountGroup, {
    nullable: true,
    description: 'The account group with this ID. Null if the gateway’s own account owns no such group.',
  })
  @Costs({ loads: [{ operation: GetAggregator, per: 'object' }], object: 'arguments' })
  accountGroup(
    @Arg('accountGroupId', () => ID, { description: 'The ID of the account group, `ca-…`.' }) accountGroupId: string,
    @Ctx() context: Context,
  ): Promise<AccountGroup | null> {
    return findAccountGroup(context, requireText(accountGroupId, ['accountGroupId']));
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'The number of members. Null if the upstream does not return it, or if the caller may not see all accounts.',
  })
  memberCount(@Root() { countOfMembers }: AccountGroup, @Ctx() { access }: Context): number | null {
    return access.principal.seesAll ? countOfMembers : null;
  }

  @FieldResolver(() => AccountGroupMemberConnection, {
    nullable: true,
    description:
      'The members of the group. Null if they cannot be read. The group of the whole directory may omit the management account. Then `cloudResources` includes its resources, but `resources` and `resourceCounts` of the group do not. All pages in a document share one call.',
  })
  @Costs({ loads: [{ operation: GetAggregator, per: 'parent' }], account: 'directory' })
  members(
    @Root() { accountGroupId }: AccountGroup,
    @Args(() => AccountGroupMembersArgs) { filter, ...page }: AccountGroupMembersArgs,
    @Ctx() { access, cursors, loaders }: Context,
  ): Promise<AccountGroupMemberConnection> {
    const wanted = toSet(filter?.recorderStatus);
    const matches = every<AccountGroupMemberRecord>([
      access.filter('members', ({ AccountId }) => AccountId),
      wanted && (({ RecorderStatus }) => wanted.includes(parseRecorderStatus(RecorderStatus))),
    ]);
    return connectNumbered<AccountGroupMemberRecord, AccountGroupMember>(
      {
        field: 'members',
        page,
        cursors,
        args: wanted === undefined ? accountGroupId : [accountGroupId, wanted],
        keyOf: ({ AccountId }) => AccountId,
        toNode: (record) => AccountGroupMember.fromRecord(accountGroupId, record),
      },
      async ({ PageNumber, PageSize }) => {
        // The upstream does not page this list.
        const { AggregatorAccounts = [] } = await loaders.accountGroups.detail.load(accountGroupId);
        const members = matches === undefined ? AggregatorAccounts : AggregatorAccounts.filter(matches);
        const records = members.slice((PageNumber - 1) * PageSize, PageNumber * PageSize);
        return { records, totalCount: members.length };
      },
    );
  }

  @FieldResolver(() => CloudResourceConnection, {
    nullable: true,
    description: 'The resources that Cloud Config records in all members. Null if they cannot be read.',
  })
  @Costs({
    page: { list: ListAggregateDiscoveredResources },
    filter: resourcesFilterCosts('parent'),
    account: 'directory',
  })
  resources(
    @Root() { accountGroupId }: AccountGroup,
    @Args(() => ResourcesArgs) args: ResourcesArgs,
    @Ctx() context: Context,
  ): Promise<CloudResourceConnection> {
    return listGroupResources('resources', accountGroupId, args, context);
  }

  @FieldResolver(() => [ResourceCount], {
    nullable: true,
    description: 'The number of resources that Cloud Config records in all members. Null if they cannot be counted.',
  })
  @Costs({ loads: [{ operation: GetAggregateResourceCountsGroupByRegion, per: 'arguments' }] })
  async resourceCounts(
    @Root() { accountGroupId }: AccountGroup,
    @Arg('by', () => ResourceCountKey, {
      description: 'What to count by. For RESOURCE_TYPE, the call is GetAggregateResourceCountsGroupByResourceType.',
    })
    by: ResourceCountKey,
    @Ctx() { access, loaders }: Context,
  ): Promise<ResourceCount[]> {
    access.requireSightOfAll();
    const counts = await loaders.accountGroups.resourceCounts.load({ accountGroupId, by: countKeys[by] });
    return counts.map(({ GroupName = '', ResourceCount: count = 0 }) => ({ name: GroupName, count }));
  }
}

/** The account group with this id; null if the gateway's account owns none. */
export const findAccountGroup = async ({ loaders }: Context, accountGroupId: string): Promise<AccountGroup | null> => {
  const answer = loaders.accountGroups.detail.load(accountGroupId);
  const record = await orNull(answer, 'Invalid.AggregatorId.Value');
  return record && AccountGroup.fromRecord(record);
};

/** The member of an account group; null if there is no such group, or the account is not in it. */
export const findAccountGroupMember = async (
  { loaders }: Context,
  accountGroupId: string,
  accountId: string,
): Promise<AccountGroupMember | null> => {
  const group = await orNull(loaders.accountGroups.detail.load(accountGroupId), 'Invalid.AggregatorId.Value');
  const record = group?.AggregatorAccounts?.find(({ AccountId }) => AccountId === accountId);
  return record === undefined ? null : AccountGroupMember.fromRecord(accountGroupId, record);
};
