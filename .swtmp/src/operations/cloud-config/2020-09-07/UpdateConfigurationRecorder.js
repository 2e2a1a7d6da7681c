"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "UpdateConfigurationRecorder", {
    enumerable: true,
    get: function() {
        return UpdateConfigurationRecorder;
    }
});
const _operation = require("../../operation");
const _shapes = require("../../shapes");
const _errors = require("../errors");
const _RecorderRecord = require("./RecorderRecord");
const _product = require("./product");
const UpdateConfigurationRecorder = (0, _operation.defineOperation)({
    product: _product.CloudConfig2020,
    action: 'UpdateConfigurationRecorder',
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
        ConfigurationRecorder: _RecorderRecord.RecorderRecord
    },
    errors: {
        NoPermission: _errors.NoPermission,
        'Invalid.ResourceTypes.Value': _errors.InvalidResourceTypes,
        ProcessIsRunning: _errors.ProcessIsRunning,
        ServiceUnavailable: _errors.ServiceUnavailable
    },
    quota: (0, _operation.perMinute)(60),
    ram: {
        action: 'config:UpdateConfigurationRecorder',
        resource: '*'
    },
    source: 'Cloud Config 2020-09-07, UpdateConfigurationRecorder'
});
