"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "Account", {
    enumerable: true,
    get: function() {
        return Account;
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
let Account = class Account extends _Node.Node {
    static of(accountId, record) {
        return Object.assign(new Account(), {
            accountId,
            record,
            id: (0, _globalId.toGlobalId)('Account', accountId)
        });
    }
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        description: 'The Alibaba Cloud account ID, usually 16 digits.'
    })
], Account.prototype, "accountId", void 0);
Account = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        implements: _Node.Node,
        description: 'An Alibaba Cloud account.'
    }),
    (0, _typegraphql.Directive)('@key(fields: "accountId")')
], Account);
