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
    get ConfigurationChangeRecord () {
        return ConfigurationChangeRecord;
    },
    get GetResourceConfigurationTimeline () {
        return GetResourceConfigurationTimeline;
    },
    get resourceEventTypes () {
        return resourceEventTypes;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _errors = require("./errors");
const _product = require("./product");
const _timelineCache = require("./timelineCache");
const resourceEventTypes = [
    'DISCOVERED',
    'MODIFY',
    'REMOVE'
];
const changeFields = {
    AccountId: (0, _shapes.optional)((0, _shapes.accountId)('number', {
        wireAlso: 'string'
    })),
    AvailabilityZone: (0, _shapes.optional)((0, _shapes.text)()),
    CaptureTime: (0, _shapes.epochMsText)(),
    /** An object keyed by property, each value `[before, after]`; printed samples break that form. */ ConfigurationDiff: (0, _shapes.optional)((0, _shapes.jsonText)()),
    Region: (0, _shapes.optional)((0, _shapes.text)()),
    ResourceCreateTime: (0, _shapes.optional)((0, _shapes.epochMsText)()),
    /** Printed samples, JSON and XML, spell the key with a lower-case first letter. */ ResourceEventType: (0, _shapes.optional)((0, _shapes.oneOf)(resourceEventTypes, {
        aliases: [
            'resourceEventType'
        ]
    })),
    ResourceId: (0, _shapes.optional)((0, _shapes.text)()),
    ResourceName: (0, _shapes.optional)((0, _shapes.text)()),
    ResourceType: (0, _shapes.optional)((0, _shapes.text)()),
    /** An object of key to array of values; printed samples are malformed. */ Tags: (0, _shapes.optional)((0, _shapes.jsonText)())
};
const ConfigurationChangeRecord = (0, _shapes.object)(changeFields);
const GetResourceConfigurationTimeline = (0, _operation.defineOperation)({
    product: _product.CloudConfig,
    action: 'GetResourceConfigurationTimeline',
    summary: 'Lists the configuration changes of one resource, newest first.',
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
        /** Omitted: 30 days before now. */ StartTime: (0, _shapes.optional)((0, _shapes.epochMs)({
            in: 'query'
        })),
        /** Omitted: now. */ EndTime: (0, _shapes.optional)((0, _shapes.epochMs)({
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
        MemberId: (0, _shapes.optional)((0, _shapes.accountId)('number', {
            in: 'query',
            retired: true
        })),
        NextToken: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query'
        }))
    },
    response: {
        ResourceConfigurationTimeline: (0, _shapes.object)({
            ConfigurationList: (0, _shapes.optional)((0, _shapes.list)(ConfigurationChangeRecord)),
            Limit: (0, _shapes.optional)((0, _shapes.int32)()),
            NextToken: (0, _shapes.optional)((0, _shapes.text)()),
            TotalCount: (0, _shapes.optional)((0, _shapes.count)())
        })
    },
    paging: {
        style: 'token',
        limitParameter: 'Limit',
        tokenParameter: 'NextToken',
        items: 'ResourceConfigurationTimeline.ConfigurationList',
        next: 'ResourceConfigurationTimeline.NextToken',
        total: 'ResourceConfigurationTimeline.TotalCount',
        min: 1,
        max: 100,
        default: 10
    },
    errors: {
        NoPermission: _errors.NoPermission,
        MemberNotBelongToMaster: _errors.MemberNotBelongToMaster,
        AccountNotExisted: _errors.AccountNotExisted,
        ServiceUnavailable: _errors.ServiceUnavailable
    },
    quota: (0, _operation.perMinute)(300),
    cache: _timelineCache.timelineCache,
    ram: {
        action: 'config:GetResourceConfigurationTimeline',
        resource: 'acs:config:{region}:{accountId}:*'
    },
    source: 'Cloud Config 2019-01-08, GetResourceConfigurationTimeline (en-US)'
});
