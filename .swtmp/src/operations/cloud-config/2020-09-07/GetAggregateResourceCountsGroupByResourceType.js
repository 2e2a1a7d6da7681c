"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "GetAggregateResourceCountsGroupByResourceType", {
    enumerable: true,
    get: function() {
        return GetAggregateResourceCountsGroupByResourceType;
    }
});
const _operation = require("../../operation");
const _shapes = require("../../shapes");
const _errors = require("../errors");
const _accountGroupErrors = require("./accountGroupErrors");
const _product = require("./product");
const _resourceLists = require("./resourceLists");
const GetAggregateResourceCountsGroupByResourceType = (0, _operation.defineOperation)({
    product: _product.CloudConfig2020,
    action: 'GetAggregateResourceCountsGroupByResourceType',
    summary: 'Counts resources of an account group by type.',
    methods: [
        'GET',
        'POST'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        Region: (0, _shapes.optional)((0, _shapes.text)({
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
    response: _resourceLists.countsByResourceType,
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
        action: 'config:GetAggregateResourceCountsGroupByResourceType',
        resource: '*'
    },
    source: 'Cloud Config 2020-09-07, GetAggregateResourceCountsGroupByResourceType'
});
