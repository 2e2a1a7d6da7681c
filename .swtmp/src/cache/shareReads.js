"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "shareReads", {
    enumerable: true,
    get: function() {
        return shareReads;
    }
});
const _RpcError = require("../errors/RpcError");
const _SharedCall = require("../rpc/SharedCall");
const _Waiter = require("../rpc/Waiter");
const _credentials = require("../rpc/credentials/credentials");
const _credentialsFor = require("../rpc/credentials/credentialsFor");
const _failures = require("../rpc/failures");
const _deadline = require("../rpc/policies/deadline");
const _cacheTtl = require("./cacheTtl");
/** How long the upstream's refusal of a read is repeated: long enough for one page's worth of questions. */ const refusalTtlMs = 5000;
/** How long a caller without a deadline waits for credentials. */ const credentialsMs = 10_000;
const shareReads = ({ clock, cache, now, readMs = _deadline.defaultReadMs })=>{
    const inFlight = new Map();
    const forget = ()=>{
        cache?.clear();
        // Anyone who waits for them still gets their answers; nobody joins them, and they are not kept.
        inFlight.clear();
    };
    const write = async (call, next)=>{
        call.admit?.(call.operation);
        forget();
        try {
            return await next(call);
        } finally{
            forget();
        }
    };
    const start = (key, call, next)=>{
        const askedAt = clock.now();
        const settle = async (outcome)=>{
            // An upstream that cannot tell the time costs a cache entry, and no answer.
            const ttlMs = outcome && cache ? await ttlOf(outcome, call, now).catch(()=>0) : 0;
            if (inFlight.get(key) !== shared) return;
            inFlight.delete(key);
            if (outcome) cache?.remember(key, outcome, askedAt, ttlMs);
        };
        const shared = new _SharedCall.SharedCall({
            clock,
            operation: call.operation,
            begin: (own)=>{
                const answer = next({
                    ...call,
                    shared: own,
                    signal: own.signal,
                    deadline: undefined
                });
                void answer.then((value)=>settle({
                        answer: value
                    }), (error)=>settle(error instanceof _RpcError.RpcError ? {
                        error
                    } : undefined));
                return answer;
            },
            onAbandoned: ()=>{
                if (inFlight.get(key) === shared) inFlight.delete(key);
            }
        });
        inFlight.set(key, shared);
        return shared;
    };
    return {
        forget,
        execute: async (call, next)=>{
            if (call.operation.kind === 'write') return write(call, next);
            if (call.shared) return next(call);
            const key = await keyOf(call, clock);
            const { maxAgeMs = Infinity } = call;
            const remembered = cache?.get(key);
            if (remembered && remembered.ageMs < maxAgeMs) {
                call.onShared?.({
                    how: 'CACHED',
                    ageMs: remembered.ageMs
                });
                return valueOf(remembered.outcome);
            }
            const waiter = {
                ...call,
                deadline: Math.min(clock.now() + readMs, call.deadline ?? Infinity)
            };
            const shared = maxAgeMs > 0 ? inFlight.get(key) : undefined;
            if (shared) {
                call.onShared?.({
                    how: 'COALESCED'
                });
                return shared.join(waiter);
            }
            if (call.sharedOnly) throw (0, _failures.failureOf)(call.operation, {
                kind: 'NOT_SENT',
                detail: 'nothing is remembered of it'
            });
            // Nobody would take the answer: the policies below say so, and nothing is sent.
            if (waiter.deadline - clock.now() < _Waiter.shortestAttemptMs) return next(call);
            call.admit?.(call.operation);
            return start(key, call, next).join(waiter);
        }
    };
};
/** What makes two reads the same. It begins with who asks. */ const keyOf = async (call, clock)=>{
    const { operation, accountId = '', parameters, deadline = clock.now() + credentialsMs } = call;
    const credentials = await (0, _credentialsFor.credentialsInTime)({
        ...call,
        deadline
    }, clock);
    const { code, version } = operation.product;
    const sorted = Object.entries(parameters).sort(([a], [b])=>a < b ? -1 : 1);
    return JSON.stringify([
        (0, _credentials.principalOf)(credentials),
        accountId,
        code,
        version,
        operation.action,
        sorted
    ]);
};
/** Refusals are remembered briefly; what may be otherwise at the next attempt is not. */ const ttlOf = async (outcome, call, now)=>{
    const ttlMs = await (0, _cacheTtl.cacheTtlMs)(call.operation, call.parameters, now);
    if ('answer' in outcome) return ttlMs;
    const { kind, documented } = outcome.error;
    return kind === 'CLIENT' && documented !== undefined ? Math.min(ttlMs, refusalTtlMs) : 0;
};
const valueOf = (outcome)=>{
    if ('error' in outcome) throw outcome.error;
    return outcome.answer;
};
