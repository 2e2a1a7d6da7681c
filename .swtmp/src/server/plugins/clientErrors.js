"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "clientErrors", {
    enumerable: true,
    get: function() {
        return clientErrors;
    }
});
const _explainValue = require("./explainValue");
const _formatError = require("./formatError");
/** Codes of values that do not fit their types: in variables, and in the document. */ const codesOfValues = new Set([
    'BAD_USER_INPUT',
    'GRAPHQL_VALIDATION_FAILED'
]);
/** How graphql-js suggests names of the schema, at the end of a message. */ const suggestion = / ?Did you mean [^]+\?$/;
const clientErrors = (suggestions)=>({
        requestDidStart: async ()=>({
                willSendResponse: async ({ response, errors, schema, contextValue: { language } })=>{
                    if (response.body.kind !== 'single' || errors === undefined) return;
                    const { singleResult } = response.body;
                    singleResult.errors = singleResult.errors?.map((formatted, index)=>{
                        const error = errors[index];
                        if (error === undefined) return formatted;
                        const told = (0, _formatError.formatError)(error.toJSON(), error, language);
                        if (!codesOfValues.has(told.extensions?.code)) return told;
                        if (!suggestions) return {
                            ...told,
                            message: told.message.replace(suggestion, '')
                        };
                        const message = (0, _explainValue.explainValue)(told.message, schema, language);
                        return message === undefined ? told : {
                            ...told,
                            message
                        };
                    });
                }
            })
    });
