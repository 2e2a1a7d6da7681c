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
    get toReadBackError () {
        return toReadBackError;
    },
    get toUnknownOutcome () {
        return toUnknownOutcome;
    }
});
const _ClientError = require("./ClientError");
const _explanations = require("./explanations");
/** What happened to a write that may have been carried out, by the kind of its failure. */ const happened = {
    SERVER: {
        en: 'The upstream failed while it handled the request.',
        zh: '上游服务在处理请求时出错。'
    },
    CONNECTION: {
        en: 'The connection to the upstream broke before the answer was complete.',
        zh: '与上游服务的连接在收到完整响应之前中断。'
    },
    TIMEOUT: _explanations.passingFailures.UPSTREAM_TIMEOUT,
    ABORTED: _explanations.passingFailures.UPSTREAM_TIMEOUT,
    AUTH: {
        en: 'A copy of this request reached the upstream before.',
        zh: '上游服务此前已收到此请求的副本。'
    }
};
const toUnknownOutcome = (error, language, readFirst, risk)=>{
    const { retryAfterMs: _, ...told } = (0, _ClientError.toClientError)(error, language);
    const what = happened[error.kind] ?? _explanations.explanations.UPSTREAM_BAD_RESPONSE;
    const message = {
        en: `${what.en} The request may have been carried out, so do not simply send it again${risk ? `: ${risk.en}` : ''}. Read \`${readFirst}\` first, and send the mutation again only if nothing was done.`,
        zh: `${what.zh}请求可能已经执行，切勿直接重新发送${risk ? `：${risk.zh}` : ''}。请先查询 \`${readFirst}\`，仅在确认未执行时再次发送。`
    };
    return {
        ...told,
        message: message[language],
        retryable: false
    };
};
const toReadBackError = (error, language, what)=>{
    const { retryAfterMs: _, field: __, ...told } = (0, _ClientError.toClientError)(error, language);
    const passing = _explanations.passingFailures;
    const why = passing[told.code]?.[language] ?? told.message;
    const message = {
        en: `\`${what}\` could not be read. This does not change the outcome; read it with a query. ${why}`,
        zh: `无法读取 \`${what}\`，但这不影响变更的结果，请通过查询读取。${why}`
    };
    return {
        ...told,
        message: message[language],
        retryable: false
    };
};
