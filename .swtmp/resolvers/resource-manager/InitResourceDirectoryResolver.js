"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "InitResourceDirectoryResolver", {
    enumerable: true,
    get: function() {
        return InitResourceDirectoryResolver;
    }
});
const _typegraphql = require("type-graphql");
const _access = require("../../schema/access");
const _costs = require("../../schema/costs");
const _InitResourceDirectory = require("../../schema/resource-manager/InitResourceDirectory");
const _ResourceDirectory = require("../../schema/resource-manager/ResourceDirectory");
const _irreversible = require("../../schema/writing/irreversible");
const _operations = require("../../src/operations");
const _outcomes = require("../writing/outcomes");
const _runMutation = require("../writing/runMutation");
const _ResourceDirectoryResolver = require("./ResourceDirectoryResolver");
const _directoryLookUps = require("./directoryLookUps");
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
let InitResourceDirectoryResolver = class InitResourceDirectoryResolver {
    async initResourceDirectory(input, context) {
        const { result } = await (0, _runMutation.runMutation)(context, _operations.InitResourceDirectory, {
            dryRun: input.dryRun ?? false,
            prepare: ()=>({}),
            lookUps: (_request, actingAccountId)=>[
                    (0, _directoryLookUps.whetherThereIsADirectory)(context, actingAccountId)
                ],
            outcome: ()=>'SUCCEEDED',
            readFirst: 'resourceDirectory',
            outcomeOfCode: {
                'EntityAlreadyExists.ResourceDirectory': 'ALREADY_DONE'
            }
        });
        return Object.assign(new _InitResourceDirectory.InitResourceDirectoryPayload(), result);
    }
    async resourceDirectory({ outcome }, context) {
        return (0, _outcomes.hasSomethingToShow)(outcome) ? (0, _ResourceDirectoryResolver.loadResourceDirectory)(context) : null;
    }
};
_ts_decorate([
    (0, _typegraphql.Mutation)(()=>_InitResourceDirectory.InitResourceDirectoryPayload, {
        description: 'Makes the current account the management account of a new resource directory. This is hard to undo. If a directory already exists, the outcome is ALREADY_DONE.'
    }),
    (0, _access.Requires)({
        scope: 'governance:directory'
    }),
    (0, _irreversible.Irreversible)(),
    (0, _costs.Costs)({
        loads: [
            (0, _costs.written)(_operations.InitResourceDirectory),
            ...(0, _costs.inDryRun)(_operations.GetResourceDirectory)
        ]
    }),
    _ts_param(0, (0, _typegraphql.Arg)('input', ()=>_InitResourceDirectory.InitResourceDirectoryInput, {
        description: 'How to enable the resource directory.'
    })),
    _ts_param(1, (0, _typegraphql.Ctx)())
], InitResourceDirectoryResolver.prototype, "initResourceDirectory", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_ResourceDirectory.ResourceDirectory, {
        nullable: true,
        description: 'The directory of the current account, read afterwards. Null if the outcome is REJECTED or VALIDATED, if there is none, or if it cannot be read.'
    }),
    (0, _costs.Costs)({
        loads: [
            _costs.directoryLoad
        ]
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], InitResourceDirectoryResolver.prototype, "resourceDirectory", null);
InitResourceDirectoryResolver = _ts_decorate([
    (0, _typegraphql.Resolver)(()=>_InitResourceDirectory.InitResourceDirectoryPayload)
], InitResourceDirectoryResolver);
