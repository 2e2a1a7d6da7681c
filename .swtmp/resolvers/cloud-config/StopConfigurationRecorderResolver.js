"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "StopConfigurationRecorderResolver", {
    enumerable: true,
    get: function() {
        return StopConfigurationRecorderResolver;
    }
});
const _typegraphql = require("type-graphql");
const _access = require("../../schema/access");
const _ConfigurationRecorder = require("../../schema/cloud-config/ConfigurationRecorder");
const _StopConfigurationRecorder = require("../../schema/cloud-config/StopConfigurationRecorder");
const _costs = require("../../schema/costs");
const _RpcError = require("../../src/errors/RpcError");
const _UserError = require("../../src/errors/UserError");
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
let StopConfigurationRecorderResolver = class StopConfigurationRecorderResolver {
    async stopConfigurationRecorder(input, context) {
        const target = (0, _recorderTarget.targetOf)(context, input);
        const { result } = await (0, _runMutation.runMutation)(context, _operations.StopConfigurationRecorder, {
            dryRun: input.dryRun ?? false,
            account: ()=>target.accountId,
            readFirst: 'configurationRecorder',
            prepare: async ()=>{
                if (!context.cloudConfig.canStopRecorder) throw cannotStop();
                await target.settle();
                return {};
            },
            lookUps: ()=>[
                    (0, _recorderLookUps.whetherItIsOff)(context, target),
                    (0, _recorderLookUps.whetherItIsInAGroup)(context, target)
                ],
            outcome: ({ StopConfigurationRecorderResult, RequestId })=>{
                if (StopConfigurationRecorderResult !== true) throw didNotSay(RequestId);
                return 'SUCCEEDED';
            }
        });
        return Object.assign(new _StopConfigurationRecorder.StopConfigurationRecorderPayload(), {
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
    (0, _typegraphql.Mutation)(()=>_StopConfigurationRecorder.StopConfigurationRecorderPayload, {
        description: 'Turns off resource tracking in an account and erases everything that was recorded there. This cannot be undone. The upstream accepts ten such calls a day. The outcome is REJECTED if the account is in an account group or owns one. It is also REJECTED if the gateway uses Cloud Config 2019-01-08, which cannot stop a recorder.'
    }),
    (0, _access.Requires)({
        scope: 'governance:recorder'
    }),
    (0, _costs.Costs)({
        loads: [
            (0, _costs.written)(_operations.StopConfigurationRecorder),
            ...(0, _costs.inDryRun)(_operations.DescribeConfigurationRecorder, _operations.ListAggregators, _operations.GetAccount, _operations.GetResourceDirectory)
        ],
        account: 'arguments'
    }),
    _ts_param(0, (0, _typegraphql.Arg)('input', ()=>_StopConfigurationRecorder.StopConfigurationRecorderInput, {
        description: 'Which recorder to stop.'
    })),
    _ts_param(1, (0, _typegraphql.Ctx)())
], StopConfigurationRecorderResolver.prototype, "stopConfigurationRecorder", null);
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
], StopConfigurationRecorderResolver.prototype, "configurationRecorder", null);
StopConfigurationRecorderResolver = _ts_decorate([
    (0, _typegraphql.Resolver)(()=>_StopConfigurationRecorder.StopConfigurationRecorderPayload)
], StopConfigurationRecorderResolver);
const cannotStop = ()=>new _UserError.UserError('FORBIDDEN', {
        en: 'The gateway uses Cloud Config 2019-01-08, which cannot stop a recorder. Its operator can set CLOUD_CONFIG_API_VERSION=2020-09-07.',
        zh: '网关当前使用配置审计 2019-01-08 版本，该版本无法关闭资源监控。运维人员可设置 CLOUD_CONFIG_API_VERSION=2020-09-07。'
    });
/** The documents know true alone; any other answer is no proof that nothing was erased. */ const didNotSay = (requestId)=>new _RpcError.RpcError({
        product: _operations.StopConfigurationRecorder.product.code,
        action: _operations.StopConfigurationRecorder.action,
        kind: 'BAD_RESPONSE',
        requestId,
        detail: 'StopConfigurationRecorderResult is not true'
    });
