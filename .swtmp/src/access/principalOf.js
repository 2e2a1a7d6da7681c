"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "principalOf", {
    enumerable: true,
    get: function() {
        return principalOf;
    }
});
const _AccessPolicy = require("./AccessPolicy");
const _Principal = require("./Principal");
const _accountIds = require("./accountIds");
const readScopes = (claim)=>new Set([
        claim
    ].flat().flatMap((value)=>typeof value === 'string' ? value.split(/\s+/) : []).filter(_Principal.isScope));
const principalOf = (claims, names, policy)=>{
    const own = {
        scopes: readScopes(claims[names.scopes]),
        accounts: (0, _accountIds.readAccounts)(claims[names.accounts])
    };
    return new _Principal.Principal(claims.sub, [
        own,
        ...policy === undefined ? [] : (0, _AccessPolicy.grantsOf)(policy, claims, own)
    ]);
};
