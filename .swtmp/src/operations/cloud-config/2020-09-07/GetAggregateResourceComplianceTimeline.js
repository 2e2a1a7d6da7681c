"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "GetAggregateResourceComplianceTimeline", {
    enumerable: true,
    get: function() {
        return GetAggregateResourceComplianceTimeline;
    }
});
const _operation = require("../../operation");
const _shapes = require("../../shapes");
const _errors = require("../errors");
const _timelineCache = require("../timelineCache");
const _GetResourceComplianceTimeline = require("./GetResourceComplianceTimeline");
const _accountGroupErrors = require("./accountGroupErrors");
const _product = require("./product");
const GetAggregateResourceComplianceTimeline = (0, _operation.defineOperation)({
    product: _product.CloudConfig2020,
    action: 'GetAggregateResourceComplianceTimeline',
    summary: 'Lists the compliance evaluations of one resource of an account group.',
    methods: [
        'GET'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        ..._GetResourceComplianceTimeline.complianceParameters,
        AggregatorId: (0, _shapes.text)({
            in: 'query'
        }),
        /** Defaults to whichever member has the resource. */ ResourceAccountId: (0, _shapes.optional)((0, _shapes.accountId)('number', {
            in: 'query'
        }))
    },
    response: _GetResourceComplianceTimeline.complianceResponse,
    paging: _GetResourceComplianceTimeline.compliancePaging,
    errors: {
        NoPermission: _errors.NoPermission,
        'Invalid.AggregatorId.Value': _accountGroupErrors.InvalidAggregatorId,
        'Invalid.ResourceOwnerId.Value': _accountGroupErrors.InvalidResourceOwnerId,
        AccountNotExisted: _errors.AccountNotExisted,
        ServiceUnavailable: _errors.ServiceUnavailable
    },
    quota: (0, _operation.perMinute)(500),
    cache: _timelineCache.timelineCache,
    ram: {
        action: 'config:GetAggregateResourceComplianceTimeline',
        resource: '*'
    },
    source: 'Cloud Config 2020-09-07, GetAggregateResourceComplianceTimeline'
});
