"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "GetPayerForAccount", {
    enumerable: true,
    get: function() {
        return GetPayerForAccount;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _errors = require("./errors");
const _product = require("./product");
const GetPayerForAccount = (0, _operation.defineOperation)({
    product: _product.ResourceManager,
    action: 'GetPayerForAccount',
    summary: 'Reads which account pays for a member.',
    methods: [
        'POST',
        'GET'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        AccountId: (0, _shapes.accountId)('string', {
            in: 'query'
        })
    },
    response: {
        PayerAccountName: (0, _shapes.optional)((0, _shapes.text)()),
        PayerAccountId: (0, _shapes.accountId)('string')
    },
    errors: {
        'EntityNotExists.ResourceDirectory': _errors.NoResourceDirectory,
        'EntityNotExists.Account': _errors.NoSuchAccount
    },
    quota: 'unknown',
    cache: {
        ttlMs: 300_000
    },
    ram: {
        action: 'resourcemanager:GetPayerForAccount',
        resource: '*'
    },
    source: 'Resource Management 2020-03-31, GetPayerForAccount'
});
