"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "GetConfigurationRecorder", {
    enumerable: true,
    get: function() {
        return GetConfigurationRecorder;
    }
});
const _operation = require("../../operation");
const _errors = require("../errors");
const _RecorderRecord = require("./RecorderRecord");
const _product = require("./product");
const GetConfigurationRecorder = (0, _operation.defineOperation)({
    product: _product.CloudConfig2020,
    action: 'GetConfigurationRecorder',
    summary: 'Reads the state of the calling account’s configuration recorder.',
    methods: [
        'GET',
        'POST'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {},
    response: {
        ConfigurationRecorder: _RecorderRecord.RecorderRecord
    },
    errors: {
        NoPermission: _errors.NoPermission,
        AccountNotExisted: _errors.AccountNotExisted,
        ServiceUnavailable: _errors.ServiceUnavailable
    },
    quota: (0, _operation.perMinute)(300),
    cache: {
        ttlMs: 10_000
    },
    ram: {
        action: 'config:GetConfigurationRecorder',
        resource: '*'
    },
    source: 'Cloud Config 2020-09-07, GetConfigurationRecorder'
});
