import type { Context } from '../../src/context';
import { UserError } from '../../src/errors/UserError';
import type { FeedGap } from '../../src/feed/FeedGap';
import { orNull } from '../../src/loaders/orNull';
import type { AccountGroupRecord } from '../../src/operations/cloud-config/2020-09-07/AccountGroupRecord';

/** So many pages of the members of the directory are read: of more than a thousand accounts not all can be named. */
export const maxMemberPages = 10;

const pageSize = 100;

/**
 * The members of the directory that its account group lacks, such as those that joined lately: nothing of them is listed.
 * One call counts the members. Only if the group counts fewer, both are listed.
 */
export const uncoveredAccounts = async (
  { AggregatorId, AggregatorAccountCount }: AccountGroupRecord,
  management: string,
  { access, loaders }: Context,
): Promise<readonly FeedGap[]> => {
  const readPage = (PageNumber: number) =>
    orNull(
      loaders.resourceManager.accountsPage.load({ PageNumber, PageSize: pageSize }),
      'EntityNotExists.ResourceDirectory',
    );
  const first = await readPage(1);
  const { totalCount } = first ?? {};
  if (first === null || totalCount === undefined || AggregatorAccountCount === undefined) return [];
  if (totalCount <= AggregatorAccountCount) return [];

  const members = new Set(await loaders.accountGroups.memberIds.load(AggregatorId));
  const lacking: string[] = [];
  let page: typeof first | null = first;
  for (let number = 1; page !== null && page.records.length > 0; number += 1) {
    const ids = page.records.map(({ AccountId }) => AccountId);
    lacking.push(...ids.filter((id) => id !== management && !members.has(id)));
    if (number >= maxMemberPages || number * pageSize >= totalCount) break;
    page = await readPage(number + 1);
  }
  const { principal } = access;
  return lacking
    .filter((accountId) => principal.maySee(accountId))
    .map((accountId) => ({ subject: { source: 'ACCOUNT', accountId }, error: notInGroup(accountId) }));
};

const notInGroup = (accountId: string): UserError =>
  new UserError(
    'NOT_FOUND',
    {
      en: `Account ${accountId} is not a member of the account group of the whole directory, so its changes are not listed. Name it in scope.accountIds to read it by a role.`,
      zh: `账号 ${accountId} 不是覆盖整个资源目录的账号组的成员，因此未列出其变更。可在 scope.accountIds 中指定该账号，以通过角色读取。`,
    },
    undefined,
    false,
    accountId,
  );
