"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "GetAggregator", {
    enumerable: true,
    get: function() {
        return GetAggregator;
    }
});
const _operation = require("../../operation");
const _shapes = require("../../shapes");
const _errors = require("../errors");
const _AccountGroupRecord = require("./AccountGroupRecord");
const _ListAggregators = require("./ListAggregators");
const _accountGroupErrors = require("./accountGroupErrors");
const _product = require("./product");
const GetAggregator = (0, _operation.defineOperation)({
    product: _product.CloudConfig2020,
    action: 'GetAggregator',
    summary: 'Reads one account group with its members.',
    methods: [
        'GET',
        'POST'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        AggregatorId: (0, _shapes.text)({
            in: 'query'
        }),
        /** Deprecated. */ Tag: _ListAggregators.accountGroupTags
    },
    response: {
        Aggregator: _AccountGroupRecord.AccountGroupDetailRecord
    },
    errors: {
        'Invalid.AggregatorId.Value': _accountGroupErrors.InvalidAggregatorId,
        AccountNotExisted: _errors.AccountNotExisted,
        ServiceUnavailable: _errors.ServiceUnavailable
    },
    quota: (0, _operation.perMinute)(500),
    cache: {
        ttlMs: 60_000
    },
    ram: {
        action: 'config:GetAggregator',
        resource: 'acs:config:*:{#accountId}:aggregator/{#AggregatorId}'
    },
    source: 'Cloud Config 2020-09-07, GetAggregator'
});
