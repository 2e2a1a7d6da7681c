"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "GetSupportedResourceTypes", {
    enumerable: true,
    get: function() {
        return GetSupportedResourceTypes;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _errors = require("./errors");
const _product = require("./product");
const GetSupportedResourceTypes = (0, _operation.defineOperation)({
    product: _product.CloudConfig,
    action: 'GetSupportedResourceTypes',
    summary: 'Lists every resource type the service can track.',
    methods: [
        'GET',
        'POST'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {},
    response: {
        ResourceTypes: (0, _shapes.list)((0, _shapes.text)())
    },
    errors: {
        NoPermission: _errors.NoPermission,
        AccountNotExisted: _errors.AccountNotExisted,
        ServiceUnavailable: _errors.ServiceUnavailable
    },
    quota: (0, _operation.perMinute)(300),
    cache: {
        ttlMs: 3_600_000
    },
    ram: {
        action: 'config:GetSupportedResourceTypes',
        resource: 'acs:config:{region}:{accountId}:*'
    },
    source: 'Cloud Config 2019-01-08, GetSupportedResourceTypes'
});
