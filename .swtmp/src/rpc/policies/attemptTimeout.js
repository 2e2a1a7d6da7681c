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
    get attemptTimeout () {
        return attemptTimeout;
    },
    get defaultReadAttemptMs () {
        return defaultReadAttemptMs;
    },
    get defaultWriteAttemptMs () {
        return defaultWriteAttemptMs;
    }
});
const _abort = require("../abort");
const _http = require("../http");
const defaultReadAttemptMs = 3000;
const defaultWriteAttemptMs = 10_000;
function attemptTimeout({ clock, connectMs = _http.defaultConnectTimeoutMs, readMs = defaultReadAttemptMs, writeMs = defaultWriteAttemptMs }) {
    return {
        execute: async (call, next)=>{
            const isRead = call.operation.kind === 'read';
            const leftMs = ()=>isRead ? (call.deadline ?? Infinity) - clock.now() : Infinity;
            const attempt = new AbortController();
            let phase = new AbortController();
            /** Bounds what begins now, in place of what was before. */ const limit = (ms)=>{
                const timeoutMs = Math.min(ms, leftMs());
                // A reason of our own spares the costly default one.
                phase.abort('over');
                const current = new AbortController();
                phase = current;
                void clock.sleep(timeoutMs, current.signal).then(()=>{
                    if (!current.signal.aborted) attempt.abort(new _abort.AttemptTimeout(timeoutMs));
                });
            };
            // Reads are ended by the signal of their request.
            const signal = isRead ? call.signal : call.end;
            const leave = ()=>{
                if (signal) attempt.abort((0, _abort.reasonOf)(signal));
            };
            if (signal?.aborted) leave();
            signal?.addEventListener('abort', leave);
            limit(connectMs);
            const onSent = ()=>{
                limit(isRead ? readMs : writeMs);
            };
            try {
                return await next({
                    ...call,
                    attemptSignal: attempt.signal,
                    onSent
                });
            } finally{
                phase.abort('over');
                signal?.removeEventListener('abort', leave);
            }
        }
    };
}
