"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "AccountEnrollment", {
    enumerable: true,
    get: function() {
        return AccountEnrollment;
    }
});
const _typegraphql = require("type-graphql");
const _operations = require("../../src/operations");
const _costs = require("../costs");
const _Node = require("../relay/Node");
const _globalId = require("../relay/globalId");
const _Account = require("../resource-manager/Account");
const _ResourceDirectoryFolder = require("../resource-manager/ResourceDirectoryFolder");
const _scalars = require("../scalars");
const _present = require("../scalars/present");
const _AccountEnrollmentStatus = require("./AccountEnrollmentStatus");
const _AccountFactoryBaseline = require("./AccountFactoryBaseline");
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
let AccountEnrollment = class AccountEnrollment extends _Node.Node {
    /**
   * The one place where wire names meet GraphQL names.
   *
   * @param record null if the account was never enrolled.
   */ static fromRecord(accountId, record) {
        return Object.assign(new AccountEnrollment(), {
            id: (0, _globalId.toGlobalId)('AccountEnrollment', accountId),
            accountId,
            account: _Account.Account.of(accountId),
            status: record === null ? 'NOT_ENROLLED' : (0, _AccountEnrollmentStatus.parseEnrollmentStatus)(record.Status),
            rawStatus: record?.Status ?? null,
            displayName: record?.DisplayName ?? null,
            folder: record?.FolderId ? _ResourceDirectoryFolder.ResourceDirectoryFolder.of(record.FolderId) : null,
            payer: record?.PayerAccountUid === undefined ? null : _Account.Account.of(record.PayerAccountUid),
            baseline: record?.BaselineId ? _AccountFactoryBaseline.AccountFactoryBaseline.of(record.BaselineId) : null,
            createdAt: (0, _present.presentDate)(record?.CreateTime),
            updatedAt: (0, _present.presentDate)(record?.UpdateTime)
        });
    }
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        description: 'The Alibaba Cloud account ID of the enrolled account.'
    })
], AccountEnrollment.prototype, "accountId", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_Account.Account, {
        description: 'The enrolled account.'
    }),
    (0, _costs.Costs)({
        details: _costs.accountLoads,
        account: 'parent'
    })
], AccountEnrollment.prototype, "account", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_AccountEnrollmentStatus.AccountEnrollmentStatus, {
        description: 'The status of the enrollment.'
    })
], AccountEnrollment.prototype, "status", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The value of `status` as the upstream returned it. Null if it returned none, as for NOT_ENROLLED.'
    })
], AccountEnrollment.prototype, "rawStatus", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The account’s display name. Null if the upstream does not return it, as for NOT_ENROLLED.'
    })
], AccountEnrollment.prototype, "displayName", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_ResourceDirectoryFolder.ResourceDirectoryFolder, {
        nullable: true,
        description: 'The folder that holds the account. Null if the upstream does not return it, as for NOT_ENROLLED.'
    }),
    (0, _costs.Costs)({
        details: [
            {
                operation: _operations.GetFolder,
                per: 'object'
            }
        ]
    })
], AccountEnrollment.prototype, "folder", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_Account.Account, {
        nullable: true,
        description: 'The account that pays for this one. Null if the upstream does not return it, as for NOT_ENROLLED.'
    }),
    (0, _costs.Costs)({
        details: _costs.accountLoads
    })
], AccountEnrollment.prototype, "payer", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_AccountFactoryBaseline.AccountFactoryBaseline, {
        nullable: true,
        description: 'The baseline for the account. Null if the upstream does not return it, as for NOT_ENROLLED.'
    }),
    (0, _costs.Costs)({
        details: [
            {
                operation: _operations.GetAccountFactoryBaseline,
                per: 'object',
                orList: _operations.ListAccountFactoryBaselines
            }
        ]
    })
], AccountEnrollment.prototype, "baseline", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_scalars.DateTime, {
        nullable: true,
        description: 'When the account was enrolled. Null if the upstream does not return it, as for NOT_ENROLLED.'
    })
], AccountEnrollment.prototype, "createdAt", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_scalars.DateTime, {
        nullable: true,
        description: 'When the enrollment last changed. Null if the upstream does not return it, as for NOT_ENROLLED.'
    })
], AccountEnrollment.prototype, "updatedAt", void 0);
AccountEnrollment = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        implements: _Node.Node,
        description: 'The enrollment of an account in the account factory, which applies a baseline to the account.'
    }),
    (0, _typegraphql.Directive)('@key(fields: "accountId")')
], AccountEnrollment);
