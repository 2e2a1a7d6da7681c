import type { Sequence } from '../../Sequence';
import { each, mapped } from '../../Sequence';
import type { Handlers, HandlerContext } from '../../handler';
import { BusinessError } from '../../handler';
import { hasTags } from '../../resource-manager/accounts';
import { folderOf } from '../../resource-manager/readableDirectory';
import { tokenPageOf } from '../../tokenPage';
import type { AccountGroup } from '../AccountGroups';
import { assertKnown } from '../activation';
import { productRefusal } from '../productErrors';
import { listTokens } from './listTokens';

type AccountGroupHandlers = Pick<Handlers, 'ListAggregators' | 'GetAggregator'>;

/** The operations of Cloud Config 2020-09-07 that read account groups. */
export const accountGroupHandlers: AccountGroupHandlers = {
  ListAggregators({ MaxResults, NextToken, Tag = [] }, context) {
    assertKnown(context);
    const { world, caller, readings } = context;
    const owned = world.accountGroups.ownedBy(caller.accountId);
    const isOther = owned.length === 0 && !world.directories.ownedBy(caller.accountId);
    if (isOther && readings.accountGroupsOfOthers === 'NoPermission') throw new BusinessError('NoPermission');
    const groups = owned.filter((group) => hasTags(group, Tag));
    const tokens = listTokens(`ListAggregators/${caller.accountId}/${JSON.stringify(Tag)}`);
    const page = tokenPageOf(groups, { size: MaxResults, token: NextToken }, tokens, context);
    return {
      AggregatorsResult: {
        Aggregators: page.items.map((group) => ({
          ...toRecord(group, context),
          AggregatorCreateTimestamp: group.createdAt,
        })),
        // What stands there on the last page is printed, for this list alone.
        NextToken: page.nextToken ?? '',
      },
    };
  },

  GetAggregator({ AggregatorId }, context) {
    assertKnown(context);
    const { accounts, accountGroups, recorders } = context.world;
    const group = requestedGroup(AggregatorId, context);
    const directory = accountGroups.directoryOf(group);
    const members = mapped(accountGroups.accountIds(group, context.readings), (accountId) => ({
      AccountId: accountId,
      AccountName: accounts.get(accountId)?.displayName,
      AccountType: 'ResourceDirectory',
      RecorderStatus: recorders.status(accountId),
    }));
    return {
      Aggregator: {
        ...toRecord(group, context),
        AggregatorAccounts: [...each(members)],
        AggregatorCreateTimestamp: group.createdAt,
        FolderName: directory && folderOf(directory, group.folderId ?? '')?.name,
      },
    };
  },
};

/** The account group that a request names: one that the caller owns. @throws Refusal */
export function requestedGroup(accountGroupId: string, { world, caller }: HandlerContext): AccountGroup {
  const owned = world.accountGroups.ownedBy(caller.accountId);
  const group = owned.find((one) => one.accountGroupId === accountGroupId);
  if (!group) throw productRefusal('Invalid.AggregatorId.Value');
  return group;
}

/** The accounts whose resources are meant: those of the group, or the one of them that the request names. */
export function meantMembers(
  group: AccountGroup,
  resourceAccountId: string | undefined,
  { world, readings }: HandlerContext,
  notAMember: () => Error,
): Sequence<string> {
  if (resourceAccountId === undefined) return world.accountGroups.accountIds(group, readings);
  if (!world.accountGroups.has(group, resourceAccountId, readings)) throw notAMember();
  return [resourceAccountId];
}

function toRecord(group: AccountGroup, { world, readings }: HandlerContext) {
  return {
    AccountId: group.ownerAccountId,
    AggregatorAccountCount: world.accountGroups.accountIds(group, readings).length,
    AggregatorId: group.accountGroupId,
    AggregatorName: group.name,
    AggregatorStatus: world.accountGroups.isReady(group) ? 1 : 0,
    AggregatorType: group.type,
    Description: group.description,
    FolderId: group.folderId,
    Tags: group.tags.map(({ key, value }) => ({ TagKey: key, TagValue: value })),
  };
}
