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
    get hasSomethingToShow () {
        return hasSomethingToShow;
    },
    get outcomeOfFailure () {
        return outcomeOfFailure;
    }
});
const _RpcError = require("../../src/errors/RpcError");
const _UserError = require("../../src/errors/UserError");
const outcomeOfFailure = (error, { action })=>{
    if (error instanceof _UserError.UserError) return 'REJECTED';
    if (!(error instanceof _RpcError.RpcError)) return undefined;
    // What was read to prepare the write has no effect, however it failed.
    return error.action === action && mayHaveHadAnEffect(error) ? 'UNKNOWN' : 'REJECTED';
};
const hasSomethingToShow = (outcome)=>outcome !== 'REJECTED' && outcome !== 'VALIDATED';
const mayHaveHadAnEffect = ({ kind, code, documented })=>{
    switch(kind){
        case 'INVALID_REQUEST':
        case 'CREDENTIALS':
        case 'NOT_SENT':
        case 'THROTTLING':
        case 'CLIENT':
            return false;
        case 'AUTH':
            // Nonces are never used twice here: a copy of this very request has arrived before.
            return code === 'SignatureNonceUsed';
        case 'SERVER':
            // A 5xx is a refusal only if the documents say so, as CreateSLRFail.
            return documented === undefined || documented.code === 'UPSTREAM_UNAVAILABLE';
        case 'CONNECTION':
        case 'TIMEOUT':
        case 'ABORTED':
        case 'BAD_RESPONSE':
            return true;
    }
};
