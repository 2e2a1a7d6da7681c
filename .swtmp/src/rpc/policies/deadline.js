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
    get deadline () {
        return deadline;
    },
    get defaultReadMs () {
        return defaultReadMs;
    }
});
const _Waiter = require("../Waiter");
const _failures = require("../failures");
const defaultReadMs = 10_000;
function deadline({ clock, readMs = defaultReadMs, writeMs = 25_000 }) {
    return {
        execute: async (call, next)=>{
            if (call.shared) return next(call);
            const now = clock.now();
            const ours = now + (call.operation.kind === 'read' ? readMs : writeMs);
            const until = Math.min(ours, call.deadline ?? Infinity);
            if (until - now < _Waiter.shortestAttemptMs) {
                // A read is as late as one that was sent; of a write it counts that it was not.
                const kind = call.operation.kind === 'read' ? 'TIMEOUT' : 'NOT_SENT';
                throw (0, _failures.failureOf)(call.operation, {
                    kind,
                    detail: 'no time left to send it'
                });
            }
            return next({
                ...call,
                deadline: until
            });
        }
    };
}
