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
    get defaultConnectionLimits () {
        return defaultConnectionLimits;
    },
    get toFastifyOptions () {
        return toFastifyOptions;
    },
    get watchConnections () {
        return watchConnections;
    }
});
const defaultConnectionLimits = {
    headersMs: 10_000,
    requestMs: 15_000,
    checkEveryMs: 2000,
    idleMs: 65_000,
    maxRequests: 1000,
    maxConnections: 2000
};
const toFastifyOptions = ({ headersMs, requestMs, checkEveryMs, idleMs, maxRequests })=>({
        requestTimeout: requestMs,
        keepAliveTimeout: idleMs,
        maxRequestsPerSocket: maxRequests,
        http: {
            headersTimeout: headersMs,
            connectionsCheckingInterval: checkEveryMs
        }
    });
const watchConnections = (server)=>{
    const open = new Set();
    server.on('connection', (socket)=>{
        open.add(socket);
        socket.once('close', ()=>open.delete(socket));
    });
    return ()=>{
        server.closeIdleConnections();
        for (const socket of open)if (socket.bytesRead === 0) socket.destroy();
    };
};
