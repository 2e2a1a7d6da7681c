import type { Sequence } from '../Sequence';
import { concat, each, mapped } from '../Sequence';
import type { Readings } from '../readings';
import type { Directories, Directory } from '../resource-manager/Directories';
import type { WorldClock } from '../world/WorldClock';
import type { AccountGroupDefinition } from '../world/WorldDefinition';
import { toEpochMs } from '../world/WorldDefinition';
import { buildMs } from './Recorders';

/** An account group: accounts of a directory that one of them may read through. */
export interface AccountGroup extends Omit<AccountGroupDefinition, 'createTime'> {
  readonly createdAt: number;
}

/** The account groups of one world. Who is in one follows from the directory: anyone who leaves that leaves the group. */
export class AccountGroups {
  private readonly groups: readonly AccountGroup[];

  constructor(
    private readonly clock: WorldClock,
    definitions: readonly AccountGroupDefinition[],
    private readonly directories: Directories,
  ) {
    this.groups = definitions.map(({ createTime, ...rest }) => ({ ...rest, createdAt: toEpochMs(createTime) }));
  }

  /** The groups of an account, which are there by now. */
  ownedBy(accountId: string): readonly AccountGroup[] {
    return this.existing().filter(({ ownerAccountId }) => ownerAccountId === accountId);
  }

  /** Whether an account is in any group. */
  hold(accountId: string, readings: Readings): boolean {
    return this.existing().some((group) => this.has(group, accountId, readings));
  }

  /** Whether its members have been gathered; that takes as long as a recorder is built. */
  isReady({ createdAt }: AccountGroup): boolean {
    return this.clock.now() >= createdAt + buildMs;
  }

  /** The accounts of a group, in the order of the directory or of the group, each computed when it is read. */
  accountIds(group: AccountGroup, readings: Readings): Sequence<string> {
    const { lacking } = group;
    const all = this.gathered(group, readings);
    return lacking.length === 0 ? all : [...each(all)].filter((accountId) => !lacking.includes(accountId));
  }

  /** Whether an account is in a group. */
  has(group: AccountGroup, accountId: string, { accountGroupManagement }: Readings): boolean {
    if (group.lacking.includes(accountId)) return false;
    const directory = this.directoryOf(group);
    const isManagement = accountId === directory?.managementAccountId;
    const member = directory?.members.get(accountId);
    switch (group.type) {
      case 'RD':
        return isManagement ? accountGroupManagement === 'present' : member !== undefined;
      case 'FOLDER':
        return member !== undefined && member.folderId === group.folderId;
      case 'CUSTOM':
        return (isManagement || member !== undefined) && group.accountIds.includes(accountId);
    }
  }

  /** The directory that its members are of. */
  directoryOf({ ownerAccountId }: AccountGroup): Directory | undefined {
    return this.directories.ownedBy(ownerAccountId) ?? this.directories.joinedBy(ownerAccountId);
  }

  /** The folder that a member sits in. */
  folderIdOf(group: AccountGroup, accountId: string): string | undefined {
    return this.directoryOf(group)?.members.get(accountId)?.folderId;
  }

  private gathered(group: AccountGroup, readings: Readings): Sequence<string> {
    const { folderId = '', type, accountIds } = group;
    const directory = this.directoryOf(group);
    if (!directory) return [];
    if (type === 'CUSTOM') return accountIds.filter((accountId) => this.has(group, accountId, readings));
    if (type === 'FOLDER') return mapped(directory.members.in(folderId), ({ accountId }) => accountId);
    const members = mapped(directory.members.all(), ({ accountId }) => accountId);
    return readings.accountGroupManagement === 'present' ? concat([directory.managementAccountId], members) : members;
  }

  private existing(): readonly AccountGroup[] {
    return this.groups.filter(({ createdAt }) => createdAt <= this.clock.now());
  }
}
