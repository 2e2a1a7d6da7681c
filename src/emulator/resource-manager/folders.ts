import { pageOfMatching } from '../Sequence';
import type { Handlers } from '../handler';
import type { Folder } from './Directories';
import { branchOf, containsKeyword, pathOf, readableDirectory, requestedFolder } from './readableDirectory';

type FolderHandlers = Pick<Handlers, 'GetFolder' | 'ListFoldersForParent' | 'ListAncestors'>;

/** The operations of Resource Management that read folders. */
export const folderHandlers: FolderHandlers = {
  GetFolder({ FolderId: folderId }, context) {
    const directory = readableDirectory(context);
    const folder = requestedFolder(directory, folderId, 'FolderId');
    const isRoot = folderId === directory.rootFolderId;
    return {
      Folder: {
        ...toFolderSummary(folder),
        ParentFolderId: isRoot && context.readings.rootParentFolder === 'absent' ? undefined : folder.parentFolderId,
        ResourceDirectoryPath: pathOf(directory, folderId),
      },
    };
  },

  ListFoldersForParent({ ParentFolderId = '', QueryKeyword, PageNumber = 1, PageSize = 10 }, context) {
    const directory = readableDirectory(context);
    const parent = requestedFolder(directory, ParentFolderId || directory.rootFolderId, 'ParentFolderId');
    const children = [...directory.folders.values()].filter(
      ({ parentFolderId, name }) => parentFolderId === parent.folderId && containsKeyword(name, QueryKeyword),
    );
    const page = pageOfMatching(children, PageNumber, PageSize);
    return {
      TotalCount: page.total,
      PageSize,
      PageNumber,
      Folders: { Folder: page.items.map(toFolderSummary) },
    };
  },

  ListAncestors({ ChildId: childId }, context) {
    const directory = readableDirectory(context);
    requestedFolder(directory, childId, 'ChildId');
    const branch = branchOf(directory, childId);
    const folders = context.readings.ancestorsIncludeChild === 'present' ? branch : branch.slice(0, -1);
    return { Folders: { Folder: folders.map(toFolderSummary) } };
  },
};

const toFolderSummary = ({ folderId, name, createdAt }: Folder) => ({
  FolderId: folderId,
  FolderName: name,
  CreateTime: new Date(createdAt).toISOString(),
});
