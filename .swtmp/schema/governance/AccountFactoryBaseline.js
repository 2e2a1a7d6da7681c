"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "AccountFactoryBaseline", {
    enumerable: true,
    get: function() {
        return AccountFactoryBaseline;
    }
});
const _typegraphql = require("type-graphql");
const _Node = require("../relay/Node");
const _globalId = require("../relay/globalId");
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
let AccountFactoryBaseline = class AccountFactoryBaseline extends _Node.Node {
    static of(baselineId, record) {
        const id = (0, _globalId.toGlobalId)('AccountFactoryBaseline', baselineId);
        return Object.assign(new AccountFactoryBaseline(), {
            baselineId,
            record,
            id
        });
    }
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        description: 'The baseline ID, `afb-…`.'
    })
], AccountFactoryBaseline.prototype, "baselineId", void 0);
AccountFactoryBaseline = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        implements: _Node.Node,
        description: 'A baseline of the account factory: the settings for enrolled accounts.'
    }),
    (0, _typegraphql.Directive)('@key(fields: "baselineId")')
], AccountFactoryBaseline);
