"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "callRate", {
    enumerable: true,
    get: function() {
        return callRate;
    }
});
const _server = require("@apollo/server");
const _ClientError = require("../../errors/ClientError");
const _UserError = require("../../errors/UserError");
const _caller = require("../http/caller");
const callRate = (rates)=>({
        requestDidStart: async ({ contextValue: { caller, trace, language } })=>{
            let taken = 0;
            return {
                responseForOperation: async ()=>{
                    try {
                        await rates.takeCalls((0, _caller.callerKey)(caller), trace.estimatedCalls);
                        taken = trace.estimatedCalls;
                        return null;
                    } catch (error) {
                        if (!(error instanceof _UserError.UserError)) throw error;
                        const { message, ...extensions } = (0, _ClientError.toClientError)(error, language);
                        const headers = new _server.HeaderMap([
                            [
                                'retry-after',
                                String(Math.ceil((error.retryAfterMs ?? 0) / 1000))
                            ]
                        ]);
                        return {
                            http: {
                                status: 429,
                                headers
                            },
                            body: {
                                kind: 'single',
                                singleResult: {
                                    errors: [
                                        {
                                            message,
                                            extensions: {
                                                ...extensions
                                            }
                                        }
                                    ]
                                }
                            }
                        };
                    }
                },
                willSendResponse: async ()=>{
                    await rates.giveBackCalls((0, _caller.callerKey)(caller), taken - trace.actualCalls);
                }
            };
        }
    });
