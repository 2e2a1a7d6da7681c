import { createHash } from 'node:crypto';
import type { WorldClock } from '../world/WorldClock';
import type { AccountDefinition, DirectoryDefinition, FolderDefinition, TagDefinition } from '../world/WorldDefinition';
import { toEpochMs } from '../world/WorldDefinition';
import type { GeneratedMembers } from './Members';
import { Members, toMember } from './Members';

/** A folder of a directory; the root folder is none of these. */
export interface Folder {
  readonly folderId: string;
  readonly name: string;
  readonly parentFolderId: string;
  readonly createdAt: number;
}

/** A resource directory with its folder tree and its members. */
export interface Directory {
  readonly resourceDirectoryId: string;
  readonly rootFolderId: string;
  readonly managementAccountId: string;
  readonly createdAt: number;
  readonly controlPolicyStatus: string;
  readonly memberDeletionStatus: string;
  readonly folders: ReadonlyMap<string, Folder>;
  /** Roles that every member has besides the one that every directory makes. */
  readonly memberRoles: DirectoryDefinition['memberRoles'];
  /** Members that may read it as its owner does. */
  readonly delegatedAdministrators: readonly string[];
  /** By account id; the management account is none of them. */
  readonly members: Pick<Members, 'size' | 'get' | 'has' | 'keys' | 'all' | 'in'>;
}

interface MutableDirectory extends Directory {
  readonly members: Members;
}

/** What is known of an account when it becomes a member. */
export interface NewMember {
  readonly accountId: string;
  readonly folderId?: string;
  readonly tags: readonly TagDefinition[];
}

/** The resource directories of one world. */
export class Directories {
  private readonly byManagementAccount = new Map<string, MutableDirectory>();

  /** @param generated members of the first directory besides those that it names. */
  constructor(
    private readonly clock: WorldClock,
    definitions: readonly DirectoryDefinition[],
    generated?: GeneratedMembers,
  ) {
    definitions.forEach((definition, index) => {
      const { createTime, folders, members, ...rest } = definition;
      const createdAt = toEpochMs(createTime);
      const directory = {
        ...rest,
        createdAt,
        folders: new Map(folders.map((folder) => [folder.folderId, toFolder(folder, createdAt)])),
        members: new Members(clock, index === 0 ? generated : undefined),
      };
      this.byManagementAccount.set(directory.managementAccountId, directory);
      for (const member of members) directory.members.add(toMember(member, directory.rootFolderId));
    });
  }

  /** The directory that an account owns. */
  ownedBy(accountId: string): Directory | undefined {
    return this.byManagementAccount.get(accountId);
  }

  /** The directory that an account is a member of, without owning it. */
  joinedBy(accountId: string): Directory | undefined {
    for (const directory of this.byManagementAccount.values()) {
      if (directory.members.has(accountId)) return directory;
    }
    return undefined;
  }

  /** The directory that an account may read as a whole: as its owner, or as a delegated administrator. */
  administeredBy(accountId: string): Directory | undefined {
    const joined = this.ownedBy(accountId) ?? this.joinedBy(accountId);
    const mayRead = joined?.managementAccountId === accountId || joined?.delegatedAdministrators.includes(accountId);
    return mayRead === true ? joined : undefined;
  }

  /** Makes a directory with its root folder, owned by the account. */
  create({ accountId, newDirectory }: AccountDefinition): Directory {
    const createdAt = newDirectory?.createTime === undefined ? this.clock.now() : toEpochMs(newDirectory.createTime);
    const directory: MutableDirectory = {
      resourceDirectoryId: newDirectory?.resourceDirectoryId ?? `rd-${shortId('directory', accountId)}`,
      rootFolderId: newDirectory?.rootFolderId ?? `r-${shortId('root', accountId)}`,
      managementAccountId: accountId,
      createdAt,
      controlPolicyStatus: 'Disabled',
      memberDeletionStatus: 'Disabled',
      folders: new Map(),
      memberRoles: [],
      delegatedAdministrators: [],
      members: new Members(this.clock),
    };
    this.byManagementAccount.set(accountId, directory);
    return directory;
  }

  /** Puts an account into the directory of a management account, as one of its members from now on. */
  addMember(managementAccountId: string, { accountId, folderId, tags }: NewMember): void {
    const directory = this.byManagementAccount.get(managementAccountId);
    const now = this.clock.now();
    directory?.members.add({
      accountId,
      folderId: folderId ?? directory.rootFolderId,
      joinedAt: now,
      modifiedAt: now,
      emailStatus: '',
      tags: [...tags],
      missingRoles: [],
    });
  }
}

const toFolder = ({ createTime, ...folder }: FolderDefinition, directoryCreatedAt: number): Folder => ({
  ...folder,
  createdAt: createTime === undefined ? directoryCreatedAt : toEpochMs(createTime),
});

/** Six letters and digits that depend on nothing but their arguments: worlds are deterministic. */
function shortId(...parts: readonly string[]): string {
  const digest = createHash('sha256').update(parts.join('/')).digest('base64');
  return digest.replace(/[^A-Za-z0-9]/g, '').slice(0, 6);
}
