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
    get GetEnrolledAccount () {
        return GetEnrolledAccount;
    },
    get enrollmentStatuses () {
        return enrollmentStatuses;
    },
    get enrollmentStepStatuses () {
        return enrollmentStepStatuses;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _BaselineItemRecord = require("./BaselineItemRecord");
const _errors = require("./errors");
const _product = require("./product");
const enrollmentStatuses = [
    'Pending',
    'Running',
    'Finished',
    'Failed',
    'Scheduling',
    'ScheduleFailed'
];
const enrollmentStepStatuses = [
    'Pending',
    'Running',
    'Finished',
    'Failed'
];
const GetEnrolledAccount = (0, _operation.defineOperation)({
    product: _product.Governance,
    action: 'GetEnrolledAccount',
    summary: 'Reads one enrolled account with its progress.',
    methods: [
        'GET',
        'POST'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        AccountUid: (0, _shapes.accountId)('number', {
            in: 'query'
        }),
        RegionId: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query'
        }))
    },
    response: {
        AccountUid: (0, _shapes.accountId)('number'),
        BaselineId: (0, _shapes.optional)((0, _shapes.text)()),
        BaselineItems: (0, _shapes.optional)((0, _shapes.list)(_BaselineItemRecord.BaselineItemRecord)),
        CreateTime: (0, _shapes.optional)((0, _shapes.isoTime)()),
        DisplayName: (0, _shapes.optional)((0, _shapes.text)()),
        /** Only with a failed status. */ ErrorInfo: (0, _shapes.optional)((0, _shapes.object)({
            Code: (0, _shapes.optional)((0, _shapes.text)()),
            Message: (0, _shapes.optional)((0, _shapes.text)()),
            Recommend: (0, _shapes.optional)((0, _shapes.text)()),
            RequestId: (0, _shapes.optional)((0, _shapes.text)())
        })),
        FolderId: (0, _shapes.optional)((0, _shapes.text)()),
        Initialized: (0, _shapes.optional)((0, _shapes.flag)()),
        /** Echo of the request that enrolled the account. */ Inputs: (0, _shapes.optional)((0, _shapes.object)({
            AccountNamePrefix: (0, _shapes.optional)((0, _shapes.text)()),
            AccountUid: (0, _shapes.optional)((0, _shapes.accountId)('number')),
            BaselineItems: (0, _shapes.optional)((0, _shapes.list)(_BaselineItemRecord.BaselineItemRecord)),
            DisplayName: (0, _shapes.optional)((0, _shapes.text)()),
            FolderId: (0, _shapes.optional)((0, _shapes.text)()),
            PayerAccountUid: (0, _shapes.optional)((0, _shapes.accountId)('number')),
            /** A plain array here, while the request sends JSON text. */ Tag: (0, _shapes.optional)((0, _shapes.list)((0, _shapes.object)({
                Key: (0, _shapes.optional)((0, _shapes.text)()),
                Value: (0, _shapes.optional)((0, _shapes.text)())
            })))
        })),
        MasterAccountUid: (0, _shapes.optional)((0, _shapes.accountId)('number')),
        PayerAccountUid: (0, _shapes.optional)((0, _shapes.accountId)('number')),
        Progress: (0, _shapes.optional)((0, _shapes.list)((0, _shapes.object)({
            Name: (0, _shapes.optional)((0, _shapes.text)()),
            Status: (0, _shapes.optional)((0, _shapes.oneOf)(enrollmentStepStatuses))
        }))),
        Status: (0, _shapes.optional)((0, _shapes.oneOf)(enrollmentStatuses)),
        UpdateTime: (0, _shapes.optional)((0, _shapes.isoTime)())
    },
    errors: {
        InvalidParameter: _errors.InvalidParameter,
        'InvalidUser.NotFound': _errors.InvalidUserNotFound,
        'InvalidBlueprint.NotFound': _errors.InvalidBlueprintNotFound,
        'InvalidEnterpriseRealName.NotFound': _errors.InvalidEnterpriseRealNameNotFound,
        InternalError: _errors.InternalError
    },
    quota: 'unknown',
    cache: {
        ttlMs: 5000
    },
    ram: {
        action: 'governance:GetEnrolledAccount',
        resource: '*'
    },
    source: 'Cloud Governance Center 2021-01-20, GetEnrolledAccount'
});
