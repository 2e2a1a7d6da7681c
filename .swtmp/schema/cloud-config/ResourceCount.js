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
    get ResourceCount () {
        return ResourceCount;
    },
    get ResourceCountKey () {
        return ResourceCountKey;
    }
});
const _typegraphql = require("type-graphql");
const _enumValue = require("../enumValue");
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
const ResourceCountKey = (0, _enumValue.defineEnum)('ResourceCountKey', 'What resources are counted by.', {
    REGION: 'Resources are counted by their regions.',
    RESOURCE_TYPE: 'Resources are counted by their types.'
});
let ResourceCount = class ResourceCount {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'The region ID, or the resource type.'
    })
], ResourceCount.prototype, "name", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.Int, {
        description: 'The number of resources.'
    })
], ResourceCount.prototype, "count", void 0);
ResourceCount = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        description: 'The number of recorded resources in one region or of one type.'
    })
], ResourceCount);
