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
    get GetResourceConfigurationTimeline () {
        return GetResourceConfigurationTimeline;
    },
    get timelinePaging () {
        return timelinePaging;
    },
    get timelineParameters () {
        return timelineParameters;
    }
});
const _operation = require("../../operation");
const _shapes = require("../../shapes");
const _errors = require("../errors");
const _timelineCache = require("../timelineCache");
const _ChangeRecord = require("./ChangeRecord");
const _product = require("./product");
const timelinePaging = {
    style: 'token',
    limitParameter: 'MaxResults',
    tokenParameter: 'NextToken',
    items: 'ResourceConfigurationTimeline.ConfigurationList',
    next: 'ResourceConfigurationTimeline.NextToken',
    max: 100,
    default: 10
};
const timelineParameters = {
    ResourceId: (0, _shapes.text)({
        in: 'query'
    }),
    /** Omitted: 30 days before now. */ StartTime: (0, _shapes.optional)((0, _shapes.epochMs)({
        in: 'query'
    })),
    /** Omitted: now. */ EndTime: (0, _shapes.optional)((0, _shapes.epochMs)({
        in: 'query'
    })),
    ResourceType: (0, _shapes.text)({
        in: 'query'
    }),
    Region: (0, _shapes.text)({
        in: 'query',
        mayBeEmpty: true
    }),
    NextToken: (0, _shapes.optional)((0, _shapes.text)({
        in: 'query'
    }))
};
const GetResourceConfigurationTimeline = (0, _operation.defineOperation)({
    product: _product.CloudConfig2020,
    action: 'GetResourceConfigurationTimeline',
    summary: 'Lists the configuration changes of one resource, newest first.',
    methods: [
        'GET'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        ...timelineParameters,
        MaxResults: (0, _shapes.optional)((0, _shapes.int32)({
            in: 'query',
            default: 10,
            min: 2,
            max: 100
        }))
    },
    response: {
        ResourceConfigurationTimeline: (0, _shapes.object)({
            ConfigurationList: (0, _shapes.optional)((0, _shapes.list)(_ChangeRecord.ChangeRecord)),
            MaxResults: (0, _shapes.optional)((0, _shapes.int32)()),
            NextToken: (0, _shapes.optional)((0, _shapes.text)())
        })
    },
    paging: {
        ...timelinePaging,
        min: 2
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
        resource: '*'
    },
    source: 'Cloud Config 2020-09-07, GetResourceConfigurationTimeline'
});
