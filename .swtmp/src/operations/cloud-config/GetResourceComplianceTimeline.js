"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "GetResourceComplianceTimeline", {
    enumerable: true,
    get: function() {
        return GetResourceComplianceTimeline;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _ComplianceChangeRecord = require("./ComplianceChangeRecord");
const _errors = require("./errors");
const _product = require("./product");
const _timelineCache = require("./timelineCache");
const GetResourceComplianceTimeline = (0, _operation.defineOperation)({
    product: _product.CloudConfig,
    action: 'GetResourceComplianceTimeline',
    summary: 'Lists the compliance evaluations of one resource, newest first.',
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
        /** Defaults to 30 days before now. */ StartTime: (0, _shapes.optional)((0, _shapes.epochMs)({
            in: 'query'
        })),
        /** Defaults to now. */ EndTime: (0, _shapes.optional)((0, _shapes.epochMs)({
            in: 'query'
        })),
        Limit: (0, _shapes.optional)((0, _shapes.int32)({
            in: 'query',
            default: 10,
            min: 1,
            max: 100
        })),
        ResourceType: (0, _shapes.text)({
            in: 'query'
        }),
        Region: (0, _shapes.text)({
            in: 'query',
            mayBeEmpty: true
        }),
        MultiAccount: (0, _shapes.optional)((0, _shapes.flag)({
            in: 'query',
            default: false,
            retired: true
        })),
        MemberId: (0, _shapes.optional)((0, _shapes.accountId)('string', {
            in: 'query',
            retired: true
        })),
        NextToken: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query'
        }))
    },
    response: {
        ResourceComplianceTimeline: (0, _shapes.object)({
            ComplianceList: (0, _shapes.optional)((0, _shapes.list)(_ComplianceChangeRecord.ComplianceChangeRecord)),
            Limit: (0, _shapes.optional)((0, _shapes.int32)()),
            NextToken: (0, _shapes.optional)((0, _shapes.text)()),
            TotalCount: (0, _shapes.optional)((0, _shapes.count)())
        })
    },
    paging: {
        style: 'token',
        limitParameter: 'Limit',
        tokenParameter: 'NextToken',
        items: 'ResourceComplianceTimeline.ComplianceList',
        next: 'ResourceComplianceTimeline.NextToken',
        total: 'ResourceComplianceTimeline.TotalCount',
        min: 1,
        max: 100,
        default: 10
    },
    errors: {
        NoPermission: _errors.NoPermission,
        AccountNotExisted: _errors.AccountNotExisted,
        ServiceUnavailable: _errors.ServiceUnavailable
    },
    quota: (0, _operation.perMinute)(500),
    cache: _timelineCache.timelineCache,
    ram: {
        action: 'config:GetResourceComplianceTimeline',
        resource: 'acs:config:{region}:{accountId}:*'
    },
    source: 'Cloud Config 2019-01-08, GetResourceComplianceTimeline'
});
