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
    get CloudTag () {
        return CloudTag;
    },
    get CloudTagFilter () {
        return CloudTagFilter;
    }
});
const _typegraphql = require("type-graphql");
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
let CloudTag = class CloudTag {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'The tag’s key.'
    })
], CloudTag.prototype, "key", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'The tag’s value. It can be empty.'
    })
], CloudTag.prototype, "value", void 0);
CloudTag = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        description: 'A tag: a key and one value. A key with several values appears as several tags.'
    })
], CloudTag);
let CloudTagFilter = class CloudTagFilter {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'The tag’s key.'
    })
], CloudTagFilter.prototype, "key", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The tag’s value. Defaults to any value.'
    })
], CloudTagFilter.prototype, "value", void 0);
CloudTagFilter = _ts_decorate([
    (0, _typegraphql.InputType)({
        description: 'A tag to look for.'
    })
], CloudTagFilter);
