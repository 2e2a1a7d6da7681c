"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "documentLimits", {
    enumerable: true,
    get: function() {
        return documentLimits;
    }
});
const _graphql = require("graphql");
const _checkDocument = require("../limits/checkDocument");
const documentLimits = (limits)=>{
    const problemsOf = new WeakMap();
    return {
        plugin: {
            requestDidStart: async ()=>({
                    validationDidStart: async (request)=>{
                        const problems = (0, _checkDocument.checkDocument)(request.schema, request.document, limits);
                        if (problems.length === 0) return;
                        const refused = {
                            kind: _graphql.Kind.DOCUMENT,
                            definitions: []
                        };
                        problemsOf.set(refused, problems);
                        Object.assign(request, {
                            document: refused
                        });
                    }
                })
        },
        rule: (context)=>({
                Document: (document)=>{
                    for (const problem of problemsOf.get(document) ?? [])context.reportError(problem);
                }
            })
    };
};
