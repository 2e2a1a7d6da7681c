"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "DescribeConfigurationRecorder", {
    enumerable: true,
    get: function() {
        return DescribeConfigurationRecorder;
    }
});
const _operation = require("../operation");
const _ConfigurationRecorderRecord = require("./ConfigurationRecorderRecord");
const _errors = require("./errors");
const _product = require("./product");
const DescribeConfigurationRecorder = (0, _operation.defineOperation)({
    product: _product.CloudConfig,
    action: 'DescribeConfigurationRecorder',
    summary: 'Reads the state of the calling account’s configuration recorder.',
    methods: [
        'GET',
        'POST'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {},
    response: {
        ConfigurationRecorder: _ConfigurationRecorderRecord.ConfigurationRecorderRecord
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
        action: 'config:DescribeConfigurationRecorder',
        resource: 'acs:config:{region}:{accountId}:*'
    },
    source: 'Cloud Config 2019-01-08, DescribeConfigurationRecorder'
});
