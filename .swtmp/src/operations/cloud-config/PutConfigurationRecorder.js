"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "PutConfigurationRecorder", {
    enumerable: true,
    get: function() {
        return PutConfigurationRecorder;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _ConfigurationRecorderRecord = require("./ConfigurationRecorderRecord");
const _errors = require("./errors");
const _product = require("./product");
const PutConfigurationRecorder = (0, _operation.defineOperation)({
    product: _product.CloudConfig,
    action: 'PutConfigurationRecorder',
    summary: 'Replaces the set of resource types that are tracked.',
    methods: [
        'POST',
        'GET'
    ],
    kind: 'write',
    async: true,
    retry: 'conditional',
    parameters: {
        ResourceTypes: (0, _shapes.list)((0, _shapes.text)(), {
            encoding: 'csv',
            in: 'form'
        })
    },
    response: {
        ConfigurationRecorder: (0, _shapes.object)({
            AccountId: (0, _shapes.optional)((0, _shapes.accountId)('number', {
                wireAlso: 'string'
            })),
            ConfigurationRecorderStatus: (0, _shapes.optional)((0, _shapes.oneOf)(_ConfigurationRecorderRecord.recorderStatuses)),
            ResourceTypes: (0, _shapes.optional)((0, _shapes.list)((0, _shapes.text)()))
        })
    },
    errors: {
        NoPermission: _errors.NoPermission,
        'Invalid.ResourceTypes.Value': _errors.InvalidResourceTypes,
        ProcessIsRunning: _errors.ProcessIsRunning,
        // The wire's text is that of StartConfigurationRecorder, but there is no enterprise edition to ask for here.
        RDMemberNoPermission: {
            ..._errors.RDMemberNoPermission,
            explanation: {
                en: 'A member of a resource directory may not change its recorder. Use the credentials of the management account.',
                zh: '资源目录的成员账号不能更改资源监控范围，请使用资源目录的管理账号调用。'
            }
        },
        AccountNotExisted: _errors.AccountNotExisted,
        ServiceUnavailable: _errors.ServiceUnavailable
    },
    quota: (0, _operation.perMinute)(60),
    ram: {
        action: 'config:PutConfigurationRecorder',
        resource: 'acs:config:{region}:{accountId}:*'
    },
    source: 'Cloud Config 2019-01-08, PutConfigurationRecorder'
});
