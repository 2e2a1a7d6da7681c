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
    get errorReply () {
        return errorReply;
    },
    get printed () {
        return printed;
    }
});
const _losslessjson = require("lossless-json");
const _answer = require("./answer");
const _gatewayErrors = require("./gatewayErrors");
const _print = require("./print");
function printed(status, root, body, { format, requestId }) {
    return {
        status,
        headers: {
            'content-type': (0, _print.contentTypeOf)(format),
            'x-acs-request-id': requestId
        },
        body: format === 'JSON' ? (0, _losslessjson.stringify)(body) ?? '' : (0, _print.toXml)(root, body),
        delivery: 'whole'
    };
}
function errorReply(refusal, context, oddCasing = false) {
    const { requestId, host } = context;
    const body = {
        RequestId: requestId,
        HostId: host,
        Code: refusal.code,
        Message: refusal.message,
        Recommend: recommendation(refusal.code, context)
    };
    const reply = printed(refusal.status, 'Error', oddCasing ? (0, _answer.withOddCasing)(body) : body, context);
    return {
        ...reply,
        headers: {
            ...reply.headers,
            ...refusal.headers
        }
    };
}
/** The troubleshooting link: newer where a product answers, older where the gateway in front of it does. */ function recommendation(code, { product, requestId }) {
    const word = encodeURIComponent(code);
    return product === undefined || (0, _gatewayErrors.gatewayError)(code)?.beforeProduct === true ? `https://error-center.aliyun.com/status/search?Keyword=${word}&source=PopGw` : `https://api.aliyun.com/troubleshoot?q=${word}&product=${product.code}&requestId=${requestId}`;
}
