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
    get AccountConnection () {
        return AccountConnection;
    },
    get AccountFilter () {
        return AccountFilter;
    },
    get AccountsArgs () {
        return AccountsArgs;
    }
});
const _typegraphql = require("type-graphql");
const _AccountEnrollmentStatus = require("../governance/AccountEnrollmentStatus");
const _PageArgs = require("../relay/PageArgs");
const _connectionOf = require("../relay/connectionOf");
const _Account = require("./Account");
const _AccountStatus = require("./AccountStatus");
const _AccountType = require("./AccountType");
const _CloudTag = require("./CloudTag");
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
const AccountConnection = (0, _connectionOf.connectionOf)(_Account.Account, {
    name: 'Account',
    items: 'accounts',
    totalCountIsNull: 'with a filter. Also null until a page has shown whether the upstream list includes the gateway’s own account. If the list omits that account, only the last page shows it'
});
let AccountFilter = class AccountFilter {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            _AccountStatus.AccountStatusInput
        ], {
        nullable: true,
        description: 'Only accounts with one of these statuses.'
    })
], AccountFilter.prototype, "status", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            _AccountType.AccountTypeInput
        ], {
        nullable: true,
        description: 'Only accounts of one of these kinds.'
    })
], AccountFilter.prototype, "type", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            _AccountEnrollmentStatus.EnrollmentStatusOfAccountInput
        ], {
        nullable: true,
        description: 'Only accounts whose enrollment in the account factory has one of these statuses. An empty list matches every account. The gateway reads the upstream list of enrollments once per document, a hundred per call and at most 5,000. An account that the list lacks can be enrolled nevertheless. NOT_ENROLLED returns it only if GetEnrolledAccount confirms that it is not, so the page can have fewer than `first` items. The other statuses do not return it. It costs at most 50 calls of ListEnrolledAccounts and, with NOT_ENROLLED, 101 of GetEnrolledAccount. The latter are for the accounts of the page and the gateway’s own account.'
    })
], AccountFilter.prototype, "enrollmentStatus", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        nullable: true,
        description: 'Only accounts in this folder.'
    })
], AccountFilter.prototype, "folderId", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>Boolean, {
        nullable: true,
        defaultValue: false,
        description: 'Whether accounts in the folders below `folderId` match, too. Requires `folderId`.'
    })
], AccountFilter.prototype, "includeSubfolders", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'Only accounts whose display name contains this text. Case does not matter.'
    })
], AccountFilter.prototype, "nameContains", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_CloudTag.CloudTagFilter, {
        nullable: true,
        description: 'Only accounts with this tag.'
    })
], AccountFilter.prototype, "tag", void 0);
AccountFilter = _ts_decorate([
    (0, _typegraphql.InputType)({
        description: 'Which accounts to return. An omitted member matches every account. An account must match all given members.'
    })
], AccountFilter);
let AccountsArgs = class AccountsArgs extends _PageArgs.PageArgs {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>AccountFilter, {
        nullable: true,
        description: 'Which accounts to return. The upstream filters by tag, and by folder without its subfolders, in the list ListAccountsForParent. For all other members, the gateway reads the list until the page is full, at most ten upstream pages. That costs at most nine more calls of the list, one of GetFolder, one of GetAccount and one of GetResourceDirectory. GetFolder is called if no account is found in a folder and its subfolders. The other two are called for the gateway’s own account if the list omits it. That account does not match a member whose value they do not return. The cost of `enrollmentStatus` is added.'
    })
], AccountsArgs.prototype, "filter", void 0);
AccountsArgs = _ts_decorate([
    (0, _typegraphql.ArgsType)()
], AccountsArgs);
