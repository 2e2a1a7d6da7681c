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
    get ConfigurationRecorderResolver () {
        return ConfigurationRecorderResolver;
    },
    get loadRecorder () {
        return loadRecorder;
    }
});
const _typegraphql = require("type-graphql");
const _ConfigurationRecorder = require("../../schema/cloud-config/ConfigurationRecorder");
const _costs = require("../../schema/costs");
const _enumValue = require("../../schema/enumValue");
const _Account = require("../../schema/resource-manager/Account");
const _operations = require("../../src/operations");
const _currentAccount = require("../currentAccount");
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
/** What a description says of a field that the newer version of Cloud Config lacks. */ const olderVersion = 'Cloud Config 2020-09-07 does not return it, so one call per recorder reads it from version 2019-01-08. Null if the upstream no longer offers that version.';
const organizationLoad = {
    operation: _operations.DescribeConfigurationRecorder,
    per: 'parent',
    isOlder: true
};
let ConfigurationRecorderResolver = class ConfigurationRecorderResolver {
    configurationRecorder(accountId, context) {
        return loadRecorder(context, accountId, [
            'accountId'
        ]);
    }
    async organizationEnableStatus(recorder, context) {
        return (0, _ConfigurationRecorder.parseOrganizationStatus)((await organizationOf(recorder, context))?.OrganizationEnableStatus);
    }
    async rawOrganizationEnableStatus(recorder, context) {
        return (await organizationOf(recorder, context))?.OrganizationEnableStatus ?? null;
    }
    async organizationManagementAccount(recorder, context) {
        const accountId = (await organizationOf(recorder, context))?.OrganizationMasterId;
        // One sample prints 0 if the field does not apply.
        return accountId === undefined || accountId === '0' ? null : _Account.Account.of(accountId);
    }
};
_ts_decorate([
    (0, _typegraphql.Query)(()=>_ConfigurationRecorder.ConfigurationRecorder, {
        nullable: true,
        description: 'The configuration recorder of an account. Null if it cannot be read. An account without Cloud Config has a recorder with the status NOT_ACTIVATED.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.DescribeConfigurationRecorder,
                per: 'object'
            }
        ],
        account: 'arguments'
    }),
    _ts_param(0, (0, _typegraphql.Arg)('accountId', ()=>_typegraphql.ID, {
        nullable: true,
        description: 'The Alibaba Cloud account ID. Defaults to the current account.'
    })),
    _ts_param(1, (0, _typegraphql.Ctx)())
], ConfigurationRecorderResolver.prototype, "configurationRecorder", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_ConfigurationRecorder.OrganizationEnableStatus, {
        nullable: true,
        description: `Whether the enterprise edition is on. Null if the upstream does not return it. ${olderVersion}`
    }),
    (0, _costs.Costs)({
        loads: [
            organizationLoad
        ]
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], ConfigurationRecorderResolver.prototype, "organizationEnableStatus", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>String, {
        nullable: true,
        description: `${(0, _enumValue.rawTextOf)('organizationEnableStatus')} ${olderVersion}`
    }),
    (0, _costs.Costs)({
        loads: [
            organizationLoad
        ]
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], ConfigurationRecorderResolver.prototype, "rawOrganizationEnableStatus", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_Account.Account, {
        nullable: true,
        description: `The management account of the organization. Null if the upstream does not return it; it returns it only to that account. ${olderVersion}`
    }),
    (0, _costs.Costs)({
        loads: [
            organizationLoad
        ],
        details: _costs.accountLoads
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], ConfigurationRecorderResolver.prototype, "organizationManagementAccount", null);
ConfigurationRecorderResolver = _ts_decorate([
    (0, _typegraphql.Resolver)(()=>_ConfigurationRecorder.ConfigurationRecorder)
], ConfigurationRecorderResolver);
/** The record that describes the organization; null if there is none. */ const organizationOf = async ({ accountId, status }, { loaders })=>status === 'NOT_ACTIVATED' ? null : loaders.cloudConfig.organization.load(accountId);
const loadRecorder = async (context, accountId, field)=>{
    const account = await (0, _currentAccount.accountOrCurrent)(context, accountId, field);
    const record = await context.loaders.cloudConfig.configurationRecorder.load(account);
    return _ConfigurationRecorder.ConfigurationRecorder.fromRecord(account, record);
};
