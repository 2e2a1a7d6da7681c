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
    get ListAggregators () {
        return ListAggregators;
    },
    get accountGroupTags () {
        return accountGroupTags;
    }
});
const _operation = require("../../operation");
const _shapes = require("../../shapes");
const _errors = require("../errors");
const _AccountGroupRecord = require("./AccountGroupRecord");
const _product = require("./product");
const accountGroupTags = (0, _shapes.optional)((0, _shapes.list)((0, _shapes.object)({
    Key: (0, _shapes.optional)((0, _shapes.text)()),
    Value: (0, _shapes.optional)((0, _shapes.text)())
}), {
    encoding: 'json',
    in: 'query',
    maxItems: 21
}));
const ListAggregators = (0, _operation.defineOperation)({
    product: _product.CloudConfig2020,
    action: 'ListAggregators',
    summary: 'Lists the account groups of the calling account.',
    methods: [
        'GET',
        'POST'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        NextToken: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query',
            minLength: 1,
            maxLength: 100
        })),
        MaxResults: (0, _shapes.int32)({
            in: 'query',
            min: 1,
            max: 100
        }),
        Tag: accountGroupTags
    },
    response: {
        AggregatorsResult: (0, _shapes.object)({
            Aggregators: (0, _shapes.optional)((0, _shapes.list)(_AccountGroupRecord.AccountGroupRecord)),
            NextToken: (0, _shapes.optional)((0, _shapes.text)())
        })
    },
    paging: {
        style: 'token',
        limitParameter: 'MaxResults',
        tokenParameter: 'NextToken',
        items: 'AggregatorsResult.Aggregators',
        next: 'AggregatorsResult.NextToken',
        min: 1,
        max: 100
    },
    errors: {
        NoPermission: _errors.NoPermission,
        AccountNotExisted: _errors.AccountNotExisted,
        ServiceUnavailable: _errors.ServiceUnavailable
    },
    quota: (0, _operation.perMinute)(120),
    cache: {
        ttlMs: 60_000
    },
    ram: {
        action: 'config:ListAggregators',
        resource: 'acs:config:*:{accountId}:aggregator/*'
    },
    source: 'Cloud Config 2020-09-07, ListAggregators'
});
