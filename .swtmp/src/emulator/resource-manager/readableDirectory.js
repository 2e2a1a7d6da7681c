"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
function _export(target, all) {
    for(var name in all)Object.defineProperty(target, name, {
        enumerable: true,
        get: Object.getOwnPropertyDescriptor(all, name).get
    });
}
_export(exports, {
    get branchOf () {
        return branchOf;
    },
    get containsKeyword () {
        return containsKeyword;
    },
    get folderOf () {
        return folderOf;
    },
    get pathOf () {
        return pathOf;
    },
    get readableDirectory () {
        return readableDirectory;
    },
    get requestedFolder () {
        return requestedFolder;
    },
    get rootFolderName () {
        return rootFolderName;
    }
});
const _handler = require("../handler");
const rootFolderName = 'root';
function readableDirectory({ world, caller, readings }) {
    const { directories } = world;
    const administered = directories.administeredBy(caller.accountId);
    const directory = administered ?? (readings.directoryForMembers === 'answered' && directories.joinedBy(caller.accountId));
    if (!directory) throw new _handler.BusinessError('EntityNotExists.ResourceDirectory');
    return directory;
}
function requestedFolder(directory, folderId, parameter) {
    const folder = folderOf(directory, folderId);
    if (folder) return folder;
    throw new _handler.BusinessError(isFolderId(folderId) ? 'EntityNotExists.Folder' : `InvalidParameter.${parameter}`);
}
function folderOf({ rootFolderId, createdAt, folders }, folderId) {
    if (folderId !== rootFolderId) return folders.get(folderId);
    return {
        folderId,
        name: rootFolderName,
        parentFolderId: '',
        createdAt
    };
}
function branchOf(directory, folderId) {
    const folder = folderOf(directory, folderId);
    if (!folder) return [];
    return folder.parentFolderId === '' ? [
        folder
    ] : [
        ...branchOf(directory, folder.parentFolderId),
        folder
    ];
}
const pathOf = (directory, folderId)=>[
        directory.resourceDirectoryId,
        ...branchOf(directory, folderId).map((folder)=>folder.folderId)
    ].join('/');
const isFolderId = (text)=>/^(?:fd|r)-[A-Za-z0-9*]{1,32}$/.test(text);
const containsKeyword = (name, keyword)=>name.toLowerCase().includes((keyword ?? '').toLowerCase());
