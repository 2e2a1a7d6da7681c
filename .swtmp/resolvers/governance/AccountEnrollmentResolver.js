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
    get AccountEnrollmentResolver () {
        return AccountEnrollmentResolver;
    },
    get loadEnrollment () {
        return loadEnrollment;
    }
});
const _typegraphql = require("type-graphql");
const _costs = require("../../schema/costs");
const _AccountEnrollment = require("../../schema/governance/AccountEnrollment");
const _AccountEnrollmentConnection = require("../../schema/governance/AccountEnrollmentConnection");
const _AccountEnrollmentStatus = require("../../schema/governance/AccountEnrollmentStatus");
const _EnrolledBaselineItem = require("../../schema/governance/EnrolledBaselineItem");
const _EnrollmentFailure = require("../../schema/governance/EnrollmentFailure");
const _EnrollmentStep = require("../../schema/governance/EnrollmentStep");
const _operations = require("../../src/operations");
const _paging = require("../paging");
const _toSet = require("../toSet");
function _ts_decorate(decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") {
        r = Reflect.decorate(decorators, target, key, desc);
    } else {
        for(var i = decorators.length - 1; i >= 0; i--){
            if (d = decorators[i]) {
                r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
            }
        }
    }
    return c > 3 && r && Object.defineProperty(target, key, r), r;
}
function _ts_param(paramIndex, decorator) {
    return function(target, key) {
        decorator(target, key, paramIndex);
    };
}
let AccountEnrollmentResolver = class AccountEnrollmentResolver {
    accountEnrollments({ filter, ...page }, { access, loaders }) {
        const wanted = (0, _toSet.toSet)(filter?.status);
        return (0, _paging.connectTokens)({
            operation: _operations.ListEnrolledAccounts,
            field: 'accountEnrollments',
            page,
            args: wanted ?? null,
            isSeen: access.filter('accountEnrollments', ({ AccountUid })=>AccountUid),
            matches: wanted && (({ Status })=>wanted.includes((0, _AccountEnrollmentStatus.parseEnrollmentStatus)(Status))),
            keyOf: ({ AccountUid })=>AccountUid,
            toNode: (record)=>_AccountEnrollment.AccountEnrollment.fromRecord(record.AccountUid, record)
        }, (upstreamPage)=>loaders.governance.enrolledAccountsPage.load(upstreamPage));
    }
    async baselineItems(enrollment, context) {
        const items = (await detailOf(enrollment, context))?.BaselineItems;
        return items?.map((item)=>_EnrolledBaselineItem.EnrolledBaselineItem.fromRecord(item)) ?? null;
    }
    async progress(enrollment, context) {
        const steps = (await detailOf(enrollment, context))?.Progress;
        return steps?.map((step)=>_EnrollmentStep.EnrollmentStep.fromRecord(step)) ?? null;
    }
    async initialized(enrollment, context) {
        return (await detailOf(enrollment, context))?.Initialized ?? null;
    }
    async failure(enrollment, context) {
        // A printed sample shows ErrorInfo beside Finished: it means something with a failed status only.
        if (enrollment.status !== 'FAILED' && enrollment.status !== 'SCHEDULE_FAILED') return null;
        return _EnrollmentFailure.EnrollmentFailure.fromRecord((await detailOf(enrollment, context))?.ErrorInfo ?? {});
    }
};
_ts_decorate([
    (0, _typegraphql.Query)(()=>_AccountEnrollmentConnection.AccountEnrollmentConnection, {
        nullable: true,
        description: 'The accounts that are enrolled in the account factory. Null if they cannot be read.'
    }),
    (0, _costs.Costs)({
        page: {
            list: _operations.ListEnrolledAccounts
        },
        filter: {
            readsOn: true
        },
        account: 'directory'
    }),
    _ts_param(0, (0, _typegraphql.Args)(()=>_AccountEnrollmentConnection.AccountEnrollmentsArgs)),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountEnrollmentResolver.prototype, "accountEnrollments", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>[
            _EnrolledBaselineItem.EnrolledBaselineItem
        ], {
        nullable: true,
        description: 'The baseline items for the account. Null if the upstream does not return them, as for NOT_ENROLLED.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.GetEnrolledAccount,
                per: 'parent'
            }
        ]
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountEnrollmentResolver.prototype, "baselineItems", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>[
            _EnrollmentStep.EnrollmentStep
        ], {
        nullable: true,
        description: 'The progress of each baseline item. Null if the upstream does not return it, as for NOT_ENROLLED.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.GetEnrolledAccount,
                per: 'parent'
            }
        ]
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountEnrollmentResolver.prototype, "progress", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>Boolean, {
        nullable: true,
        description: 'Whether the initialization of the account is complete. Null if the upstream does not return it, as for NOT_ENROLLED.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.GetEnrolledAccount,
                per: 'parent'
            }
        ]
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountEnrollmentResolver.prototype, "initialized", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_EnrollmentFailure.EnrollmentFailure, {
        nullable: true,
        description: 'Why the enrollment failed. Null, without a call, if it did not fail.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.GetEnrolledAccount,
                per: 'parent'
            }
        ]
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountEnrollmentResolver.prototype, "failure", null);
AccountEnrollmentResolver = _ts_decorate([
    (0, _typegraphql.Resolver)(()=>_AccountEnrollment.AccountEnrollment)
], AccountEnrollmentResolver);
const loadEnrollment = async ({ loaders }, accountId)=>_AccountEnrollment.AccountEnrollment.fromRecord(accountId, await loaders.governance.enrollment.load(accountId));
const detailOf = async ({ accountId, status }, { loaders })=>status === 'NOT_ENROLLED' ? null : loaders.governance.enrollmentDetail.load(accountId);
