"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "GetDiscoveredResourceCountsGroupByRegion", {
    enumerable: true,
    get: function() {
        return GetDiscoveredResourceCountsGroupByRegion;
    }
});
const _operation = require("../../operation");
const _shapes = require("../../shapes");
const _errors = require("../errors");
const _product = require("./product");
const _resourceLists = require("./resourceLists");
const GetDiscoveredResourceCountsGroupByRegion = (0, _operation.defineOperation)({
    product: _product.CloudConfig2020,
    action: 'GetDiscoveredResourceCountsGroupByRegion',
    summary: 'Counts tracked resources by region.',
    methods: [
        'GET',
        'POST'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        ResourceType: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query'
        }))
    },
    response: _resourceLists.countsByRegion,
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
        action: 'config:GetDiscoveredResourceCountsGroupByRegion',
        resource: '*'
    },
    source: 'Cloud Config 2020-09-07, GetDiscoveredResourceCountsGroupByRegion'
});
