"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "quota", {
    enumerable: true,
    get: function() {
        return quota;
    }
});
const _RpcError = require("../../errors/RpcError");
const _failures = require("../failures");
const _QuotaBucket = require("../quota/QuotaBucket");
const _limitsOf = require("../quota/limitsOf");
/** How often buckets are dropped that nothing was sent from for a window: a walk over a directory leaves one a member. */ const sweepEveryMs = 10_000;
function quota({ clock, ...share }) {
    const buckets = new Map();
    const limits = new Map();
    const sources = new WeakMap();
    let sourcesSeen = 0;
    let sweepAt = clock.now() + sweepEveryMs;
    function nameOf(source) {
        const name = sources.get(source) ?? `source ${sourcesSeen += 1}`;
        sources.set(source, name);
        return name;
    }
    /** One object for all buckets of an operation. */ function limitsFor(operation) {
        const known = limits.get(operation) ?? (0, _limitsOf.limitsOf)(operation, share);
        limits.set(operation, known);
        return known;
    }
    function bucketOf({ operation, parameters, accountId, credentials }) {
        sweep();
        const { product, action } = operation;
        // The endpoint's region is the same for all calls of a product; some take another by parameter.
        const key = [
            accountId ?? nameOf(credentials.standsFor ?? credentials),
            product.code,
            product.version,
            action,
            parameters.RegionId
        ].join(' ');
        const bucket = buckets.get(key) ?? new _QuotaBucket.QuotaBucket(clock, limitsFor(operation));
        buckets.set(key, bucket);
        return bucket;
    }
    function sweep() {
        const now = clock.now();
        if (now < sweepAt) return;
        sweepAt = now + sweepEveryMs;
        for (const [key, bucket] of buckets)if (bucket.isIdle()) buckets.delete(key);
    }
    return {
        get buckets () {
            return buckets.size;
        },
        execute: async (call, next)=>{
            const { operation } = call;
            const bucket = bucketOf(call);
            const admission = await bucket.enter(call);
            if (admission.kind === 'CANCELED') {
                throw (0, _failures.failureOf)(operation, {
                    kind: 'ABORTED',
                    detail: 'the caller went away before anything was sent'
                });
            }
            if (admission.kind === 'REFUSED') {
                const { retryAfterMs } = admission;
                throw (0, _failures.failureOf)(operation, {
                    kind: 'THROTTLING',
                    retryAfterMs,
                    detail: 'its quota is used up; nothing was sent'
                });
            }
            try {
                return await next(call);
            } catch (error) {
                if (error instanceof _RpcError.RpcError && error.kind === 'THROTTLING') bucket.throttled(admission.sentAt, error.retryAfterMs);
                throw error;
            } finally{
                bucket.end();
            }
        }
    };
}
