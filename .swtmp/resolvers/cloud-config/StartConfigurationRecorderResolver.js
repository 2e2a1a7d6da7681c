"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "StartConfigurationRecorderResolver", {
    enumerable: true,
    get: function() {
        return StartConfigurationRecorderResolver;
    }
});
const _typegraphql = require("type-graphql");
const _access = require("../../schema/access");
const _ConfigurationRecorder = require("../../schema/cloud-config/ConfigurationRecorder");
const _StartConfigurationRecorder = require("../../schema/cloud-config/StartConfigurationRecorder");
const _costs = require("../../schema/costs");
const _irreversible = require("../../schema/writing/irreversible");
const _operations = require("../../src/operations");
const _runMutation = require("../writing/runMutation");
const _ConfigurationRecorderResolver = require("./ConfigurationRecorderResolver");
const _recorderLookUps = require("./recorderLookUps");
const _recorderTarget = require("./recorderTarget");
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
const isUpgrade = (0, _costs.inputHas)('enterpriseEdition', true);
let StartConfigurationRecorderResolver = class StartConfigurationRecorderResolver {
    async startConfigurationRecorder(input, context) {
        const target = (0, _recorderTarget.targetOf)(context, input);
        const plan = {
            dryRun: input.dryRun ?? false,
            account: ()=>target.accountId,
            readFirst: 'configurationRecorder'
        };
        const { result } = input.enterpriseEdition === true ? await (0, _runMutation.runMutation)(context, _operations.StartConfigurationRecorder, {
            ...plan,
            prepare: async ()=>{
                await target.settle();
                return {
                    EnterpriseEdition: true
                };
            },
            lookUps: ()=>[
                    (0, _recorderLookUps.whetherItManages)(context, target),
                    (0, _recorderLookUps.whetherItIsUpgraded)(context, target)
                ],
            outcome: ({ ConfigurationRecorder: { OrganizationEnableStatus } })=>outcomeBy(OrganizationEnableStatus)
        }) : await (0, _runMutation.runMutation)(context, context.cloudConfig.startRecorder, {
            ...plan,
            prepare: async ()=>{
                await target.settle();
                return {};
            },
            lookUps: ()=>[
                    (0, _recorderLookUps.whetherItIsBuilt)(context, target, 'IN_PROGRESS')
                ],
            outcomeOfCode: {
                ProcessIsRunning: 'IN_PROGRESS'
            },
            outcome: ({ ConfigurationRecorder: { ConfigurationRecorderStatus } })=>outcomeBy(ConfigurationRecorderStatus)
        });
        return Object.assign(new _StartConfigurationRecorder.StartConfigurationRecorderPayload(), {
            ...result,
            accountId: target.shownFor(result)
        });
    }
    async configurationRecorder({ accountId }, context) {
        return accountId === undefined ? null : (0, _ConfigurationRecorderResolver.loadRecorder)(context, accountId, [
            'input',
            'accountId'
        ]);
    }
};
_ts_decorate([
    (0, _typegraphql.Mutation)(()=>_StartConfigurationRecorder.StartConfigurationRecorderPayload, {
        description: 'Turns on resource tracking in an account. This takes minutes: the outcome is IN_PROGRESS until the recorder is REGISTERED, also if the upstream had already started. An upgrade to the enterprise edition is REJECTED, and retryable, while the upstream only builds the recorder.'
    }),
    (0, _access.Requires)({
        scope: 'governance:recorder',
        also: {
            scope: 'governance:directory',
            onlyIf: isUpgrade
        }
    }),
    (0, _irreversible.Irreversible)(isUpgrade),
    (0, _costs.Costs)({
        loads: [
            (0, _costs.written)(_operations.StartConfigurationRecorder),
            // An upgrade that is refused may be in progress.
            {
                operation: _operations.DescribeConfigurationRecorder,
                per: 'arguments',
                onlyIf: (args)=>(0, _costs.isDryRun)(args) || isUpgrade(args)
            },
            ...[
                _operations.GetResourceDirectory,
                _operations.GetAccount
            ].map((operation)=>({
                    operation,
                    per: 'arguments',
                    onlyIf: (args)=>(0, _costs.isDryRun)(args) && isUpgrade(args)
                }))
        ],
        account: 'arguments'
    }),
    _ts_param(0, (0, _typegraphql.Arg)('input', ()=>_StartConfigurationRecorder.StartConfigurationRecorderInput, {
        description: 'Which recorder, and how.'
    })),
    _ts_param(1, (0, _typegraphql.Ctx)())
], StartConfigurationRecorderResolver.prototype, "startConfigurationRecorder", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_ConfigurationRecorder.ConfigurationRecorder, {
        nullable: true,
        description: 'The recorder, read afterwards, because the direct response of the upstream does not report its status reliably. Null if the outcome is REJECTED or VALIDATED, or if it cannot be read.'
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
], StartConfigurationRecorderResolver.prototype, "configurationRecorder", null);
StartConfigurationRecorderResolver = _ts_decorate([
    (0, _typegraphql.Resolver)(()=>_StartConfigurationRecorder.StartConfigurationRecorderPayload)
], StartConfigurationRecorderResolver);
const outcomeBy = (status)=>status === 'REGISTERED' ? 'SUCCEEDED' : 'IN_PROGRESS';
