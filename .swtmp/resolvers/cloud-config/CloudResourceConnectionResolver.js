"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "CloudResourceConnectionResolver", {
    enumerable: true,
    get: function() {
        return CloudResourceConnectionResolver;
    }
});
const _typegraphql = require("type-graphql");
const _CloudResourceConnection = require("../../schema/cloud-config/CloudResourceConnection");
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
let CloudResourceConnectionResolver = class CloudResourceConnectionResolver {
    async totalCount({ totalCount, toCount }) {
        return totalCount ?? await toCount?.() ?? null;
    }
};
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_typegraphql.Int, {
        nullable: true,
        description: 'The total number of items. Null if the upstream does not return it. In the list of all accounts, counting the resources of the management account takes up to three calls, of which two are cached.'
    }),
    _ts_param(0, (0, _typegraphql.Root)())
], CloudResourceConnectionResolver.prototype, "totalCount", null);
CloudResourceConnectionResolver = _ts_decorate([
    (0, _typegraphql.Resolver)(()=>_CloudResourceConnection.CloudResourceConnection)
], CloudResourceConnectionResolver);
