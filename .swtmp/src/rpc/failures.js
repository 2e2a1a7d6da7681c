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
    get classify () {
        return classify;
    },
    get failureOf () {
        return failureOf;
    },
    get tooLargeFailure () {
        return tooLargeFailure;
    }
});
const _RpcError = require("../errors/RpcError");
const _codeFamilies = require("../errors/codeFamilies");
/** Refused for flow control. The status is 400 as often as 429 or 503, so the code decides. */ const throttling = [
    'Throttling',
    'Throttling.User',
    'Throttling.User.Flow',
    'Throttling.Api',
    'Throttling.Api.Concurrency',
    'Rejected.Throttling',
    // 429, Resource Management writes: another call of the same kind is running. Nothing was done.
    'ConcurrentCallNotSupported'
];
/** Signature, key, token, clock or nonce refused: the gateway is at fault, not the caller. */ const auth = [
    'IncompleteSignature',
    'SignatureDoesNotMatch',
    'InvalidSignatureMethod',
    'MissingSignature',
    'SignatureNonceUsed',
    'MissingSignatureNonce',
    'InvalidTimeStamp.Format',
    'InvalidTimeStamp.Expired',
    'IllegalTimestamp',
    'MissingTimestamp',
    'MissingAccessKeyId',
    'InvalidAccessKeyId',
    'InvalidAccessKeyId.NotFound',
    'InvalidAccessKeyId.Inactive',
    'Forbidden.AccessKeyDisabled',
    'MissingSecurityToken',
    'InvalidSecurityToken.Expired',
    'InvalidSecurityToken.Malformed',
    'InvalidSecurityToken.MismatchWithAccessKey'
];
/** The upstream's own trouble, whatever status it comes with. */ const server = [
    'ServiceUnavailable',
    // Sic, in a page of Key Management Service.
    'SerivceUnavailableTemporary',
    'ServiceUnavailableTemporary',
    'InternalError',
    'InternalFailure'
];
const kinds = new Map([
    ...throttling.map((code)=>[
            code,
            'THROTTLING'
        ]),
    ...auth.map((code)=>[
            code,
            'AUTH'
        ]),
    ...server.map((code)=>[
            code,
            'SERVER'
        ])
]);
function classify(status, code, documented) {
    if (code !== undefined) {
        const kind = kinds.get(code);
        if (kind === 'THROTTLING' || kind === 'AUTH' || kind === 'SERVER') return kind;
        // A code that the operation documents says more than its status, except that a 5xx always leaves a doubt.
        const entry = Object.hasOwn(documented, code) ? documented[code] : undefined;
        if (entry) return Math.max(status, entry.status) >= 500 ? 'SERVER' : 'CLIENT';
        if ((0, _codeFamilies.isThrottlingCode)(code)) return 'THROTTLING';
        if ((0, _codeFamilies.isAuthCode)(code)) return 'AUTH';
        if ((0, _codeFamilies.isServerCode)(code)) return 'SERVER';
        // A refusal that calls itself a success is one all the same.
        if (status < 400 && (0, _codeFamilies.explainCode)(code, (0, _codeFamilies.familyOfCode)(code)) !== undefined) return 'CLIENT';
    }
    if (status === 429) return 'THROTTLING';
    if (status >= 500) return 'SERVER';
    return status >= 400 && code !== undefined ? 'CLIENT' : 'BAD_RESPONSE';
}
function failureOf(operation, failure) {
    return new _RpcError.RpcError({
        product: operation.product.code,
        action: operation.action,
        ...failure
    });
}
function tooLargeFailure(operation, tooLarge, seen = {}) {
    const detail = `expected at most ${tooLarge.maxBytes} bytes, but got ${tooLarge.bytes ?? 'more'}`;
    return failureOf(operation, {
        kind: 'BAD_RESPONSE',
        ...seen,
        detail,
        tooLarge
    });
}
