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
    get adviseRetry () {
        return adviseRetry;
    },
    get explanations () {
        return explanations;
    },
    get passingFailures () {
        return passingFailures;
    }
});
const passingFailures = {
    RATE_LIMITED: {
        en: 'The caller has sent too many requests.',
        zh: '调用方的请求过于频繁。'
    },
    OVERLOADED: {
        en: 'The gateway is overloaded.',
        zh: '网关过载。'
    },
    UPSTREAM_THROTTLED: {
        en: 'Flow control does not allow this call now.',
        zh: '流量控制暂不允许此调用。'
    },
    UPSTREAM_UNAVAILABLE: {
        en: 'The upstream could not be reached, or failed.',
        zh: '无法连接上游服务，或上游服务出错。'
    },
    UPSTREAM_TIMEOUT: {
        en: 'The upstream did not answer in time.',
        zh: '上游服务未在规定时间内响应。'
    }
};
const adviseRetry = ({ en, zh })=>({
        en: `${en} Try again later.`,
        zh: `${zh.replace(/。$/, '')}，请稍后重试。`
    });
const explanations = {
    BAD_USER_INPUT: {
        en: 'An argument is invalid, or the upstream rejected it. Check the input.',
        zh: '某个参数不合法，或被上游服务拒绝，请检查输入。'
    },
    UNAUTHENTICATED: {
        en: 'The request has no valid identity.',
        zh: '请求没有携带有效的身份。'
    },
    FORBIDDEN: {
        en: 'The gateway’s credentials are not allowed to do this upstream.',
        zh: '网关所用的凭证无权在上游执行此操作。'
    },
    NOT_FOUND: {
        en: 'The requested object does not exist upstream.',
        zh: '上游服务中不存在所请求的对象。'
    },
    CONFLICT: {
        en: 'The state of the account does not allow this now.',
        zh: '账号当前状态不允许此操作。'
    },
    LIMIT_EXCEEDED: {
        en: 'A limit was exceeded.',
        zh: '超出了限制。'
    },
    RATE_LIMITED: adviseRetry(passingFailures.RATE_LIMITED),
    OVERLOADED: adviseRetry(passingFailures.OVERLOADED),
    UPSTREAM_THROTTLED: adviseRetry(passingFailures.UPSTREAM_THROTTLED),
    UPSTREAM_UNAVAILABLE: adviseRetry(passingFailures.UPSTREAM_UNAVAILABLE),
    UPSTREAM_TIMEOUT: adviseRetry(passingFailures.UPSTREAM_TIMEOUT),
    UPSTREAM_BAD_RESPONSE: {
        en: 'The upstream returned an invalid response to this call.',
        zh: '上游服务返回的内容不是有效的响应。'
    },
    UPSTREAM_REJECTED: {
        en: 'The upstream rejected the call.',
        zh: '上游服务拒绝了请求。'
    },
    UPSTREAM_AUTH: {
        en: 'The upstream rejected the gateway’s own credentials or clock. The gateway’s operator must correct this.',
        zh: '上游服务不接受网关自身的凭证或时钟，需要网关的运维人员处理。'
    },
    IDEMPOTENCY_KEY_REUSED: {
        en: 'The idempotency key was already used with a different input.',
        zh: '该幂等键已用于不同的输入。'
    },
    IDEMPOTENCY_IN_PROGRESS: {
        en: 'A call with this idempotency key is still running.',
        zh: '使用该幂等键的请求仍在执行中。'
    },
    INTERNAL_SERVER_ERROR: {
        en: 'The gateway failed. The error was logged.',
        zh: '网关内部错误，已记录日志。'
    }
};
