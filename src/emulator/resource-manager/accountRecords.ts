import type { World } from '../world/World';
import type { TagDefinition } from '../world/WorldDefinition';
import type { Directory } from './Directories';
import type { Member } from './Members';
import { branchOf, pathOf } from './readableDirectory';

/** The record of a member in the list calls: tags are wrapped, and present only if the request includes them. */
export function toAccountSummary(member: Member, directory: Directory, world: World, includeTags: boolean) {
  return {
    ...memberRecord(member, directory, world),
    ResourceDirectoryPath: `${pathOf(directory, member.folderId)}/${member.accountId}`,
    Tags: includeTags ? { Tag: toTagRecords(member.tags) } : undefined,
  };
}

/** A member as GetAccount answers it: with what the lists omit, and its tags without a wrapper. */
export function toAccountDetail(member: Member, directory: Directory, world: World, includeTags: boolean) {
  const account = world.accounts.get(member.accountId);
  return {
    ...memberRecord(member, directory, world),
    ResourceDirectoryPath: `${pathOf(directory, member.folderId)}/${member.accountId}`,
    AccountName: account?.name,
    // A resource account has no verification of its own: the enterprise behind it is that of the directory.
    IdentityInformation: enterpriseOf(member.accountId, world) ?? enterpriseOf(directory.managementAccountId, world),
    Location: branchOf(directory, member.folderId)
      .map(({ name }) => name)
      .join('/'),
    EmailStatus: member.emailStatus,
    Tags: includeTags ? toTagRecords(member.tags) : undefined,
  };
}

function memberRecord(member: Member, { resourceDirectoryId, managementAccountId }: Directory, { accounts }: World) {
  const { accountId } = member;
  const account = accounts.get(accountId);
  const isResourceAccount = account?.type === 'resource';
  // How the owner of a directory joined it, no document says.
  const status =
    accountId === managementAccountId
      ? undefined
      : (member.status ?? (isResourceAccount ? 'CreateSuccess' : 'InviteSuccess'));
  return {
    AccountId: accountId,
    DisplayName: account?.displayName,
    FolderId: member.folderId,
    JoinMethod: status && (member.joinMethod ?? (status === 'InviteSuccess' ? 'invited' : 'created')),
    JoinTime: new Date(member.joinedAt).toISOString(),
    ModifyTime: new Date(member.modifiedAt).toISOString(),
    ResourceDirectoryId: resourceDirectoryId,
    Status: status,
    Type: isResourceAccount ? 'ResourceAccount' : 'CloudAccount',
  };
}

function enterpriseOf(accountId: string, { accounts }: World): string | undefined {
  const name = accounts.get(accountId)?.enterpriseName;
  return name === '' ? undefined : name;
}

const toTagRecords = (tags: readonly TagDefinition[]) => tags.map(({ key, value }) => ({ Key: key, Value: value }));
