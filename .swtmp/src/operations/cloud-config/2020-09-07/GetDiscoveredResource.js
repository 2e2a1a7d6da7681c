"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "GetDiscoveredResource", {
    enumerable: true,
    get: function() {
        return GetDiscoveredResource;
    }
});
const _operation = require("../../operation");
const _shapes = require("../../shapes");
const _errors = require("../errors");
const _ResourceRecord = require("./ResourceRecord");
const _product = require("./product");
const GetDiscoveredResource = (0, _operation.defineOperation)({
    product: _product.CloudConfig2020,
    action: 'GetDiscoveredResource',
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
        Region: (0, _shapes.text)({
            in: 'query',
            mayBeEmpty: true
        }),
        /** 1 asks the service to work out ComplianceType. */ ComplianceOption: (0, _shapes.optional)((0, _shapes.int32)({
            in: 'query',
            intValues: [
                0,
                1
            ],
            default: 0
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
    quota: (0, _operation.perMinute)(4000),
    cache: {
        ttlMs: 30_000
    },
    ram: {
        action: 'config:GetDiscoveredResource',
        resource: '*'
    },
    source: 'Cloud Config 2020-09-07, GetDiscoveredResource'
});
