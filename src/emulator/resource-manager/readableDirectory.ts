import type { HandlerContext } from '../handler';
import { BusinessError } from '../handler';
import type { Directory, Folder } from './Directories';

/** The name of every root folder. */
export const rootFolderName = 'root';

/**
 * The directory whose accounts and folders the caller may read: the one that it owns, or is a delegated administrator
 * of. What another member gets is not documented; here it has no directory of its own, unless a reading takes every
 * member for a delegated administrator.
 */
export function readableDirectory({ world, caller, readings }: HandlerContext): Directory {
  const { directories } = world;
  const administered = directories.administeredBy(caller.accountId);
  const directory =
    administered ?? (readings.directoryForMembers === 'answered' && directories.joinedBy(caller.accountId));
  if (!directory) throw new BusinessError('EntityNotExists.ResourceDirectory');
  return directory;
}

/**
 * A folder that a request names, the root folder included.
 *
 * @throws BusinessError `InvalidParameter.<parameter>` for what can be no folder id, or `EntityNotExists.Folder`.
 */
export function requestedFolder(directory: Directory, folderId: string, parameter: string): Folder {
  const folder = folderOf(directory, folderId);
  if (folder) return folder;
  throw new BusinessError(isFolderId(folderId) ? 'EntityNotExists.Folder' : `InvalidParameter.${parameter}`);
}

/** A folder, the root folder included, which has no parent. */
export function folderOf({ rootFolderId, createdAt, folders }: Directory, folderId: string): Folder | undefined {
  if (folderId !== rootFolderId) return folders.get(folderId);
  return { folderId, name: rootFolderName, parentFolderId: '', createdAt };
}

/** A folder and those above it, root folder first. */
export function branchOf(directory: Directory, folderId: string): readonly Folder[] {
  const folder = folderOf(directory, folderId);
  if (!folder) return [];
  return folder.parentFolderId === '' ? [folder] : [...branchOf(directory, folder.parentFolderId), folder];
}

/** Ids joined by slashes, from the directory down to a folder. */
export const pathOf = (directory: Directory, folderId: string): string =>
  [directory.resourceDirectoryId, ...branchOf(directory, folderId).map((folder) => folder.folderId)].join('/');

const isFolderId = (text: string): boolean => /^(?:fd|r)-[A-Za-z0-9*]{1,32}$/.test(text);

/** Whether a name matches a keyword: what "fuzzy" means is not documented; here it contains it, in any letter case. */
export const containsKeyword = (name: string, keyword: string | undefined): boolean =>
  name.toLowerCase().includes((keyword ?? '').toLowerCase());
