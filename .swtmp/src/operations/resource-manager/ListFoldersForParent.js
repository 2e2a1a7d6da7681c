"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "ListFoldersForParent", {
    enumerable: true,
    get: function() {
        return ListFoldersForParent;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _FolderRecord = require("./FolderRecord");
const _errors = require("./errors");
const _paging = require("./paging");
const _product = require("./product");
const ListFoldersForParent = (0, _operation.defineOperation)({
    product: _product.ResourceManager,
    action: 'ListFoldersForParent',
    summary: 'Lists the folders directly in one folder.',
    methods: [
        'POST',
        'GET'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        ParentFolderId: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query'
        })),
        /** A fuzzy filter by name. */ QueryKeyword: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query'
        })),
        ..._paging.pageParameters
    },
    response: {
        ..._paging.pageCounters,
        Folders: (0, _shapes.object)({
            Folder: (0, _shapes.optional)((0, _shapes.list)(_FolderRecord.FolderSummaryRecord))
        })
    },
    paging: (0, _paging.pagesOf)('Folders.Folder'),
    errors: {
        'InvalidParameter.ParentFolderId': (0, _errors.invalidParameter)('ParentFolderId'),
        'EntityNotExists.ResourceDirectory': _errors.NoResourceDirectory,
        'EntityNotExists.Folder': _errors.NoSuchFolder
    },
    quota: (0, _operation.perSecond)(50),
    cache: {
        ttlMs: 60_000
    },
    ram: {
        action: 'resourcemanager:ListFoldersForParent',
        resource: '*'
    },
    source: 'Resource Management 2020-03-31, ListFoldersForParent'
});
