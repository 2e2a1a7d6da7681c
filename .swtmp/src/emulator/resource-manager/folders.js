"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "folderHandlers", {
    enumerable: true,
    get: function() {
        return folderHandlers;
    }
});
const _Sequence = require("../Sequence");
const _readableDirectory = require("./readableDirectory");
const folderHandlers = {
    GetFolder ({ FolderId: folderId }, context) {
        const directory = (0, _readableDirectory.readableDirectory)(context);
        const folder = (0, _readableDirectory.requestedFolder)(directory, folderId, 'FolderId');
        const isRoot = folderId === directory.rootFolderId;
        return {
            Folder: {
                ...toFolderSummary(folder),
                ParentFolderId: isRoot && context.readings.rootParentFolder === 'absent' ? undefined : folder.parentFolderId,
                ResourceDirectoryPath: (0, _readableDirectory.pathOf)(directory, folderId)
            }
        };
    },
    ListFoldersForParent ({ ParentFolderId = '', QueryKeyword, PageNumber = 1, PageSize = 10 }, context) {
        const directory = (0, _readableDirectory.readableDirectory)(context);
        const parent = (0, _readableDirectory.requestedFolder)(directory, ParentFolderId || directory.rootFolderId, 'ParentFolderId');
        const children = [
            ...directory.folders.values()
        ].filter(({ parentFolderId, name })=>parentFolderId === parent.folderId && (0, _readableDirectory.containsKeyword)(name, QueryKeyword));
        const page = (0, _Sequence.pageOfMatching)(children, PageNumber, PageSize);
        return {
            TotalCount: page.total,
            PageSize,
            PageNumber,
            Folders: {
                Folder: page.items.map(toFolderSummary)
            }
        };
    },
    ListAncestors ({ ChildId: childId }, context) {
        const directory = (0, _readableDirectory.readableDirectory)(context);
        (0, _readableDirectory.requestedFolder)(directory, childId, 'ChildId');
        const branch = (0, _readableDirectory.branchOf)(directory, childId);
        const folders = context.readings.ancestorsIncludeChild === 'present' ? branch : branch.slice(0, -1);
        return {
            Folders: {
                Folder: folders.map(toFolderSummary)
            }
        };
    }
};
const toFolderSummary = ({ folderId, name, createdAt })=>({
        FolderId: folderId,
        FolderName: name,
        CreateTime: new Date(createdAt).toISOString()
    });
