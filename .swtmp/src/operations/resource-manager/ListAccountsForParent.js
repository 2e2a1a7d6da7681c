"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "ListAccountsForParent", {
    enumerable: true,
    get: function() {
        return ListAccountsForParent;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _AccountRecord = require("./AccountRecord");
const _errors = require("./errors");
const _paging = require("./paging");
const _product = require("./product");
const ListAccountsForParent = (0, _operation.defineOperation)({
    product: _product.ResourceManager,
    action: 'ListAccountsForParent',
    summary: 'Lists the members directly in one folder.',
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
        ..._paging.pageParameters,
        ..._AccountRecord.tagParameters
    },
    response: {
        ..._paging.pageCounters,
        Accounts: (0, _shapes.object)({
            Account: (0, _shapes.optional)((0, _shapes.list)(_AccountRecord.FolderAccountRecord))
        })
    },
    paging: (0, _paging.pagesOf)('Accounts.Account'),
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
        action: 'resourcemanager:ListAccountsForParent',
        resource: '*'
    },
    source: 'Resource Management 2020-03-31, ListAccountsForParent'
});
