"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "retry", {
    enumerable: true,
    get: function() {
        return retry;
    }
});
const _RpcError = require("../../errors/RpcError");
const _Waiter = require("../Waiter");
const _failures = require("../failures");
/** Failures after which the same read may succeed. */ const transient = new Set([
    'NOT_SENT',
    'CONNECTION',
    'TIMEOUT',
    'SERVER',
    'THROTTLING'
]);
function retry(options) {
    const { clock, random, attempts = 3 } = options;
    const { baseDelayMs = 50, throttlingBaseDelayMs = 1000, maxDelayMs = 20_000 } = options;
    /** How long to wait before the next attempt, or undefined if there is to be none. */ function delayAfter(error, call, attempt) {
        const mayRetry = call.operation.kind === 'read' && attempt < attempts;
        if (!mayRetry || !(error instanceof _RpcError.RpcError) || !transient.has(error.kind)) return undefined;
        const hint = error.retryAfterMs ?? 0;
        const room = (0, _Waiter.latestSendAt)(call.shared ?? call) - clock.now();
        if (room <= 0 || hint > room) return undefined;
        const base = error.kind === 'THROTTLING' ? throttlingBaseDelayMs : baseDelayMs;
        return Math.max(hint, random() * Math.min(maxDelayMs, base * 2 ** (attempt - 1), room));
    }
    async function pause(delayMs, { shared, signal }, error) {
        const endsAt = clock.now() + delayMs;
        // Some of the waiters may have less time than the pause takes.
        if (error instanceof _RpcError.RpcError && error.kind === 'THROTTLING') shared?.pause({
            leftMs: ()=>endsAt - clock.now()
        });
        await clock.sleep(delayMs, signal);
        shared?.resume();
    }
    return {
        execute: async (call, next)=>{
            for(let attempt = 1;; attempt += 1){
                try {
                    return await next({
                        ...call,
                        attempt
                    });
                } catch (error) {
                    const delayMs = delayAfter(error, call, attempt);
                    if (delayMs === undefined) throw error;
                    await pause(delayMs, call, error);
                }
                if (call.signal?.aborted) {
                    throw (0, _failures.failureOf)(call.operation, {
                        kind: 'ABORTED',
                        detail: 'the caller went away'
                    });
                }
            }
        }
    };
}
