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
    get logRequests () {
        return logRequests;
    },
    get requestIdOf () {
        return requestIdOf;
    }
});
const _nodecrypto = require("node:crypto");
const _nodeperf_hooks = require("node:perf_hooks");
const _caller = require("./caller");
const header = 'x-request-id';
const requestIdOf = ({ headers })=>{
    const given = headers[header];
    return typeof given === 'string' && /^[\w.:+/=-]{1,128}$/.test(given) ? given : (0, _nodecrypto.randomUUID)();
};
const logRequests = (app, logger, traceOf)=>{
    app.addHook('onRequest', async (request, reply)=>{
        reply.header(header, request.id);
        const { socket } = request.raw;
        const writtenBefore = socket.bytesWritten;
        const startedAt = _nodeperf_hooks.performance.now();
        reply.raw.once('close', ()=>{
            const trace = traceOf(request);
            const aborted = !reply.raw.writableFinished;
            const { statusCode } = reply.raw;
            logger.info({
                requestId: request.id,
                caller: (0, _caller.callerOf)(request).name,
                method: request.method,
                path: request.routeOptions.url,
                ...aborted ? {} : {
                    status: statusCode
                },
                outcome: aborted ? 'aborted' : outcomeOf(statusCode, trace),
                aborted,
                durationMs: Math.round((_nodeperf_hooks.performance.now() - startedAt) * 10) / 10,
                bytes: socket.bytesWritten - writtenBefore,
                ...trace
            }, 'request');
        });
    });
};
const outcomeOf = (status, trace)=>{
    if (status >= 500) return 'failed';
    if (status >= 400) return 'refused';
    return trace !== undefined && trace.errorCodes.length > 0 ? 'errors' : 'ok';
};
