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
    get ExchangeError () {
        return ExchangeError;
    },
    get exchange () {
        return exchange;
    }
});
let ExchangeError = class ExchangeError extends Error {
    /**
   * @param sent false where certainly no byte of the request has left.
   * @param systemCode `ECONNRESET` and the like; `PROXY_407` where a proxy answered the tunnel with that status.
   * @param bytes the announced length of a body that is too large.
   */ constructor(end, sent, systemCode, bytes){
        super(`HTTP exchange ended: ${end}`), this.end = end, this.sent = sent, this.systemCode = systemCode, this.bytes = bytes, this.name = 'ExchangeError';
    }
};
/** undici's only word for a proxy that does not open the tunnel; its code says no more than that it gave up. */ const proxyRefusal = /^Proxy response \((\d{3})\)/;
/** An error's code where it is one of the system's, undici's or the HTTP parser's words, and nothing longer. */ function systemCodeOf(error) {
    const status = error instanceof Error ? proxyRefusal.exec(error.message)?.[1] : undefined;
    if (status !== undefined) return `PROXY_${status}`;
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : undefined;
}
/** The parser of HTTP could make nothing of what came. Its errors do not always have a code. */ const isParserError = (error, code)=>error.name === 'HTTPParserError' || code === 'UND_ERR_HEADERS_OVERFLOW';
function exchange(pool, request) {
    const { method, path, headers, body, maxBodyBytes, signal, onSent } = request;
    return new Promise((resolve, reject)=>{
        const chunks = [];
        let bytes = 0;
        let status = 0;
        let answerHeaders = {};
        let wire;
        let over;
        const finish = ()=>{
            signal?.removeEventListener('abort', abort);
        };
        /** Ends it from our side: at once if nothing is on a socket yet, else by way of undici, which closes it. */ const stop = (end, announcedBytes)=>{
            over ??= new ExchangeError(end, wire !== undefined, undefined, announcedBytes);
            finish();
            reject(over);
            wire?.abort(over);
        };
        const abort = ()=>{
            stop('ABORTED');
        };
        if (signal?.aborted) {
            abort();
            return;
        }
        signal?.addEventListener('abort', abort);
        pool.dispatch({
            method,
            path,
            headers,
            body
        }, {
            onRequestStart (controller) {
                // Given up while it waited for a socket, or offered a second time by the pool: neither is ever sent.
                if (over || wire) controller.abort(over ?? new ExchangeError('BROKEN', true));
                else {
                    wire = controller;
                    onSent?.();
                }
            },
            onResponseStart (_controller, statusCode, incoming) {
                status = statusCode;
                answerHeaders = incoming;
                const announced = Number(incoming['content-length']);
                if (announced > maxBodyBytes) stop('TOO_LARGE', announced);
            },
            onResponseData (_controller, chunk) {
                bytes += chunk.length;
                if (bytes > maxBodyBytes) stop('TOO_LARGE');
                else chunks.push(chunk);
            },
            onResponseEnd () {
                finish();
                resolve({
                    status,
                    headers: answerHeaders,
                    body: Buffer.concat(chunks, bytes)
                });
            },
            onResponseError (_controller, error) {
                finish();
                const code = systemCodeOf(error);
                const sent = wire !== undefined;
                reject(over ?? new ExchangeError(isParserError(error, code) ? 'NOT_HTTP' : 'BROKEN', sent, code));
            }
        });
    });
}
