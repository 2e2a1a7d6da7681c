"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "GetAccountFactoryBaseline", {
    enumerable: true,
    get: function() {
        return GetAccountFactoryBaseline;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _BaselineRecord = require("./BaselineRecord");
const _errors = require("./errors");
const _product = require("./product");
const GetAccountFactoryBaseline = (0, _operation.defineOperation)({
    product: _product.Governance,
    action: 'GetAccountFactoryBaseline',
    summary: 'Reads one baseline.',
    methods: [
        'POST'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        /** What leaving it out means is not documented: always sent. */ BaselineId: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query'
        })),
        RegionId: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query'
        }))
    },
    response: {
        ..._BaselineRecord.baselineFields,
        BaselineItems: (0, _shapes.optional)(_BaselineRecord.BaselineItems)
    },
    errors: {
        InvalidParameter: _errors.InvalidParameter,
        'InvalidUser.NotFound': _errors.CallerNotFound,
        'InvalidBaseline.NotFound': {
            status: 404,
            message: 'The specified baseline does not exist.',
            code: 'NOT_FOUND',
            explanation: {
                en: 'There is no such baseline.',
                zh: '指定的基线不存在。'
            }
        },
        'InvalidEnterpriseRealName.NotFound': _errors.InvalidEnterpriseRealNameNotFound,
        InternalError: _errors.InternalError
    },
    quota: 'unknown',
    cache: {
        ttlMs: 60_000
    },
    ram: {
        action: 'governance:GetAccountFactoryBaseline',
        resource: '*'
    },
    source: 'Cloud Governance Center 2021-01-20, GetAccountFactoryBaseline'
});
