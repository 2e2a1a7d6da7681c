"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "ListAncestors", {
    enumerable: true,
    get: function() {
        return ListAncestors;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _FolderRecord = require("./FolderRecord");
const _errors = require("./errors");
const _product = require("./product");
const ListAncestors = (0, _operation.defineOperation)({
    product: _product.ResourceManager,
    action: 'ListAncestors',
    summary: 'Lists the folders above a folder, root first.',
    methods: [
        'POST',
        'GET'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        ChildId: (0, _shapes.text)({
            in: 'query'
        })
    },
    response: {
        Folders: (0, _shapes.object)({
            Folder: (0, _shapes.optional)((0, _shapes.list)(_FolderRecord.FolderSummaryRecord))
        })
    },
    errors: {
        'MissingParameter.ChildId': (0, _errors.missingParameter)('ChildId'),
        'InvalidParameter.ChildId': (0, _errors.invalidParameter)('ChildId'),
        'EntityNotExists.ResourceDirectory': _errors.NoResourceDirectory,
        'EntityNotExists.Folder': _errors.NoSuchFolder
    },
    quota: 'unknown',
    cache: {
        ttlMs: 60_000
    },
    ram: {
        action: 'resourcemanager:ListAncestors',
        resource: 'acs:resourcemanager:*:{accountId}:folder/*'
    },
    source: 'Resource Management 2020-03-31, ListAncestors'
});
