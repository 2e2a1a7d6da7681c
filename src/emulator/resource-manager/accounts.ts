import type { RequestOf } from '../../operations/operation';
import type { ListAccounts } from '../../operations/resource-manager/ListAccounts';
import type { Page, Sequence } from '../Sequence';
import { concat, each, pageOf, pageOfMatching } from '../Sequence';
import { isAccountId } from '../governance/accountIds';
import type { Handlers, HandlerContext } from '../handler';
import { BusinessError } from '../handler';
import type { Directory } from './Directories';
import type { Member } from './Members';
import { toAccountDetail, toAccountSummary } from './accountRecords';
import { containsKeyword, readableDirectory, requestedFolder } from './readableDirectory';

type AccountHandlers = Pick<Handlers, 'ListAccounts' | 'ListAccountsForParent' | 'GetAccount' | 'GetPayerForAccount'>;
type TagFilter = NonNullable<RequestOf<typeof ListAccounts>['Tag']>;

/** The operations of Resource Management that read members. */
export const accountHandlers: AccountHandlers = {
  ListAccounts({ PageNumber = 1, PageSize = 10, Tag = [], IncludeTags = false }, context) {
    const directory = readableDirectory(context);
    const members = withManagementAccount(directory.members.all(), directory, context);
    const page = pageBy(members, (member) => hasTags(member, Tag), Tag.length > 0, PageNumber, PageSize);
    const records = page.items.map((member) => toAccountSummary(member, directory, context.world, IncludeTags));
    return { TotalCount: page.total, PageSize, PageNumber, Accounts: { Account: records } };
  },

  ListAccountsForParent(request, context) {
    const { ParentFolderId = '', QueryKeyword, PageNumber = 1, PageSize = 10, Tag = [], IncludeTags = false } = request;
    const directory = readableDirectory(context);
    const { folderId } = requestedFolder(directory, ParentFolderId || directory.rootFolderId, 'ParentFolderId');
    const direct = directory.members.in(folderId);
    const members = folderId === directory.rootFolderId ? withManagementAccount(direct, directory, context) : direct;
    const matches = (member: Member) =>
      hasTags(member, Tag) && containsKeyword(displayNameOf(member, context), QueryKeyword);
    const page = pageBy(members, matches, Tag.length > 0 || QueryKeyword !== undefined, PageNumber, PageSize);
    const records = page.items.map((member) => toAccountSummary(member, directory, context.world, IncludeTags));
    return { TotalCount: page.total, PageSize, PageNumber, Accounts: { Account: records } };
  },

  GetAccount({ AccountId: accountId, IncludeTags = false }, context) {
    const directory = readableDirectory(context);
    const member = requestedMember(directory, accountId, context);
    return { Account: toAccountDetail(member, directory, context.world, IncludeTags) };
  },

  GetPayerForAccount({ AccountId: accountId }, context) {
    const { accounts, accountFactory } = context.world;
    const member = requestedMember(readableDirectory(context), accountId, context);
    const payerId = accountFactory.enrollment(accountId)?.inputs.payerAccountId ?? member.payerAccountId ?? accountId;
    return { PayerAccountId: payerId, PayerAccountName: accounts.get(payerId)?.name };
  },
};

/** The management account as a directory may list it: in the root folder, since the directory is there. */
export function managementMember({ managementAccountId, rootFolderId, createdAt }: Directory): Member {
  return {
    accountId: managementAccountId,
    folderId: rootFolderId,
    joinedAt: createdAt,
    modifiedAt: createdAt,
    emailStatus: '',
    tags: [],
    missingRoles: [],
  };
}

function withManagementAccount(
  members: Sequence<Member>,
  directory: Directory,
  { readings }: HandlerContext,
): Sequence<Member> {
  if (readings.listAccountsIncludesManagement === 'absent') return members;
  return concat([managementMember(directory)], members);
}

function requestedMember(directory: Directory, accountId: string, { readings }: HandlerContext): Member {
  const isManagement = accountId === directory.managementAccountId;
  if (isManagement && readings.managementAccountRecord === 'answered') return managementMember(directory);
  const member = directory.members.get(accountId);
  if (member) return member;
  const isId = isManagement || isAccountId(accountId);
  throw new BusinessError(isId ? 'EntityNotExists.Account' : 'InvalidParameter.AccountId');
}

/** Goes through the members only if the request filters them. */
function pageBy(
  members: Sequence<Member>,
  matches: (member: Member) => boolean,
  isNarrowed: boolean,
  number: number,
  size: number,
): Page<Member> {
  if (!isNarrowed) return pageOf(members, number, size);
  return pageOfMatching(filtered(members, matches), number, size);
}

function* filtered(members: Sequence<Member>, matches: (member: Member) => boolean): Generator<Member> {
  for (const member of each(members)) if (matches(member)) yield member;
}

/** Whether something has every tag of a filter; a filter without a value asks for the key alone. */
export const hasTags = ({ tags }: Pick<Member, 'tags'>, filter: TagFilter): boolean =>
  filter.every(({ Key, Value = '' }) =>
    tags.some(({ key, value }) => (Key === undefined || key === Key) && (Value === '' || value === Value)),
  );

const displayNameOf = ({ accountId }: Member, { world }: HandlerContext): string =>
  world.accounts.get(accountId)?.displayName ?? '';
