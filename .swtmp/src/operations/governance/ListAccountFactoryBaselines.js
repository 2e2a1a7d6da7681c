"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "ListAccountFactoryBaselines", {
    enumerable: true,
    get: function() {
        return ListAccountFactoryBaselines;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _BaselineRecord = require("./BaselineRecord");
const _errors = require("./errors");
const _paging = require("./paging");
const _product = require("./product");
const ListAccountFactoryBaselines = (0, _operation.defineOperation)({
    product: _product.Governance,
    action: 'ListAccountFactoryBaselines',
    summary: 'Lists baselines.',
    methods: [
        'GET',
        'POST'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        ...(0, _paging.pageParameters)(),
        RegionId: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query'
        }))
    },
    response: {
        Baselines: (0, _shapes.optional)((0, _shapes.list)(_BaselineRecord.BaselineSummaryRecord)),
        NextToken: (0, _shapes.optional)((0, _shapes.text)())
    },
    paging: (0, _paging.pagesOf)('Baselines'),
    errors: {
        'InvalidUser.NotFound': _errors.CallerNotFound,
        'InvalidEnterpriseRealName.NotFound': _errors.InvalidEnterpriseRealNameNotFound,
        InternalError: _errors.InternalError
    },
    quota: 'unknown',
    cache: {
        ttlMs: 60_000
    },
    ram: {
        action: 'governance:ListAccountFactoryBaselines',
        resource: '*'
    },
    source: 'Cloud Governance Center 2021-01-20, ListAccountFactoryBaselines'
});
