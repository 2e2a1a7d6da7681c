"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "GetDiscoveredResourceCountsGroupByResourceType", {
    enumerable: true,
    get: function() {
        return GetDiscoveredResourceCountsGroupByResourceType;
    }
});
const _operation = require("../../operation");
const _shapes = require("../../shapes");
const _errors = require("../errors");
const _product = require("./product");
const _resourceLists = require("./resourceLists");
const GetDiscoveredResourceCountsGroupByResourceType = (0, _operation.defineOperation)({
    product: _product.CloudConfig2020,
    action: 'GetDiscoveredResourceCountsGroupByResourceType',
    summary: 'Counts tracked resources by type.',
    methods: [
        'GET',
        'POST'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        Region: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query'
        }))
    },
    response: _resourceLists.countsByResourceType,
    errors: {
        NoPermission: _errors.NoPermission,
        MemberNotBelongToMaster: _errors.MemberNotBelongToMaster,
        AccountNotExisted: _errors.AccountNotExisted,
        ServiceUnavailable: _errors.ServiceUnavailable
    },
    quota: (0, _operation.perMinute)(300),
    cache: {
        ttlMs: 60_000
    },
    ram: {
        action: 'config:GetDiscoveredResourceCountsGroupByResourceType',
        resource: '*'
    },
    source: 'Cloud Config 2020-09-07, GetDiscoveredResourceCountsGroupByResourceType'
});
