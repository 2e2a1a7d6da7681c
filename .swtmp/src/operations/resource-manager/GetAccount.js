"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "GetAccount", {
    enumerable: true,
    get: function() {
        return GetAccount;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _AccountRecord = require("./AccountRecord");
const _errors = require("./errors");
const _product = require("./product");
const GetAccount = (0, _operation.defineOperation)({
    product: _product.ResourceManager,
    action: 'GetAccount',
    summary: 'Reads one member.',
    methods: [
        'POST',
        'GET'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        AccountId: (0, _shapes.text)({
            in: 'query'
        }),
        IncludeTags: (0, _shapes.optional)((0, _shapes.flag)({
            in: 'query',
            default: false
        }))
    },
    response: {
        Account: _AccountRecord.AccountDetailRecord
    },
    errors: {
        'MissingParameter.AccountId': (0, _errors.missingParameter)('AccountId'),
        'InvalidParameter.AccountId': (0, _errors.invalidParameter)('AccountId'),
        'EntityNotExists.Account': _errors.NoSuchAccount,
        'EntityNotExists.ResourceDirectory': _errors.NoResourceDirectory
    },
    quota: (0, _operation.perSecond)(50),
    cache: {
        ttlMs: 60_000
    },
    ram: {
        action: 'resourcemanager:GetAccount',
        resource: '*'
    },
    source: 'Resource Management 2020-03-31, GetAccount'
});
