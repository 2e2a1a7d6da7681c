"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "limitCalls", {
    enumerable: true,
    get: function() {
        return limitCalls;
    }
});
const _UserError = require("../errors/UserError");
const limitCalls = (trace, maxCalls)=>({ kind })=>{
        if (kind === 'read' && trace.actualCalls >= maxCalls) throw callsAreSpent(maxCalls);
        trace.actualCalls += 1;
    };
const callsAreSpent = (maxCalls)=>new _UserError.UserError('LIMIT_EXCEEDED', {
        en: `The document has made ${maxCalls} upstream calls, the maximum per document. The missing fields were not read. Request less at once.`,
        zh: `此文档已发起 ${maxCalls} 次上游调用，达到单个文档的上限，缺失的内容未被读取。请减少单次请求的内容。`
    });
