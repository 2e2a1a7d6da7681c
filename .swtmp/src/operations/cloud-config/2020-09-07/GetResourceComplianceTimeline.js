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
    get GetResourceComplianceTimeline () {
        return GetResourceComplianceTimeline;
    },
    get compliancePaging () {
        return compliancePaging;
    },
    get complianceParameters () {
        return complianceParameters;
    },
    get complianceResponse () {
        return complianceResponse;
    }
});
const _operation = require("../../operation");
const _shapes = require("../../shapes");
const _ComplianceChangeRecord = require("../ComplianceChangeRecord");
const _errors = require("../errors");
const _timelineCache = require("../timelineCache");
const _GetResourceConfigurationTimeline = require("./GetResourceConfigurationTimeline");
const _product = require("./product");
const compliancePaging = {
    ..._GetResourceConfigurationTimeline.timelinePaging,
    items: 'ResourceComplianceTimeline.ComplianceList',
    next: 'ResourceComplianceTimeline.NextToken',
    min: 1
};
const complianceParameters = {
    ..._GetResourceConfigurationTimeline.timelineParameters,
    MaxResults: (0, _shapes.optional)((0, _shapes.int32)({
        in: 'query',
        default: 10,
        min: 1,
        max: 100
    }))
};
const complianceResponse = {
    ResourceComplianceTimeline: (0, _shapes.object)({
        ComplianceList: (0, _shapes.optional)((0, _shapes.list)(_ComplianceChangeRecord.ComplianceChangeRecord)),
        MaxResults: (0, _shapes.optional)((0, _shapes.int32)()),
        NextToken: (0, _shapes.optional)((0, _shapes.text)())
    })
};
const GetResourceComplianceTimeline = (0, _operation.defineOperation)({
    product: _product.CloudConfig2020,
    action: 'GetResourceComplianceTimeline',
    summary: 'Lists the compliance evaluations of one resource.',
    methods: [
        'GET'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: complianceParameters,
    response: complianceResponse,
    paging: compliancePaging,
    errors: {
        NoPermission: _errors.NoPermission,
        AccountNotExisted: _errors.AccountNotExisted,
        ServiceUnavailable: _errors.ServiceUnavailable
    },
    quota: (0, _operation.perMinute)(500),
    cache: _timelineCache.timelineCache,
    ram: {
        action: 'config:GetResourceComplianceTimeline',
        resource: '*'
    },
    source: 'Cloud Config 2020-09-07, GetResourceComplianceTimeline'
});
