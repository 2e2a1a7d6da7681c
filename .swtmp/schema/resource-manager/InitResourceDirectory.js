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
    get InitResourceDirectoryInput () {
        return InitResourceDirectoryInput;
    },
    get InitResourceDirectoryPayload () {
        return InitResourceDirectoryPayload;
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
let InitResourceDirectoryInput = class InitResourceDirectoryInput {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>Boolean, {
        nullable: true,
        defaultValue: false,
        description: 'True checks the input and looks up its objects, but changes nothing.'
    })
], InitResourceDirectoryInput.prototype, "dryRun", void 0);
InitResourceDirectoryInput = _ts_decorate([
    (0, _typegraphql.InputType)({
        description: 'How to enable the resource directory.'
    })
], InitResourceDirectoryInput);
let InitResourceDirectoryPayload = class InitResourceDirectoryPayload extends _MutationPayload.MutationPayload {
};
InitResourceDirectoryPayload = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        implements: _MutationPayload.MutationPayload,
        description: 'The directory that the current account now has.'
    })
], InitResourceDirectoryPayload);
