"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "StartConfigurationRecorder", {
    enumerable: true,
    get: function() {
        return StartConfigurationRecorder;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _ConfigurationRecorderRecord = require("./ConfigurationRecorderRecord");
const _errors = require("./errors");
const _product = require("./product");
const StartConfigurationRecorder = (0, _operation.defineOperation)({
    product: _product.CloudConfig,
    action: 'StartConfigurationRecorder',
    summary: 'Switches on resource tracking for the calling account, or the enterprise edition for an organization.',
    methods: [
        'POST'
    ],
    kind: 'write',
    async: true,
    retry: 'conditional',
    parameters: {
        EnterpriseEdition: (0, _shapes.optional)((0, _shapes.flag)({
            in: 'form',
            default: false
        }))
    },
    response: {
        ConfigurationRecorder: _ConfigurationRecorderRecord.ConfigurationRecorderRecord
    },
    errors: {
        NoPermission: _errors.NoPermission,
        ProcessIsRunning: _errors.ProcessIsRunning,
        RDMemberNoPermission: _errors.RDMemberNoPermission,
        CreateSLRFail: _errors.CreateSLRFail,
        AccountNotExisted: _errors.AccountNotExisted,
        ServiceUnavailable: _errors.ServiceUnavailable
    },
    quota: (0, _operation.perMinute)(60),
    ram: {
        action: 'config:StartConfigurationRecorder',
        resource: 'acs:config:{region}:{accountId}:*'
    },
    source: 'Cloud Config 2019-01-08, StartConfigurationRecorder (en-US and zh-CN)'
});
