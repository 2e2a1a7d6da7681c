"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "BaselineItem", {
    enumerable: true,
    get: function() {
        return BaselineItem;
    }
});
const _typegraphql = require("type-graphql");
const _parseJsonText = require("../../src/json/parseJsonText");
const _enumValue = require("../enumValue");
const _scalars = require("../scalars");
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
let BaselineItem = class BaselineItem {
    /** Parsed where it is asked for; a getter that cannot throw. */ get config() {
        return this.rawConfig === null ? null : (0, _parseJsonText.parseJsonText)(this.rawConfig);
    }
    /** The one place where wire names meet GraphQL names. */ static fromRecord({ Name, Version, Config }) {
        return Object.assign(new BaselineItem(), {
            name: Name ?? '',
            version: Version ?? null,
            rawConfig: Config ?? null
        });
    }
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'The item’s name, such as `ACS-BP_ACCOUNT_FACTORY_VPC`.'
    })
], BaselineItem.prototype, "name", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The item’s version, such as `1.0`. Null if the upstream does not return it.'
    })
], BaselineItem.prototype, "version", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: (0, _enumValue.rawTextOf)('config')
    })
], BaselineItem.prototype, "rawConfig", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_scalars.JSONValue, {
        nullable: true,
        description: 'The item’s settings. Null if there are none, or if they cannot be parsed: see `rawConfig`.'
    })
], BaselineItem.prototype, "config", null);
BaselineItem = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        description: 'One item of a baseline.'
    })
], BaselineItem);
