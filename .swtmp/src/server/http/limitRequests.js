"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "limitRequests", {
    enumerable: true,
    get: function() {
        return limitRequests;
    }
});
const _UserError = require("../../errors/UserError");
const _tryParseJson = require("../../json/tryParseJson");
const _checkVariables = require("../limits/checkVariables");
const _fixedLimits = require("../limits/fixedLimits");
const _isNestedDeeper = require("../limits/isNestedDeeper");
const _measureValue = require("../limits/measureValue");
const limitRequests = (app, limits)=>{
    app.addHook('preValidation', async ({ body, query })=>{
        if (Array.isArray(body)) throw new Batch();
        if ((0, _measureValue.measureValue)(body, _fixedLimits.maxNesting).depth > _fixedLimits.maxNesting) throw tooDeep({
            en: 'The request body',
            zh: '请求体'
        });
        for (const { query: document, variables } of [
            body,
            query
        ].map(parametersOf)){
            if (typeof document === 'string' && (0, _isNestedDeeper.isNestedDeeper)(document, _fixedLimits.maxNesting)) throw tooDeep({
                en: 'The document',
                zh: '文档'
            });
            (0, _checkVariables.checkVariables)(typeof variables === 'string' ? (0, _tryParseJson.tryParseJson)(variables) : variables, limits);
        }
    });
};
const parametersOf = (parameters)=>parameters ?? {};
/** A batch of operations: `failures.ts` has the words. */ let Batch = class Batch extends Error {
    constructor(...args){
        super(...args), this.code = 'BODY_IS_A_LIST';
    }
};
const tooDeep = (what)=>new _UserError.UserError('LIMIT_EXCEEDED', {
        en: `${what.en} must nest at most ${_fixedLimits.maxNesting} levels deep, but nests deeper.`,
        zh: `${what.zh}最多可嵌套 ${_fixedLimits.maxNesting} 层，但此请求嵌套更深。`
    });
