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
    get answerLimit () {
        return answerLimit;
    },
    get createAnswerSize () {
        return createAnswerSize;
    }
});
const _graphql = require("graphql");
const _UserError = require("../../errors/UserError");
const _AnswerSize = require("../../json/AnswerSize");
const _settings = require("../../settings");
const _formatError = require("./formatError");
const createAnswerSize = (maxBytes)=>new _AnswerSize.AnswerSize(maxBytes, new _UserError.UserError('LIMIT_EXCEEDED', {
        en: `The answer must have at most ${maxBytes} bytes, but has more. It reached the limit at the path of this error. Request smaller pages or fewer fields. ${(0, _settings.settingOfLimit)('answerBytes')} raises the limit.`,
        zh: `响应最多可包含 ${maxBytes} 字节，但此响应超出了限制；达到上限的位置见此错误的路径。请缩小分页或减少所选字段。运维人员可通过 ${(0, _settings.settingOfLimit)('answerBytes')} 提高上限。`
    }));
const answerLimit = ()=>({
        requestDidStart: async ({ contextValue: { answerSize } })=>({
                willSendResponse: async ({ response: { body }, errors = [], operation })=>{
                    if (body.kind !== 'single' || !answerSize.isTooLarge) return;
                    if (operation?.operation === _graphql.OperationTypeNode.MUTATION) return;
                    const { singleResult } = body;
                    const index = errors.findIndex((error)=>(0, _formatError.originOf)(error) === answerSize.error);
                    singleResult.data = null;
                    singleResult.errors = singleResult.errors?.slice(index, index + 1);
                }
            })
    });
