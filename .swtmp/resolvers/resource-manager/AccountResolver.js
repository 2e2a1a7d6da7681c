"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "AccountResolver", {
    enumerable: true,
    get: function() {
        return AccountResolver;
    }
});
const _typegraphql = require("type-graphql");
const _ConfigurationRecorder = require("../../schema/cloud-config/ConfigurationRecorder");
const _costs = require("../../schema/costs");
const _enumValue = require("../../schema/enumValue");
const _AccountEnrollment = require("../../schema/governance/AccountEnrollment");
const _Account = require("../../schema/resource-manager/Account");
const _AccountConnection = require("../../schema/resource-manager/AccountConnection");
const _AccountJoinMethod = require("../../schema/resource-manager/AccountJoinMethod");
const _AccountStatus = require("../../schema/resource-manager/AccountStatus");
const _AccountType = require("../../schema/resource-manager/AccountType");
const _CloudTag = require("../../schema/resource-manager/CloudTag");
const _ResourceDirectoryFolder = require("../../schema/resource-manager/ResourceDirectoryFolder");
const _scalars = require("../../schema/scalars");
const _present = require("../../schema/scalars/present");
const _operations = require("../../src/operations");
const _ConfigurationRecorderResolver = require("../cloud-config/ConfigurationRecorderResolver");
const _currentAccount = require("../currentAccount");
const _AccountEnrollmentResolver = require("../governance/AccountEnrollmentResolver");
const _accounts = require("./accounts");
const _loadAccount = require("./loadAccount");
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
let AccountResolver = class AccountResolver {
    async currentAccount(context) {
        return _Account.Account.of(await context.currentAccountId());
    }
    account(accountId, context) {
        return (0, _loadAccount.findAccount)(context, (0, _currentAccount.parseAccountId)(accountId, [
            'accountId'
        ]));
    }
    accounts(args, context) {
        return (0, _accounts.listAccounts)(args, context);
    }
    async displayName(account, context) {
        return (0, _present.presentText)((await recordOf(account, context))?.DisplayName);
    }
    async type(account, context) {
        const raw = (await recordOf(account, context))?.Type;
        return raw === undefined ? null : (0, _AccountType.parseAccountType)(raw);
    }
    async rawType(account, context) {
        return (await recordOf(account, context))?.Type ?? null;
    }
    async status(account, context) {
        const raw = (await recordOf(account, context))?.Status;
        return raw === undefined ? null : (0, _AccountStatus.parseAccountStatus)(raw);
    }
    async rawStatus(account, context) {
        return (await recordOf(account, context))?.Status ?? null;
    }
    async joinMethod(account, context) {
        const raw = (await recordOf(account, context))?.JoinMethod;
        return raw === undefined ? null : (0, _AccountJoinMethod.parseJoinMethod)(raw);
    }
    async rawJoinMethod(account, context) {
        return (await recordOf(account, context))?.JoinMethod ?? null;
    }
    async joinedAt(account, context) {
        return (0, _present.presentDate)((await recordOf(account, context))?.JoinTime);
    }
    async modifiedAt(account, context) {
        return (0, _present.presentDate)((await recordOf(account, context))?.ModifyTime);
    }
    async tags(account, context) {
        const record = await recordOf(account, context);
        if (record?.Tags === undefined) return null;
        return (record.Tags.Tag ?? []).flatMap(({ Key = '', Value = '' })=>Key === '' ? [] : {
                key: Key,
                value: Value
            });
    }
    async isManagementAccount({ accountId }, { loaders }) {
        const directory = await loaders.resourceManager.resourceDirectory.load('current');
        return directory === null ? null : directory.MasterAccountId === accountId;
    }
    async folder(account, context) {
        const record = await recordOf(account, context);
        if (record?.FolderId === undefined) return null;
        return _ResourceDirectoryFolder.ResourceDirectoryFolder.of(record.FolderId, {
            parentId: parentOf(record)
        });
    }
    async payer({ accountId }, context) {
        const payer = await (0, _loadAccount.nullWithoutDirectory)(context, context.loaders.resourceManager.payer.load(accountId));
        return payer && _Account.Account.of(payer.PayerAccountId);
    }
    configurationRecorder(account, context) {
        return (0, _ConfigurationRecorderResolver.loadRecorder)(context, account.accountId, [
            'accountId'
        ]);
    }
    enrollment({ accountId }, context) {
        return (0, _AccountEnrollmentResolver.loadEnrollment)(context, accountId);
    }
};
_ts_decorate([
    (0, _typegraphql.Query)(()=>_Account.Account, {
        nullable: true,
        description: 'The account that owns the gateway’s own credentials. Null if it cannot be read.'
    }),
    (0, _costs.Costs)({
        details: _costs.accountLoads,
        account: 'own'
    }),
    _ts_param(0, (0, _typegraphql.Ctx)())
], AccountResolver.prototype, "currentAccount", null);
_ts_decorate([
    (0, _typegraphql.Query)(()=>_Account.Account, {
        nullable: true,
        description: 'The account with this ID. Null if it is neither in the directory nor the gateway’s own account.'
    }),
    (0, _costs.Costs)({
        loads: _costs.accountLoads,
        account: 'arguments'
    }),
    _ts_param(0, (0, _typegraphql.Arg)('accountId', ()=>_typegraphql.ID, {
        description: 'The Alibaba Cloud account ID.'
    })),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountResolver.prototype, "account", null);
_ts_decorate([
    (0, _typegraphql.Query)(()=>_AccountConnection.AccountConnection, {
        nullable: true,
        description: 'The member accounts of the directory and the gateway’s own account. Null if they cannot be read. If the upstream list omits the gateway’s own account, it comes last. Without a directory it is the only one, and no filter matches it.'
    }),
    (0, _costs.Costs)(_accounts.accountsCosts),
    _ts_param(0, (0, _typegraphql.Args)(()=>_AccountConnection.AccountsArgs)),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountResolver.prototype, "accounts", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>String, {
        nullable: true,
        description: 'The account’s display name. Null if the account is in no directory, or if the directory does not return it.'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountResolver.prototype, "displayName", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_AccountType.AccountType, {
        nullable: true,
        description: 'What kind of member the account is. Null if the account is in no directory, or if the directory does not return it.'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountResolver.prototype, "type", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>String, {
        nullable: true,
        description: (0, _enumValue.rawTextOf)('type')
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountResolver.prototype, "rawType", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_AccountStatus.AccountStatus, {
        nullable: true,
        description: 'How the account came to be in its present state. Null if the account is in no directory, or if the directory does not return it.'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountResolver.prototype, "status", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>String, {
        nullable: true,
        description: (0, _enumValue.rawTextOf)('status')
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountResolver.prototype, "rawStatus", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_AccountJoinMethod.AccountJoinMethod, {
        nullable: true,
        description: 'How the account joined the directory. Null if the account is in no directory, or if the directory does not return it.'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountResolver.prototype, "joinMethod", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>String, {
        nullable: true,
        description: (0, _enumValue.rawTextOf)('joinMethod')
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountResolver.prototype, "rawJoinMethod", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_scalars.DateTime, {
        nullable: true,
        description: 'When the account joined the directory. Null if the account is in no directory, or if the directory does not return it.'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountResolver.prototype, "joinedAt", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_scalars.DateTime, {
        nullable: true,
        description: 'When the account’s entry in the directory last changed. Null if the account is in no directory, or if the directory does not return it.'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountResolver.prototype, "modifiedAt", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>[
            _CloudTag.CloudTag
        ], {
        nullable: true,
        description: 'The account’s tags in the directory. Null if the account is in no directory, or if the directory does not return them.'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountResolver.prototype, "tags", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>Boolean, {
        nullable: true,
        description: 'Whether the account owns the directory. Null if there is no directory. All accounts of a document share one call of GetResourceDirectory.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                ..._costs.directoryLoad,
                weight: 0
            }
        ]
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountResolver.prototype, "isManagementAccount", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_ResourceDirectoryFolder.ResourceDirectoryFolder, {
        nullable: true,
        description: 'The folder that holds the account. Null if the account is in no directory, or if the directory does not return it.'
    }),
    (0, _costs.Costs)({
        details: [
            {
                operation: _operations.GetFolder,
                per: 'object'
            }
        ]
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountResolver.prototype, "folder", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_Account.Account, {
        nullable: true,
        description: 'The account that pays for this one. Null if this account is in no directory.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.GetPayerForAccount,
                per: 'parent'
            }
        ],
        details: _costs.accountLoads
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountResolver.prototype, "payer", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_ConfigurationRecorder.ConfigurationRecorder, {
        nullable: true,
        description: 'The account’s configuration recorder. Null if it cannot be read. An account without Cloud Config has a recorder with the status NOT_ACTIVATED.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.DescribeConfigurationRecorder,
                per: 'object'
            }
        ],
        account: 'parent'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountResolver.prototype, "configurationRecorder", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_AccountEnrollment.AccountEnrollment, {
        nullable: true,
        description: 'The account’s enrollment in the account factory. Null if it cannot be read. An account that was never enrolled has the status NOT_ENROLLED. The enrollments of many accounts are read by ListEnrolledAccounts, a hundred per call.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.GetEnrolledAccount,
                per: 'object',
                orList: _operations.ListEnrolledAccounts
            }
        ],
        account: 'parent'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountResolver.prototype, "enrollment", null);
AccountResolver = _ts_decorate([
    (0, _typegraphql.Resolver)(()=>_Account.Account)
], AccountResolver);
/** What a list has brought with the account, or else what the directory tells of it. */ const recordOf = ({ accountId, record }, context)=>record ?? (0, _loadAccount.loadAccountRecord)(context, accountId);
/** The folder above a member's own: the path goes by ids, from the directory down to the member. */ const parentOf = ({ ResourceDirectoryPath, FolderId })=>{
    const [, ...ids] = ResourceDirectoryPath?.split('/') ?? [];
    const index = FolderId === undefined ? -1 : ids.indexOf(FolderId);
    return index > 0 ? ids[index - 1] : undefined;
};
