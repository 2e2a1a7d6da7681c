"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "toClientError", {
    enumerable: true,
    get: function() {
        return toClientError;
    }
});
const _RpcError = require("./RpcError");
const _UserError = require("./UserError");
const _codeFamilies = require("./codeFamilies");
const _explanations = require("./explanations");
const codeOfKind = {
    INVALID_REQUEST: 'BAD_USER_INPUT',
    CREDENTIALS: 'UPSTREAM_AUTH',
    NOT_SENT: 'UPSTREAM_UNAVAILABLE',
    THROTTLING: 'UPSTREAM_THROTTLED',
    CLIENT: 'UPSTREAM_REJECTED',
    AUTH: 'UPSTREAM_AUTH',
    SERVER: 'UPSTREAM_UNAVAILABLE',
    CONNECTION: 'UPSTREAM_UNAVAILABLE',
    TIMEOUT: 'UPSTREAM_TIMEOUT',
    ABORTED: 'UPSTREAM_TIMEOUT',
    BAD_RESPONSE: 'UPSTREAM_BAD_RESPONSE'
};
const retryableKinds = new Set([
    'NOT_SENT',
    'THROTTLING',
    'SERVER',
    'CONNECTION',
    'TIMEOUT'
]);
const toClientError = (error, language)=>{
    if (error instanceof _UserError.UserError) {
        return {
            code: error.code,
            message: error.in(language),
            retryable: error.retryable,
            retryAfterMs: error.retryAfterMs,
            field: error.field,
            accountId: error.accountId
        };
    }
    if (error instanceof _RpcError.RpcError) {
        const { code, explanation, retryable } = describe(error);
        return {
            code,
            message: explanation[language],
            retryable,
            retryAfterMs: error.retryAfterMs,
            accountId: error.accountId,
            upstream: {
                code: error.code,
                requestId: error.requestId,
                action: error.action
            }
        };
    }
    return {
        code: 'INTERNAL_SERVER_ERROR',
        message: _explanations.explanations.INTERNAL_SERVER_ERROR[language],
        retryable: false
    };
};
const describe = (error)=>{
    if (error.documented !== undefined) {
        const { code, explanation, retryable = false } = error.documented;
        return {
            code,
            explanation,
            retryable
        };
    }
    if (error.kind === 'INVALID_REQUEST' && error.detail !== undefined) {
        // The client's own words for it: nothing was sent, so there is no upstream code to explain.
        const explanation = {
            en: `The upstream does not accept this input: ${error.detail}.`,
            zh: `上游服务不接受此输入：${error.detail}。`
        };
        return {
            code: 'BAD_USER_INPUT',
            explanation,
            retryable: false
        };
    }
    if (error.tooLarge !== undefined) {
        return {
            code: 'UPSTREAM_BAD_RESPONSE',
            explanation: explainSize(error.tooLarge),
            retryable: false
        };
    }
    if (error.kind === 'CREDENTIALS') {
        const explanation = {
            en: 'The gateway has no credentials for the upstream. Its operator must provide them.',
            zh: '网关没有可用的上游凭证，需要网关的运维人员提供。'
        };
        return {
            code: 'UPSTREAM_AUTH',
            explanation,
            retryable: false
        };
    }
    const ofCode = error.kind === 'CLIENT' ? (0, _codeFamilies.explainCode)(error.code, error.family) : undefined;
    if (ofCode !== undefined) return {
        ...ofCode,
        retryable: false
    };
    const code = codeOfKind[error.kind];
    const retryable = retryableKinds.has(error.kind);
    const passing = _explanations.passingFailures;
    return {
        code,
        explanation: (retryable ? undefined : passing[code]) ?? _explanations.explanations[code],
        retryable
    };
};
/** Lists are read in smaller pages first, so what is left is one record, or a response that is no list. */ const explainSize = ({ bytes, maxBytes })=>bytes === undefined ? {
        en: `The upstream’s response has more than ${maxBytes} bytes, the maximum that the gateway reads. Request less, for example a shorter time range.`,
        zh: `上游服务的响应超过 ${maxBytes} 字节，这是网关读取的上限。请缩小请求范围，例如缩短时间范围。`
    } : {
        en: `The upstream’s response has ${bytes} bytes, but the gateway reads at most ${maxBytes}. Request less, for example a shorter time range.`,
        zh: `上游服务的响应有 ${bytes} 字节，而网关最多读取 ${maxBytes} 字节。请缩小请求范围，例如缩短时间范围。`
    };
