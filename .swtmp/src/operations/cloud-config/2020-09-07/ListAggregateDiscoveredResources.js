"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "ListAggregateDiscoveredResources", {
    enumerable: true,
    get: function() {
        return ListAggregateDiscoveredResources;
    }
});
const _operation = require("../../operation");
const _shapes = require("../../shapes");
const _errors = require("../errors");
const _ResourceRecord = require("./ResourceRecord");
const _product = require("./product");
const _resourceLists = require("./resourceLists");
const ListAggregateDiscoveredResources = (0, _operation.defineOperation)({
    product: _product.CloudConfig2020,
    action: 'ListAggregateDiscoveredResources',
    summary: 'Lists the tracked resources of an account group.',
    methods: [
        'GET',
        'POST'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        ..._resourceLists.resourceListParameters,
        AggregatorId: (0, _shapes.text)({
            in: 'query'
        }),
        /** Only those of one member. */ ResourceAccountId: (0, _shapes.optional)((0, _shapes.accountId)('number', {
            in: 'query'
        }))
    },
    response: {
        DiscoveredResourceProfiles: (0, _shapes.object)({
            DiscoveredResourceProfileList: (0, _shapes.optional)((0, _shapes.list)(_ResourceRecord.AggregateResourceRecord)),
            MaxResults: (0, _shapes.optional)((0, _shapes.int32)()),
            NextToken: (0, _shapes.optional)((0, _shapes.text)()),
            TotalCount: (0, _shapes.optional)((0, _shapes.int32)())
        })
    },
    paging: _resourceLists.resourceListPaging,
    errors: {
        NoPermission: _errors.NoPermission,
        MemberNotBelongToMaster: _errors.MemberNotBelongToMaster,
        AccountNotExisted: _errors.AccountNotExisted,
        ServiceUnavailable: _errors.ServiceUnavailable
    },
    quota: (0, _operation.perMinute)(300),
    cache: {
        ttlMs: 30_000
    },
    ram: {
        action: 'config:ListAggregateDiscoveredResources',
        resource: '*'
    },
    source: 'Cloud Config 2020-09-07, ListAggregateDiscoveredResources'
});
