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
    get EnrollmentSummaryRecord () {
        return EnrollmentSummaryRecord;
    },
    get ListEnrolledAccounts () {
        return ListEnrolledAccounts;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _GetEnrolledAccount = require("./GetEnrolledAccount");
const _errors = require("./errors");
const _paging = require("./paging");
const _product = require("./product");
const fields = {
    AccountUid: (0, _shapes.accountId)('number'),
    BaselineId: (0, _shapes.optional)((0, _shapes.text)()),
    CreateTime: (0, _shapes.optional)((0, _shapes.isoTime)()),
    DisplayName: (0, _shapes.optional)((0, _shapes.text)()),
    FolderId: (0, _shapes.optional)((0, _shapes.text)()),
    PayerAccountUid: (0, _shapes.optional)((0, _shapes.accountId)('number')),
    Status: (0, _shapes.optional)((0, _shapes.oneOf)(_GetEnrolledAccount.enrollmentStatuses)),
    UpdateTime: (0, _shapes.optional)((0, _shapes.isoTime)())
};
const EnrollmentSummaryRecord = (0, _shapes.object)(fields);
const ListEnrolledAccounts = (0, _operation.defineOperation)({
    product: _product.Governance,
    action: 'ListEnrolledAccounts',
    summary: 'Lists enrolled accounts.',
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
        EnrolledAccounts: (0, _shapes.optional)((0, _shapes.list)(EnrollmentSummaryRecord)),
        NextToken: (0, _shapes.optional)((0, _shapes.text)())
    },
    paging: (0, _paging.pagesOf)('EnrolledAccounts'),
    errors: {
        InvalidParameter: _errors.InvalidParameter,
        'InvalidUser.NotFound': _errors.CallerNotFound,
        'InvalidEnterpriseRealName.NotFound': _errors.InvalidEnterpriseRealNameNotFound,
        InternalError: _errors.InternalError
    },
    quota: 'unknown',
    cache: {
        ttlMs: 60_000
    },
    ram: {
        action: 'governance:ListEnrolledAccounts',
        resource: '*'
    },
    source: 'Cloud Governance Center 2021-01-20, ListEnrolledAccounts'
});
