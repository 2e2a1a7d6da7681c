"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "GetAggregateDiscoveredResource", {
    enumerable: true,
    get: function() {
        return GetAggregateDiscoveredResource;
    }
});
const _operation = require("../../operation");
const _shapes = require("../../shapes");
const _errors = require("../errors");
const _ResourceRecord = require("./ResourceRecord");
const _product = require("./product");
const GetAggregateDiscoveredResource = (0, _operation.defineOperation)({
    product: _product.CloudConfig2020,
    action: 'GetAggregateDiscoveredResource',
    summary: 'Reads one tracked resource of an account group.',
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
        Region: (0, _shapes.text)({
            in: 'query',
            mayBeEmpty: true
        }),
        AggregatorId: (0, _shapes.text)({
            in: 'query'
        }),
        /** Omitted: of whichever member has it. */ ResourceAccountId: (0, _shapes.optional)((0, _shapes.accountId)('number', {
            in: 'query'
        })),
        /** 1 asks the service to work out ComplianceType. */ ComplianceOption: (0, _shapes.optional)((0, _shapes.int32)({
            in: 'query',
            intValues: [
                0,
                1
            ]
        }))
    },
    response: {
        DiscoveredResourceDetail: _ResourceRecord.ResourceDetailRecord
    },
    errors: {
        NoPermission: _errors.NoPermission,
        MemberNotBelongToMaster: _errors.MemberNotBelongToMaster,
        AccountNotExisted: _errors.AccountNotExisted,
        ServiceUnavailable: _errors.ServiceUnavailable
    },
    quota: (0, _operation.perMinute)(3000),
    cache: {
        ttlMs: 30_000
    },
    ram: {
        action: 'config:GetAggregateDiscoveredResource',
        resource: 'acs:config:*:{#accountId}:resource/{#ResourceId}'
    },
    source: 'Cloud Config 2020-09-07, GetAggregateDiscoveredResource'
});
