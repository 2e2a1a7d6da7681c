"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "GetFolder", {
    enumerable: true,
    get: function() {
        return GetFolder;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _FolderRecord = require("./FolderRecord");
const _errors = require("./errors");
const _product = require("./product");
const GetFolder = (0, _operation.defineOperation)({
    product: _product.ResourceManager,
    action: 'GetFolder',
    summary: 'Reads one folder.',
    methods: [
        'POST',
        'GET'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        FolderId: (0, _shapes.text)({
            in: 'query'
        })
    },
    response: {
        Folder: _FolderRecord.FolderDetailRecord
    },
    errors: {
        'MissingParameter.FolderId': (0, _errors.missingParameter)('FolderId'),
        'InvalidParameter.FolderId': (0, _errors.invalidParameter)('FolderId'),
        'EntityNotExists.ResourceDirectory': _errors.NoResourceDirectory,
        'EntityNotExists.Folder': _errors.NoSuchFolder
    },
    quota: 'unknown',
    cache: {
        ttlMs: 60_000
    },
    ram: {
        action: 'resourcemanager:GetFolder',
        resource: '*'
    },
    source: 'Resource Management 2020-03-31, GetFolder'
});
