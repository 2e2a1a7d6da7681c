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
    get GetDiscoveredResourceCounts () {
        return GetDiscoveredResourceCounts;
    },
    get resourceCountKeys () {
        return resourceCountKeys;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _errors = require("./errors");
const _product = require("./product");
const resourceCountKeys = [
    'ResourceType',
    'Region'
];
const GetDiscoveredResourceCounts = (0, _operation.defineOperation)({
    product: _product.CloudConfig,
    action: 'GetDiscoveredResourceCounts',
    summary: 'Counts tracked resources by type or by region.',
    methods: [
        'GET',
        'POST'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        /** Its default is not documented: always sent. */ GroupByKey: (0, _shapes.optional)((0, _shapes.oneOf)(resourceCountKeys, {
            in: 'query'
        })),
        MultiAccount: (0, _shapes.optional)((0, _shapes.flag)({
            in: 'query',
            default: false,
            retired: true
        })),
        MemberId: (0, _shapes.optional)((0, _shapes.accountId)('number', {
            in: 'query',
            retired: true
        }))
    },
    response: {
        GroupedResourceCounts: (0, _shapes.object)({
            GroupByKey: (0, _shapes.optional)((0, _shapes.oneOf)(resourceCountKeys)),
            GroupedResourceCountList: (0, _shapes.optional)((0, _shapes.list)((0, _shapes.object)({
                GroupName: (0, _shapes.optional)((0, _shapes.text)()),
                ResourceCount: (0, _shapes.optional)((0, _shapes.count)())
            })))
        })
    },
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
        action: 'config:GetDiscoveredResourceCounts',
        resource: 'acs:config:{region}:{accountId}:*'
    },
    source: 'Cloud Config 2019-01-08, GetDiscoveredResourceCounts'
});
