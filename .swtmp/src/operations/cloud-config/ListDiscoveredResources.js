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
const _operation = require("../operation");
const _shapes = require("../shapes");
const _DiscoveredResourceRecord = require("./DiscoveredResourceRecord");
const _errors = require("./errors");
const _product = require("./product");
const ListDiscoveredResources = (0, _operation.defineOperation)({
    product: _product.CloudConfig,
    action: 'ListDiscoveredResources',
    summary: 'Lists the tracked resources of the account.',
    methods: [
        'GET',
        'POST'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        ResourceId: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query'
        })),
        /** The reverse of what the name suggests: 1 = still exists, 0 = deleted. */ ResourceDeleted: (0, _shapes.optional)((0, _shapes.int32)({
            in: 'query',
            intValues: [
                0,
                1
            ],
            default: 1
        })),
        PageSize: (0, _shapes.int32)({
            in: 'query',
            min: 1,
            max: 100
        }),
        PageNumber: (0, _shapes.int32)({
            in: 'query',
            min: 1
        }),
        ResourceTypes: (0, _shapes.optional)((0, _shapes.list)((0, _shapes.text)(), {
            encoding: 'csv',
            in: 'query'
        })),
        Regions: (0, _shapes.optional)((0, _shapes.list)((0, _shapes.text)(), {
            encoding: 'csv',
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
        DiscoveredResourceProfiles: (0, _shapes.object)({
            DiscoveredResourceProfileList: (0, _shapes.optional)((0, _shapes.list)(_DiscoveredResourceRecord.ResourceProfileRecord)),
            PageNumber: (0, _shapes.optional)((0, _shapes.int32)()),
            PageSize: (0, _shapes.optional)((0, _shapes.int32)()),
            TotalCount: (0, _shapes.optional)((0, _shapes.int32)())
        })
    },
    paging: {
        style: 'page',
        limitParameter: 'PageSize',
        pageParameter: 'PageNumber',
        items: 'DiscoveredResourceProfiles.DiscoveredResourceProfileList',
        total: 'DiscoveredResourceProfiles.TotalCount',
        min: 1,
        max: 100
    },
    errors: {
        NoPermission: _errors.NoPermission,
        MemberNotBelongToMaster: _errors.MemberNotBelongToMaster,
        AccountNotExisted: _errors.AccountNotExisted,
        ServiceUnavailable: _errors.ServiceUnavailable
    },
    quota: (0, _operation.perMinute)(600),
    cache: {
        ttlMs: 30_000
    },
    ram: {
        action: 'config:ListDiscoveredResources',
        resource: 'acs:config:{region}:{accountId}:*'
    },
    source: 'Cloud Config 2019-01-08, ListDiscoveredResources'
});
