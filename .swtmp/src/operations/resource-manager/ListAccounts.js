"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "ListAccounts", {
    enumerable: true,
    get: function() {
        return ListAccounts;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _AccountRecord = require("./AccountRecord");
const _errors = require("./errors");
const _paging = require("./paging");
const _product = require("./product");
const ListAccounts = (0, _operation.defineOperation)({
    product: _product.ResourceManager,
    action: 'ListAccounts',
    summary: 'Lists every member of the directory.',
    methods: [
        'POST',
        'GET'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        ..._paging.pageParameters,
        ..._AccountRecord.tagParameters
    },
    response: {
        ..._paging.pageCounters,
        Accounts: (0, _shapes.object)({
            Account: (0, _shapes.optional)((0, _shapes.list)(_AccountRecord.AccountSummaryRecord))
        })
    },
    paging: (0, _paging.pagesOf)('Accounts.Account'),
    errors: {
        'EntityNotExists.ResourceDirectory': _errors.NoResourceDirectory
    },
    quota: (0, _operation.perSecond)(20),
    cache: {
        ttlMs: 60_000
    },
    ram: {
        action: 'resourcemanager:ListAccounts',
        resource: 'acs:resourcemanager::{accountId}:account/*'
    },
    source: 'Resource Management 2020-03-31, ListAccounts'
});
