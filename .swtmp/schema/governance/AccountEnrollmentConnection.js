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
    get AccountEnrollmentConnection () {
        return AccountEnrollmentConnection;
    },
    get AccountEnrollmentFilter () {
        return AccountEnrollmentFilter;
    },
    get AccountEnrollmentsArgs () {
        return AccountEnrollmentsArgs;
    }
});
const _typegraphql = require("type-graphql");
const _PageArgs = require("../relay/PageArgs");
const _connectionOf = require("../relay/connectionOf");
const _AccountEnrollment = require("./AccountEnrollment");
const _AccountEnrollmentStatus = require("./AccountEnrollmentStatus");
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
const AccountEnrollmentConnection = (0, _connectionOf.connectionOf)(_AccountEnrollment.AccountEnrollment, {
    name: 'AccountEnrollment',
    items: 'enrollments',
    totalCountIsNull: 'with a filter. Also null if the list is longer than one upstream page of a hundred, because the upstream does not count enrollments'
});
let AccountEnrollmentFilter = class AccountEnrollmentFilter {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            _AccountEnrollmentStatus.AccountEnrollmentStatusInput
        ], {
        nullable: true,
        description: 'Only enrollments in one of these states. An empty list matches every enrollment.'
    })
], AccountEnrollmentFilter.prototype, "status", void 0);
AccountEnrollmentFilter = _ts_decorate([
    (0, _typegraphql.InputType)({
        description: 'Which enrollments to return. An omitted member matches every enrollment.'
    })
], AccountEnrollmentFilter);
let AccountEnrollmentsArgs = class AccountEnrollmentsArgs extends _PageArgs.PageArgs {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>AccountEnrollmentFilter, {
        nullable: true,
        description: 'Which enrollments to return. The upstream cannot filter enrollments: the gateway reads its list until the page is full, at most ten upstream pages. That costs at most eight more calls.'
    })
], AccountEnrollmentsArgs.prototype, "filter", void 0);
AccountEnrollmentsArgs = _ts_decorate([
    (0, _typegraphql.ArgsType)()
], AccountEnrollmentsArgs);
