import type { Context } from '../../src/context';
import type { Explanation } from '../../src/errors/Explanation';
import { UserError } from '../../src/errors/UserError';
import type { FeedGap } from '../../src/feed/FeedGap';
import { orNull } from '../../src/loaders/orNull';
import type { AccountGroupRecord } from '../../src/operations/cloud-config/2020-09-07/AccountGroupRecord';
import { NumberedWalk } from '../../src/pagination/NumberedWalk';
import type { MemberAccess } from '../../src/settings';

/** So many pages of the members of the directory are read: the first thousand are compared. */
export const maxMemberPages = 10;

/** So many members that the group lacks are read by a role each: two lists more for each. */
export const maxJoined = 10;

/** So many more are named as gaps. */
const maxNamed = 100;

/** What the account group of the directory does not cover. */
export interface Uncovered {
  /** Members to be read by a role. */
  readonly byRole: readonly string[];
  readonly gaps: readonly FeedGap[];
}

const nothing: Uncovered = { byRole: [], gaps: [] };

/**
 * The members of the directory that its account group lacks, such as those that joined after it was gathered: it lists
 * nothing of them. One call counts the members. Only if the group counts fewer, or a count cannot be right, both are listed.
 *
 * If the group also counts the management account, one member can be missing without a difference.
 */
export const uncoveredAccounts = async (
  { AggregatorId, AggregatorAccountCount }: AccountGroupRecord,
  management: string,
  { access, loaders, memberAccess }: Context,
): Promise<Uncovered> => {
  const walk = new NumberedWalk(
    (page) => loaders.resourceManager.accountsPage.load(page),
    ({ AccountId }) => AccountId,
  );
  const first = await orNull(walk.readOn(), 'EntityNotExists.ResourceDirectory');
  if (first === null) return nothing;
  // A count that ends with a full page is proven by the next one.
  const second = walk.count === undefined && !walk.isAtEnd ? await walk.readOn() : [];
  const isCounted = walk.count !== undefined && AggregatorAccountCount !== undefined;
  if (isCounted && walk.count <= AggregatorAccountCount) return nothing;

  const members = new Set(await loaders.accountGroups.memberIds.load(AggregatorId));
  const lacking: string[] = [];
  let records: typeof first = [...first, ...second];
  for (;;) {
    const ids = records.map(({ AccountId }) => AccountId);
    lacking.push(...ids.filter((id) => id !== management && !members.has(id) && access.principal.maySee(id)));
    if (walk.isAtEnd || walk.pages >= maxMemberPages) break;
    records = await walk.readOn();
  }
  // A group lists nothing of an account that it does not have.
  const read = memberAccess === 'role' ? maxJoined : 0;
  const named = lacking.slice(read, read + maxNamed);
  const isAll = walk.isAtEnd && lacking.length <= read + maxNamed;
  return {
    byRole: lacking.slice(0, read),
    gaps: [
      ...named.map((accountId) => gapOf(accountId, memberAccess)),
      ...(isAll
        ? []
        : [{ subject: { source: 'ACCOUNT_GROUP', accountGroupId: AggregatorId }, error: more() } as const]),
    ],
  };
};

/** That nothing is listed of an account that the group lacks. */
export const gapOf = (accountId: string, memberAccess: MemberAccess): FeedGap => ({
  subject: { source: 'ACCOUNT', accountId },
  error: new UserError('NOT_FOUND', notInGroup(accountId)[memberAccess], undefined, false, accountId),
});

const notInGroup = (accountId: string): Readonly<Record<MemberAccess, Explanation>> => {
  const en = `Account ${accountId} is not a member of the account group of the whole directory, so its changes are not listed.`;
  const zh = `账号 ${accountId} 不是覆盖整个资源目录的账号组的成员，因此未列出其变更。`;
  return {
    role: {
      en: `${en} Name it in scope.accountIds to read it by a role.`,
      zh: `${zh}可在 scope.accountIds 中指定该账号，以通过角色读取。`,
    },
    'account-group': {
      en: `${en} This deployment reads no account by a role (MEMBER_ACCESS).`,
      zh: `${zh}本部署不通过角色读取账号（MEMBER_ACCESS）。`,
    },
  };
};

const more = (): UserError =>
  new UserError('NOT_FOUND', {
    en: `More accounts of the directory may not be members of its account group. The gateway compares the first ${maxMemberPages * 100} accounts, reads ${maxJoined} of those that are missing by a role, and names ${maxNamed}. Check the account group in Cloud Config.`,
    zh: `资源目录中可能还有其他账号不是该账号组的成员。网关比对前 ${maxMemberPages * 100} 个账号，对其中缺失的最多 ${maxJoined} 个通过角色读取，并最多列出 ${maxNamed} 个。请在配置审计中检查该账号组。`,
  });
