"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "InternalError", {
    enumerable: true,
    get: function() {
        return InternalError;
    }
});
const InternalError = {
    status: 500,
    message: 'STS Server Internal Error happened, please send the RequestId to us.',
    code: 'UPSTREAM_UNAVAILABLE',
    explanation: {
        en: 'The Security Token Service failed with an internal error.',
        zh: '安全令牌服务发生内部错误。'
    },
    retryable: true
};
