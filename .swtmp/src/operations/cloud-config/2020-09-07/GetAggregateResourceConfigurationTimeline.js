"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "GetAggregateResourceConfigurationTimeline", {
    enumerable: true,
    get: function() {
        return GetAggregateResourceConfigurationTimeline;
    }
});
const _operation = require("../../operation");
const _shapes = require("../../shapes");
const _errors = require("../errors");
const _timelineCache = require("../timelineCache");
const _ChangeRecord = require("./ChangeRecord");
const _GetResourceConfigurationTimeline = require("./GetResourceConfigurationTimeline");
const _accountGroupErrors = require("./accountGroupErrors");
const _product = require("./product");
const GetAggregateResourceConfigurationTimeline = (0, _operation.defineOperation)({
    product: _product.CloudConfig2020,
    action: 'GetAggregateResourceConfigurationTimeline',
    summary: 'Lists the configuration changes of one resource of an account group, newest first.',
    methods: [
        'GET'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        ..._GetResourceConfigurationTimeline.timelineParameters,
        MaxResults: (0, _shapes.optional)((0, _shapes.int32)({
            in: 'query',
            default: 10,
            min: 1,
            max: 100
        })),
        AggregatorId: (0, _shapes.text)({
            in: 'query'
        }),
        /** Omitted: of whichever member has the resource. */ ResourceAccountId: (0, _shapes.optional)((0, _shapes.accountId)('number', {
            in: 'query'
        }))
    },
    response: {
        ResourceConfigurationTimeline: (0, _shapes.object)({
            ConfigurationList: (0, _shapes.optional)((0, _shapes.list)((0, _shapes.object)({
                ..._ChangeRecord.changeFields,
                ResourceCreateTime: (0, _shapes.optional)((0, _shapes.epochMsText)())
            }))),
            MaxResults: (0, _shapes.optional)((0, _shapes.int32)()),
            NextToken: (0, _shapes.optional)((0, _shapes.text)())
        })
    },
    paging: {
        ..._GetResourceConfigurationTimeline.timelinePaging,
        min: 1
    },
    errors: {
        NoPermission: _errors.NoPermission,
        'Invalid.AggregatorId.Value': _accountGroupErrors.InvalidAggregatorId,
        'Invalid.ResourceOwnerId.Value': _accountGroupErrors.InvalidResourceOwnerId,
        AccountNotExisted: _errors.AccountNotExisted,
        ServiceUnavailable: _errors.ServiceUnavailable
    },
    quota: (0, _operation.perMinute)(300),
    cache: _timelineCache.timelineCache,
    ram: {
        action: 'config:GetAggregateResourceConfigurationTimeline',
        resource: '*'
    },
    source: 'Cloud Config 2020-09-07, GetAggregateResourceConfigurationTimeline'
});
