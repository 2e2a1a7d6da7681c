"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "EnrollAccountResolver", {
    enumerable: true,
    get: function() {
        return EnrollAccountResolver;
    }
});
const _typegraphql = require("type-graphql");
const _access = require("../../schema/access");
const _costs = require("../../schema/costs");
const _AccountEnrollment = require("../../schema/governance/AccountEnrollment");
const _EnrollAccount = require("../../schema/governance/EnrollAccount");
const _Account = require("../../schema/resource-manager/Account");
const _irreversible = require("../../schema/writing/irreversible");
const _operations = require("../../src/operations");
const _outcomes = require("../writing/outcomes");
const _runMutation = require("../writing/runMutation");
const _AccountEnrollmentResolver = require("./AccountEnrollmentResolver");
const _enrollLookUps = require("./enrollLookUps");
const _enrollRequest = require("./enrollRequest");
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
const ifGiven = (operation, name)=>({
        operation,
        per: 'arguments',
        onlyIf: (0, _costs.inputHas)(name),
        about: name
    });
/** What the inputs of both mutations can be looked up by: payer, folder, baseline and its items. */ const lookUpsOfInput = [
    ...(0, _costs.lookedUp)(_operations.GetResourceDirectory),
    ifGiven(_operations.GetAccount, 'payerAccountId'),
    ifGiven(_operations.GetFolder, 'folderId'),
    ifGiven(_operations.GetAccountFactoryBaseline, 'baselineId'),
    ifGiven(_operations.ListAccountFactoryBaselineItems, 'baselineItems')
];
let EnrollAccountResolver = class EnrollAccountResolver {
    enrollAccount(input, context) {
        return enroll(context, input);
    }
    createAccount(input, context) {
        return enroll(context, input);
    }
    account({ accountId, outcome }) {
        // Whether there is such an account is not known if the outcome is not.
        const isKnown = (0, _outcomes.hasSomethingToShow)(outcome) && outcome !== 'UNKNOWN';
        return accountId === undefined || !isKnown ? null : _Account.Account.of(accountId);
    }
    async enrollment({ accountId, outcome }, context) {
        return accountId === undefined || !(0, _outcomes.hasSomethingToShow)(outcome) ? null : (0, _AccountEnrollmentResolver.loadEnrollment)(context, accountId);
    }
};
_ts_decorate([
    (0, _typegraphql.Mutation)(()=>_EnrollAccount.EnrollAccountPayload, {
        description: 'Enrolls an existing account and applies a baseline to it. This takes minutes: the outcome is IN_PROGRESS, also if the account is already being enrolled. `enrollment` shows the progress.'
    }),
    (0, _access.Requires)({
        scope: 'governance:enroll'
    }),
    (0, _costs.Costs)({
        loads: [
            (0, _costs.written)(_operations.EnrollAccount),
            ...lookUpsOfInput,
            ifGiven(_operations.GetAccount, 'accountId'),
            ...(0, _costs.lookedUp)(_operations.GetEnrolledAccount)
        ],
        account: 'arguments'
    }),
    _ts_param(0, (0, _typegraphql.Arg)('input', ()=>_EnrollAccount.EnrollAccountInput, {
        description: 'The account and its baseline.'
    })),
    _ts_param(1, (0, _typegraphql.Ctx)())
], EnrollAccountResolver.prototype, "enrollAccount", null);
_ts_decorate([
    (0, _typegraphql.Mutation)(()=>_EnrollAccount.EnrollAccountPayload, {
        description: 'Creates an account and applies a baseline to it. The account can cost money, and sending the mutation twice creates two. The outcome is IN_PROGRESS, and `enrollment` shows the progress.'
    }),
    (0, _access.Requires)({
        scope: 'governance:enroll'
    }),
    (0, _irreversible.Irreversible)(),
    (0, _costs.Costs)({
        loads: [
            (0, _costs.written)(_operations.EnrollAccount),
            ...lookUpsOfInput
        ]
    }),
    _ts_param(0, (0, _typegraphql.Arg)('input', ()=>_EnrollAccount.CreateAccountInput, {
        description: 'The account and its baseline.'
    })),
    _ts_param(1, (0, _typegraphql.Ctx)())
], EnrollAccountResolver.prototype, "createAccount", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_Account.Account, {
        nullable: true,
        description: 'The account that is enrolled. Null if the outcome is REJECTED, VALIDATED or UNKNOWN, or if the upstream has not returned its ID yet.'
    }),
    (0, _costs.Costs)({
        details: _costs.accountLoads,
        account: 'parent'
    }),
    _ts_param(0, (0, _typegraphql.Root)())
], EnrollAccountResolver.prototype, "account", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_AccountEnrollment.AccountEnrollment, {
        nullable: true,
        description: 'The enrollment, read afterwards. Null if the outcome is REJECTED or VALIDATED, if the ID of the account is unknown, or if it cannot be read.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.GetEnrolledAccount,
                per: 'object'
            }
        ],
        account: 'parent'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], EnrollAccountResolver.prototype, "enrollment", null);
EnrollAccountResolver = _ts_decorate([
    (0, _typegraphql.Resolver)(()=>_EnrollAccount.EnrollAccountPayload)
], EnrollAccountResolver);
const enroll = async (context, input)=>{
    const isNew = 'accountNamePrefix' in input;
    let accountId;
    const { result, response } = await (0, _runMutation.runMutation)(context, _operations.EnrollAccount, {
        dryRun: input.dryRun ?? false,
        prepare: ()=>{
            const request = (0, _enrollRequest.toEnrollRequest)(input);
            accountId = request.AccountUid;
            return request;
        },
        lookUps: (request, actingAccountId)=>(0, _enrollLookUps.enrollLookUps)(context, request, actingAccountId),
        outcome: ()=>'IN_PROGRESS',
        fieldOf: (parameter)=>(0, _enrollRequest.fieldOfParameter)(parameter, input),
        readFirst: 'accountEnrollments',
        riskOfRepeating: isNew ? {
            en: 'it can create a second account',
            zh: '这可能会创建第二个账号'
        } : undefined
    });
    // The document's own sample answers 0 if the account is yet to be made.
    if (response !== undefined && response.AccountUid !== '0') accountId = response.AccountUid;
    return Object.assign(new _EnrollAccount.EnrollAccountPayload(), {
        ...result,
        accountId
    });
};
