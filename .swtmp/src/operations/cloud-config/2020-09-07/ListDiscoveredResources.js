"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "ListDiscoveredResources", {
    enumerable: true,
    get: function() {
        return ListDiscoveredResources;
    }
});
const _operation = require("../../operation");
const _shapes = require("../../shapes");
const _errors = require("../errors");
const _ResourceRecord = require("./ResourceRecord");
const _product = require("./product");
const _resourceLists = require("./resourceLists");
const ListDiscoveredResources = (0, _operation.defineOperation)({
    product: _product.CloudConfig2020,
    action: 'ListDiscoveredResources',
    summary: 'Lists the tracked resources of the account.',
    methods: [
        'GET',
        'POST'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: _resourceLists.resourceListParameters,
    response: {
        DiscoveredResourceProfiles: (0, _shapes.object)({
            DiscoveredResourceProfileList: (0, _shapes.optional)((0, _shapes.list)(_ResourceRecord.ResourceRecord)),
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
    quota: (0, _operation.perMinute)(4000),
    cache: {
        ttlMs: 30_000
    },
    ram: {
        action: 'config:ListDiscoveredResources',
        resource: '*'
    },
    source: 'Cloud Config 2020-09-07, ListDiscoveredResources'
});
