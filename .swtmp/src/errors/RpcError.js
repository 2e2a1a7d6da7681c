"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "RpcError", {
    enumerable: true,
    get: function() {
        return RpcError;
    }
});
const _codeFamilies = require("./codeFamilies");
let RpcError = class RpcError extends Error {
    /** What it was made of, for the same failure with something more. In no log: no spread has it. */ #failure;
    constructor(failure){
        const { product, action, kind, code, httpStatus, detail } = failure;
        const because = [
            code,
            httpStatus === undefined ? undefined : `HTTP ${httpStatus}`,
            detail
        ].filter(Boolean).join(', ');
        super(`${product} ${action} failed: ${kind}${because && ` (${because})`}.`), this.name = 'RpcError';
        this.product = product;
        this.action = action;
        this.kind = kind;
        this.code = code;
        this.httpStatus = httpStatus;
        this.requestId = failure.requestId;
        this.retryAfterMs = failure.retryAfterMs;
        this.documented = failure.documented;
        this.family = failure.family ?? familyOfFailure(failure);
        this.parameter = failure.parameter;
        this.detail = detail;
        this.tooLarge = failure.tooLarge;
        this.accountId = failure.accountId;
        if (failure.attempt !== undefined) this.attempt = failure.attempt;
        this.#failure = {
            ...failure,
            family: this.family
        };
    }
    /** The same failure, with other words for clients. */ explained(documented) {
        return new RpcError({
            ...this.#failure,
            documented
        });
    }
    /** The same failure, of this attempt. */ ofAttempt(attempt) {
        return new RpcError({
            ...this.#failure,
            attempt
        });
    }
    /** The same failure, of a call that acted in this account or was about it. */ about(accountId) {
        return new RpcError({
            ...this.#failure,
            accountId
        });
    }
};
const familiesOfDocumented = new Set([
    'NoPermission',
    'AccountNotExisted'
]);
const familyOfFailure = ({ kind, code, httpStatus, documented })=>kind === 'CLIENT' && (documented === undefined || familiesOfDocumented.has(code)) ? (0, _codeFamilies.familyOf)(code, httpStatus) : undefined;
