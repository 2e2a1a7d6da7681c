"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "startEmulator", {
    enumerable: true,
    get: function() {
        return startEmulator;
    }
});
const _nodecrypto = require("node:crypto");
const _nodeevents = require("node:events");
const _nodehttp = require("node:http");
const _promises = require("node:timers/promises");
const _loopback = require("../process/loopback");
const _Cloud = require("./Cloud");
const _control = require("./control");
const _gatewayErrors = require("./gatewayErrors");
const _handlers = require("./handlers");
const _reply = require("./reply");
const _rpc = require("./rpc");
const _socket = require("./socket");
const _createWorld = require("./world/createWorld");
/** Long enough for a GET with a token and a list in its query. */ const maxHeaderBytes = 64 * 1024;
async function startEmulator(options) {
    const host = options.host ?? '127.0.0.1';
    const wallClock = options.wallClock ?? Date.now;
    const { world = 'demo' } = options;
    const cloud = new _Cloud.Cloud({
        createWorld: typeof world === 'function' ? world : ()=>(0, _createWorld.createWorld)(world, {
                wallClock,
                accounts: options.accounts
            }),
        handlers: options.handlers ?? _handlers.handlers,
        quotas: options.quotas ?? true,
        readings: options.readings ?? {},
        wallClock,
        random: options.random ?? Math.random,
        sleep: options.sleep ?? ((ms, signal)=>(0, _promises.setTimeout)(ms, undefined, {
                signal
            })),
        onBug: options.onBug ?? printBug
    });
    const closing = new AbortController();
    // However many requests a fault holds back, each waits no longer than it takes: that is no leak to warn of.
    (0, _nodeevents.setMaxListeners)(0, closing.signal);
    const server = (0, _nodehttp.createServer)({
        maxHeaderSize: maxHeaderBytes,
        requireHostHeader: false
    });
    const listener = (request, response)=>{
        answer(request, cloud, closing.signal, options.onControl).then((reply)=>{
            (0, _socket.send)(reply, response);
        }, ()=>{
            // Only a client that went away, or a stop of the emulator, ends here: nobody is left to answer.
            response.destroy();
        });
    };
    server.on('request', listener);
    server.on('checkExpectation', listener);
    server.on('clientError', answerUnreadable);
    const port = await listen(server, options.port ?? 0, host);
    return {
        url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
        port,
        get world () {
            return cloud.world;
        },
        calls: cloud.calls,
        faults: cloud.faults,
        readings: cloud.readings,
        reset () {
            cloud.reset();
        },
        async close () {
            closing.abort();
            const closed = new Promise((resolve)=>{
                server.close(()=>{
                    resolve();
                });
            });
            server.closeAllConnections();
            await closed;
        }
    };
}
function listen(server, port, host) {
    return new Promise((resolve, reject)=>{
        server.once('error', reject);
        server.listen(port, host, ()=>{
            server.off('error', reject);
            resolve(server.address().port);
        });
    });
}
async function answer(request, cloud, closing, onControl) {
    const { headers, socket } = request;
    const method = request.method ?? '';
    const [path, query] = splitOnce(request.url ?? '/', '?');
    if (path === _control.controlPath || path.startsWith(`${_control.controlPath}/`)) {
        const mayControl = (0, _loopback.isLoopbackAddress)(socket.remoteAddress) && (0, _loopback.isLoopbackHost)(headers.host) && (0, _loopback.isLoopbackOrigin)(headers.origin);
        const body = await (0, _socket.readBody)(request, _control.maxControlBytes);
        if (!mayControl) return (0, _control.forbiddenControl)();
        const reply = (0, _control.answerControl)({
            method,
            path,
            body
        }, cloud);
        if (method !== 'GET') onControl?.();
        return reply;
    }
    const body = await (0, _socket.readBody)(request, _rpc.maxBodyBytes);
    const form = isForm(headers['content-type']) ? body : new Uint8Array();
    return (0, _rpc.answerRpc)({
        method,
        path,
        query,
        body: body && form,
        host: hostOf(request)
    }, cloud, closing);
}
function splitOnce(text, separator) {
    const at = text.indexOf(separator);
    return at < 0 ? [
        text,
        ''
    ] : [
        text.slice(0, at),
        text.slice(at + 1)
    ];
}
/** Bodies of other types hold no parameters; one without a type is taken for a form. */ const isForm = (contentType)=>contentType === undefined || /^\s*application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType);
/** The host that was called, as error bodies name it: without port. */ const hostOf = ({ headers, socket })=>(headers.host ?? socket.localAddress ?? '').replace(/:\d{1,5}$/, '');
/** Bytes that are not HTTP still get an answer that a client can read. */ function answerUnreadable(error, socket) {
    if (!socket.writable || error.code === 'ECONNRESET') {
        socket.destroy();
        return;
    }
    const tooLarge = error.code === 'HPE_HEADER_OVERFLOW';
    const refusal = tooLarge ? (0, _gatewayErrors.refuse)('RequestTooLarge', String(maxHeaderBytes)) : (0, _gatewayErrors.refuse)('InvalidParameter', 'the request is not HTTP');
    const requestId = (0, _nodecrypto.randomUUID)().toUpperCase();
    const context = {
        requestId,
        host: socket.localAddress ?? '',
        format: 'JSON',
        product: undefined
    };
    const { status, headers, body } = (0, _reply.errorReply)(refusal, context);
    const head = Object.entries({
        ...headers,
        'content-length': String(Buffer.byteLength(body)),
        connection: 'close'
    });
    const lines = head.map(([name, value])=>`${name}: ${value}\r\n`).join('');
    socket.end(`HTTP/1.1 ${status} ${tooLarge ? 'Content Too Large' : 'Bad Request'}\r\n${lines}\r\n${body}`);
}
function printBug(error) {
    process.stderr.write(`A mistake in the emulator: ${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
}
