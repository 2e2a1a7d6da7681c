"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "requestTrace", {
    enumerable: true,
    get: function() {
        return requestTrace;
    }
});
const _RpcError = require("../../errors/RpcError");
const _shorten = require("../../json/shorten");
const _causeOf = require("../../observability/causeOf");
const _formatError = require("./formatError");
/** Names are the client's to choose, up to the size of a request. */ const maxNameLength = 100;
const requestTrace = (logger)=>({
        requestDidStart: async ({ contextValue: { trace, requestId } })=>{
            const logged = new Set();
            return {
                didResolveSource: async ({ queryHash })=>{
                    trace.operationHash = queryHash;
                },
                didResolveOperation: async ({ operationName, operation })=>{
                    trace.operationName = operationName == null ? undefined : (0, _shorten.shorten)(operationName, maxNameLength, '');
                    trace.operationType = operation?.operation;
                },
                didEncounterErrors: async ({ errors })=>{
                    for (const error of errors){
                        const origin = error.originalError ?? error;
                        const isOfUpstream = origin instanceof _RpcError.RpcError;
                        // A failure that several fields share, through a loader, is one failure.
                        if (logged.has(origin) || !(isOfUpstream || (0, _formatError.isInternal)(error.toJSON(), error))) continue;
                        logged.add(origin);
                        const about = {
                            requestId,
                            operationName: trace.operationName,
                            path: error.path
                        };
                        if (isOfUpstream) {
                            logger.warn({
                                ...about,
                                ...(0, _causeOf.causeOf)(origin)
                            }, 'upstream call failed');
                            continue;
                        }
                        const { name, message, stack } = origin;
                        logger.error({
                            ...about,
                            error: {
                                name,
                                message,
                                stack
                            }
                        }, 'internal error');
                    }
                },
                willSendResponse: async ({ response })=>{
                    if (response.body.kind !== 'single') return;
                    for (const { extensions } of response.body.singleResult.errors ?? []){
                        if (typeof extensions?.code === 'string') trace.errorCodes.push(extensions.code);
                    }
                }
            };
        }
    });
