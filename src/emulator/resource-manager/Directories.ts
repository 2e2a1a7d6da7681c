import { createHash } from 'node:crypto';
import type { WorldClock } from '../world/WorldClock';
import type { AccountDefinition, DirectoryDefinition } from '../world/WorldDefinition';
import { toEpochMs } from '../world/WorldDefinition';

/** A member of a directory. */
export interface Member {
  readonly accountId: string;
  readonly folderId: string;
  readonly joinedAt: number;
}

/** A folder of a directory; the root folder is none of these. */
export interface Folder {
  readonly folderId: string;
  readonly name: string;
  readonly parentFolderId: string;
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
  /** By account id; the management account is none of them. */
  readonly members: ReadonlyMap<string, Member>;
}

interface MutableDirectory extends Directory {
  readonly members: Map<string, Member>;
}

/** The resource directories of one world. */
export class Directories {
  private readonly byManagementAccount = new Map<string, MutableDirectory>();
  private readonly byMember = new Map<string, MutableDirectory>();

  constructor(
    private readonly clock: WorldClock,
    definitions: readonly DirectoryDefinition[],
  ) {
    for (const definition of definitions) {
      const { createTime, folders, members, ...rest } = definition;
      const directory = {
        ...rest,
        createdAt: toEpochMs(createTime),
        folders: new Map(folders.map((folder) => [folder.folderId, folder])),
        members: new Map<string, Member>(),
      };
      this.byManagementAccount.set(directory.managementAccountId, directory);
      for (const { accountId, folderId, joinTime } of members) {
        this.join(directory, accountId, folderId, toEpochMs(joinTime));
      }
    }
  }

  /** The directory that an account owns. */
  ownedBy(accountId: string): Directory | undefined {
    return this.byManagementAccount.get(accountId);
  }

  /** The directory that an account is a member of, without owning it. */
  joinedBy(accountId: string): Directory | undefined {
    return this.byMember.get(accountId);
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
      members: new Map(),
    };
    this.byManagementAccount.set(accountId, directory);
    return directory;
  }

  /** Puts an account into the directory of a management account, as one of its members from now on. */
  addMember(managementAccountId: string, accountId: string, folderId: string | undefined): void {
    const directory = this.byManagementAccount.get(managementAccountId);
    if (directory) this.join(directory, accountId, folderId, this.clock.now());
  }

  private join(directory: MutableDirectory, accountId: string, folderId: string | undefined, joinedAt: number): void {
    directory.members.set(accountId, { accountId, folderId: folderId ?? directory.rootFolderId, joinedAt });
    this.byMember.set(accountId, directory);
  }
}

/** Six letters and digits that depend on nothing but their arguments: worlds are deterministic. */
function shortId(...parts: readonly string[]): string {
  const digest = createHash('sha256').update(parts.join('/')).digest('base64');
  return digest.replace(/[^A-Za-z0-9]/g, '').slice(0, 6);
}
