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
    get StartConfigurationRecorderInput () {
        return StartConfigurationRecorderInput;
    },
    get StartConfigurationRecorderPayload () {
        return StartConfigurationRecorderPayload;
    }
});
const _typegraphql = require("type-graphql");
const _MutationPayload = require("../writing/MutationPayload");
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
let StartConfigurationRecorderInput = class StartConfigurationRecorderInput {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        nullable: true,
        description: 'The Alibaba Cloud account ID. Defaults to the current account.'
    })
], StartConfigurationRecorderInput.prototype, "accountId", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>Boolean, {
        nullable: true,
        defaultValue: false,
        description: 'Upgrades every member of the directory to the enterprise edition. Only the management account may do this. It cannot be undone.'
    })
], StartConfigurationRecorderInput.prototype, "enterpriseEdition", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>Boolean, {
        nullable: true,
        defaultValue: false,
        description: 'True checks the input and looks up its objects, but changes nothing.'
    })
], StartConfigurationRecorderInput.prototype, "dryRun", void 0);
StartConfigurationRecorderInput = _ts_decorate([
    (0, _typegraphql.InputType)({
        description: 'Which recorder to start, and how.'
    })
], StartConfigurationRecorderInput);
let StartConfigurationRecorderPayload = class StartConfigurationRecorderPayload extends _MutationPayload.MutationPayload {
};
StartConfigurationRecorderPayload = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        implements: _MutationPayload.MutationPayload,
        description: 'The result of the mutation, and the recorder.'
    })
], StartConfigurationRecorderPayload);
