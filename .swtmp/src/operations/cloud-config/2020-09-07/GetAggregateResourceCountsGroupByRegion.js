"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "GetAggregateResourceCountsGroupByRegion", {
    enumerable: true,
    get: function() {
        return GetAggregateResourceCountsGroupByRegion;
    }
});
const _operation = require("../../operation");
const _shapes = require("../../shapes");
const _errors = require("../errors");
const _accountGroupErrors = require("./accountGroupErrors");
const _product = require("./product");
const _resourceLists = require("./resourceLists");
const GetAggregateResourceCountsGroupByRegion = (0, _operation.defineOperation)({
    product: _product.CloudConfig2020,
    action: 'GetAggregateResourceCountsGroupByRegion',
    summary: 'Counts resources of an account group by region.',
    methods: [
        'GET',
        'POST'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        ResourceType: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query'
        })),
        AggregatorId: (0, _shapes.text)({
            in: 'query'
        }),
        /** Only the members in one folder. */ FolderId: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query'
        })),
        /** Only one member. */ ResourceAccountId: (0, _shapes.optional)((0, _shapes.accountId)('number', {
            in: 'query'
        }))
    },
    response: _resourceLists.countsByRegion,
    errors: {
        NoPermission: _errors.NoPermission,
        'Invalid.AggregatorId.Value': _accountGroupErrors.InvalidAggregatorId,
        AccountNotExisted: _errors.AccountNotExisted,
        ServiceUnavailable: _errors.ServiceUnavailable
    },
    quota: (0, _operation.perMinute)(300),
    cache: {
        ttlMs: 60_000
    },
    ram: {
        action: 'config:GetAggregateResourceCountsGroupByRegion',
        resource: '*'
    },
    source: 'Cloud Config 2020-09-07, GetAggregateResourceCountsGroupByRegion'
});
