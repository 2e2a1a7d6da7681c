"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "DescribeDiscoveredResource", {
    enumerable: true,
    get: function() {
        return DescribeDiscoveredResource;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _DiscoveredResourceRecord = require("./DiscoveredResourceRecord");
const _errors = require("./errors");
const _product = require("./product");
const DescribeDiscoveredResource = (0, _operation.defineOperation)({
    product: _product.CloudConfig,
    action: 'DescribeDiscoveredResource',
    summary: 'Reads one tracked resource with its full configuration.',
    methods: [
        'GET',
        'POST'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        ResourceId: (0, _shapes.text)({
            in: 'query'
        }),
        ResourceType: (0, _shapes.text)({
            in: 'query'
        }),
        /** Required by the page, optional in the metadata: always sent. */ Region: (0, _shapes.text)({
            in: 'query',
            mayBeEmpty: true
        }),
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
        DiscoveredResourceDetail: _DiscoveredResourceRecord.ResourceDetailRecord
    },
    errors: {
        NoPermission: _errors.NoPermission,
        MemberNotBelongToMaster: _errors.MemberNotBelongToMaster,
        AccountNotExisted: _errors.AccountNotExisted,
        ServiceUnavailable: _errors.ServiceUnavailable
    },
    quota: (0, _operation.perMinute)(2000),
    cache: {
        ttlMs: 30_000
    },
    ram: {
        action: 'config:DescribeDiscoveredResource',
        resource: 'acs:config:{region}:{accountId}:*'
    },
    source: 'Cloud Config 2019-01-08, DescribeDiscoveredResource'
});
