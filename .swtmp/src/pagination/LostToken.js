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
    get LostToken () {
        return LostToken;
    },
    get orLost () {
        return orLost;
    }
});
const _RpcError = require("../errors/RpcError");
let LostToken = class LostToken extends Error {
    constructor(reason){
        super('A token leads nowhere.'), this.reason = reason;
    }
    /** The loss of a token that the upstream refuses. The upstream gave it, so the caller did nothing wrong. */ static refused({ product, action, code, httpStatus, requestId, accountId }) {
        const detail = 'a refusal of the token that the upstream gave itself';
        const seen = {
            product,
            action,
            code,
            httpStatus,
            requestId,
            accountId
        };
        return new LostToken(new _RpcError.RpcError({
            ...seen,
            kind: 'BAD_RESPONSE',
            detail
        }));
    }
    /** The loss of a token that leads to what was read before. */ static inCircle({ product, action }) {
        const detail = 'a token that leads back to a page that was read before';
        return new LostToken(new _RpcError.RpcError({
            product: product.code,
            action,
            kind: 'BAD_RESPONSE',
            detail
        }));
    }
};
const orLost = async (token, page)=>{
    try {
        return await page;
    } catch (error) {
        if (token !== undefined && error instanceof _RpcError.RpcError && error.kind === 'CLIENT') return LostToken.refused(error);
        throw error;
    }
};
