"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "UpdateConfigurationRecorderResolver", {
    enumerable: true,
    get: function() {
        return UpdateConfigurationRecorderResolver;
    }
});
const _typegraphql = require("type-graphql");
const _access = require("../../schema/access");
const _ConfigurationRecorder = require("../../schema/cloud-config/ConfigurationRecorder");
const _UpdateConfigurationRecorder = require("../../schema/cloud-config/UpdateConfigurationRecorder");
const _costs = require("../../schema/costs");
const _operations = require("../../src/operations");
const _runMutation = require("../writing/runMutation");
const _ConfigurationRecorderResolver = require("./ConfigurationRecorderResolver");
const _checkResourceTypes = require("./checkResourceTypes");
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
let UpdateConfigurationRecorderResolver = class UpdateConfigurationRecorderResolver {
    async updateConfigurationRecorder(input, context) {
        const target = (0, _recorderTarget.targetOf)(context, input);
        const { result } = await (0, _runMutation.runMutation)(context, context.cloudConfig.updateRecorder, {
            dryRun: input.dryRun ?? false,
            account: ()=>target.accountId,
            readFirst: 'configurationRecorder',
            prepare: async ()=>{
                const accountId = await target.settle();
                const types = [
                    ...new Set(input.resourceTypes)
                ];
                await (0, _checkResourceTypes.checkResourceTypes)(accountId, types, [
                    'input',
                    'resourceTypes'
                ], context);
                return {
                    ResourceTypes: types
                };
            },
            lookUps: ()=>[
                    (0, _recorderLookUps.whetherItIsActivated)(context, target),
                    (0, _recorderLookUps.whetherItIsBuilt)(context, target, 'REJECTED')
                ],
            outcome: ({ ConfigurationRecorder: { ConfigurationRecorderStatus } })=>ConfigurationRecorderStatus === 'REGISTERED' ? 'SUCCEEDED' : 'IN_PROGRESS'
        });
        return Object.assign(new _UpdateConfigurationRecorder.UpdateConfigurationRecorderPayload(), {
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
    (0, _typegraphql.Mutation)(()=>_UpdateConfigurationRecorder.UpdateConfigurationRecorderPayload, {
        description: 'Chooses which resource types are recorded. The outcome is IN_PROGRESS, because rebuilding the recorder takes minutes. If the upstream is already building it, the outcome is REJECTED, and retryable.'
    }),
    (0, _access.Requires)({
        scope: 'governance:recorder'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.GetSupportedResourceTypes,
                per: 'object',
                calls: 2
            },
            (0, _costs.written)(_operations.PutConfigurationRecorder),
            ...(0, _costs.inDryRun)(_operations.DescribeConfigurationRecorder)
        ],
        account: 'arguments'
    }),
    _ts_param(0, (0, _typegraphql.Arg)('input', ()=>_UpdateConfigurationRecorder.UpdateConfigurationRecorderInput, {
        description: 'Which recorder, and what to record.'
    })),
    _ts_param(1, (0, _typegraphql.Ctx)())
], UpdateConfigurationRecorderResolver.prototype, "updateConfigurationRecorder", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_ConfigurationRecorder.ConfigurationRecorder, {
        nullable: true,
        description: 'The recorder, read afterwards. Null if the outcome is REJECTED or VALIDATED, or if it cannot be read.'
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
], UpdateConfigurationRecorderResolver.prototype, "configurationRecorder", null);
UpdateConfigurationRecorderResolver = _ts_decorate([
    (0, _typegraphql.Resolver)(()=>_UpdateConfigurationRecorder.UpdateConfigurationRecorderPayload)
], UpdateConfigurationRecorderResolver);
