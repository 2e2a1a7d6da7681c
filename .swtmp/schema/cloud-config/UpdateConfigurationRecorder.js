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
    get UpdateConfigurationRecorderInput () {
        return UpdateConfigurationRecorderInput;
    },
    get UpdateConfigurationRecorderPayload () {
        return UpdateConfigurationRecorderPayload;
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
let UpdateConfigurationRecorderInput = class UpdateConfigurationRecorderInput {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        nullable: true,
        description: 'The Alibaba Cloud account ID. Defaults to the current account.'
    })
], UpdateConfigurationRecorderInput.prototype, "accountId", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            String
        ], {
        description: 'The resource types to record from now on: see `supportedResourceTypes`. They replace the current ones. A single `all` records every type.'
    })
], UpdateConfigurationRecorderInput.prototype, "resourceTypes", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>Boolean, {
        nullable: true,
        defaultValue: false,
        description: 'True checks the input and looks up its objects, but changes nothing.'
    })
], UpdateConfigurationRecorderInput.prototype, "dryRun", void 0);
UpdateConfigurationRecorderInput = _ts_decorate([
    (0, _typegraphql.InputType)({
        description: 'Which recorder to change, and what to record.'
    })
], UpdateConfigurationRecorderInput);
let UpdateConfigurationRecorderPayload = class UpdateConfigurationRecorderPayload extends _MutationPayload.MutationPayload {
};
UpdateConfigurationRecorderPayload = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        implements: _MutationPayload.MutationPayload,
        description: 'The result of the mutation, and the recorder.'
    })
], UpdateConfigurationRecorderPayload);
