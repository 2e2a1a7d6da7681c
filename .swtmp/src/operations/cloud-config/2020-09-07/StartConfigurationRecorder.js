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
const _operation = require("../../operation");
const _errors = require("../errors");
const _RecorderRecord = require("./RecorderRecord");
const _product = require("./product");
const StartConfigurationRecorder = (0, _operation.defineOperation)({
    product: _product.CloudConfig2020,
    action: 'StartConfigurationRecorder',
    summary: 'Switches on resource tracking for the calling account.',
    methods: [
        'POST'
    ],
    kind: 'write',
    async: true,
    retry: 'conditional',
    parameters: {},
    response: {
        ConfigurationRecorder: _RecorderRecord.RecorderRecord
    },
    errors: {
        NoPermission: _errors.NoPermission,
        ProcessIsRunning: _errors.ProcessIsRunning,
        CreateSLRFail: _errors.CreateSLRFail,
        ServiceUnavailable: _errors.ServiceUnavailable
    },
    quota: (0, _operation.perMinute)(60),
    ram: {
        action: 'config:StartConfigurationRecorder',
        resource: '*'
    },
    source: 'Cloud Config 2020-09-07, StartConfigurationRecorder'
});
