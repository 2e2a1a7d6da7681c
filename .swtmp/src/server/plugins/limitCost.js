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
    get costOnlyHeader () {
        return costOnlyHeader;
    },
    get limitCost () {
        return limitCost;
    }
});
const _server = require("@apollo/server");
const _graphql = require("graphql");
const _UserError = require("../../errors/UserError");
const _refusal = require("./refusal");
const costOnlyHeader = 'x-cost-only';
/** How many fields a message names. */ const namedFields = 3;
const limitCost = ({ maxCalls, costOf, learnSizes })=>({
        requestDidStart: async ({ contextValue })=>{
            const { trace } = contextValue;
            let isCostOnly = false;
            let isEstimated = false;
            let details;
            return {
                didResolveOperation: async ({ document, operation, request })=>{
                    // A plugin of its own refuses subscriptions.
                    if (operation === undefined || operation.operation === _graphql.OperationTypeNode.SUBSCRIPTION) return;
                    isCostOnly = asksForCostOnly(request);
                    const reckon = ()=>reportProblems(()=>costOf(document, operation, request.variables ?? {}, contextValue.lists));
                    let estimate = reckon();
                    const mayBeLess = estimate.boundOfCalls > maxCalls && !isCostOnly;
                    if (mayBeLess && await learnSizes(estimate, contextValue.loaders)) estimate = reckon();
                    // What was read to learn sizes may be read for nothing else.
                    const learned = Math.min(estimate.estimatedCalls + trace.actualCalls, Math.max(estimate.estimatedCalls, maxCalls));
                    trace.estimatedCalls = isCostOnly ? estimate.boundOfCalls : learned;
                    isEstimated = true;
                    if (isCostOnly || estimate.isTooHigh) details = {
                        maxCalls,
                        ...estimate.explain()
                    };
                    const [problem] = estimate.problems;
                    if (isCostOnly && problem !== undefined) throw badRequest(problem);
                    if (estimate.isTooHigh && !isCostOnly) throw (0, _refusal.refusal)(tooExpensive(estimate, maxCalls));
                },
                responseForOperation: async ()=>isCostOnly ? {
                        http: {
                            headers: new _server.HeaderMap()
                        },
                        body: {
                            kind: 'single',
                            singleResult: {
                                data: null
                            }
                        }
                    } : null,
                willSendResponse: async ({ response: { body } })=>{
                    if (body.kind !== 'single' || !isEstimated) return;
                    const { estimatedCalls, actualCalls, coalesced, cached } = trace;
                    const cost = {
                        estimatedCalls,
                        actualCalls,
                        coalesced,
                        cached,
                        ...details
                    };
                    body.singleResult.extensions = Object.assign(body.singleResult.extensions ?? {}, {
                        cost
                    });
                }
            };
        }
    });
/** A mistake in the header must not execute what was only to be estimated. @throws GraphQLError over a UserError. */ const asksForCostOnly = ({ http })=>{
    const value = http?.headers.get(costOnlyHeader) ?? 'false';
    if (value !== 'true' && value !== 'false') {
        throw (0, _refusal.refusal)((0, _UserError.badInput)([
            costOnlyHeader
        ], {
            en: 'true or false',
            zh: ' true 或 false'
        }, value));
    }
    return value === 'true';
};
const reportProblems = (reckon)=>{
    try {
        return reckon();
    } catch (error) {
        if (error instanceof _UserError.UserError) throw (0, _refusal.refusal)(error);
        throw error instanceof _graphql.GraphQLError ? badRequest(error) : error;
    }
};
/** What graphql-js would have said of it while executing. */ const badRequest = ({ message, nodes })=>new _graphql.GraphQLError(message, {
        nodes,
        extensions: {
            code: 'BAD_USER_INPUT',
            http: {
                status: 400
            }
        }
    });
const tooExpensive = (estimate, maxCalls)=>{
    const { estimatedCalls } = estimate;
    const fields = estimate.explain().mostExpensiveFields.slice(0, namedFields).map(({ field, calls })=>`${field} (${calls})`);
    return new _UserError.UserError('LIMIT_EXCEEDED', {
        en: `The document must cost at most ${maxCalls} upstream calls, but can cost ${estimatedCalls}. Its most expensive fields are ${fields.join(', ')}. Select fewer fields, request smaller pages, or split the document. The header ${costOnlyHeader}: true returns the estimate without running anything.`,
        zh: `文档最多可产生 ${maxCalls} 次上游调用，但此文档最多可能产生 ${estimatedCalls} 次。开销最大的字段：${fields.join('、')}。请减少所选字段、缩小分页或拆分文档。请求头 ${costOnlyHeader}: true 可只返回预估开销而不执行。`
    });
};
