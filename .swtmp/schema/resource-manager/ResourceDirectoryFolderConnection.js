"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "ResourceDirectoryFolderConnection", {
    enumerable: true,
    get: function() {
        return ResourceDirectoryFolderConnection;
    }
});
const _connectionOf = require("../relay/connectionOf");
const _ResourceDirectoryFolder = require("./ResourceDirectoryFolder");
const ResourceDirectoryFolderConnection = (0, _connectionOf.connectionOf)(_ResourceDirectoryFolder.ResourceDirectoryFolder, {
    name: 'ResourceDirectoryFolder',
    items: 'folders',
    totalCountIsNull: 'if the upstream does not return it'
});
