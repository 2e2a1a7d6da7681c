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
    get credentialsFor () {
        return credentialsFor;
    },
    get credentialsInTime () {
        return credentialsInTime;
    }
});
const _RpcError = require("../../errors/RpcError");
const _abort = require("../abort");
const _failures = require("../failures");
const _credentials = require("./credentials");
async function credentialsFor(call, limit) {
    const { operation, accountId, credentials, signal, maxAgeMs, onShared } = call;
    const { caller, request, urgent, deadline } = call.shared ?? call;
    const ask = {
        operation,
        accountId,
        caller,
        request,
        urgent,
        signal,
        deadline,
        maxAgeMs,
        onShared
    };
    try {
        return await (0, _abort.untilAborted)((0, _abort.untilAborted)(credentials.get(ask), limit), signal);
    } catch (error) {
        if (error instanceof _RpcError.RpcError) throw error;
        if (error instanceof _abort.CallerGone) {
            throw (0, _failures.failureOf)(operation, {
                kind: 'ABORTED',
                detail: 'the caller went away before anything was sent'
            });
        }
        if (error instanceof _abort.AttemptTimeout) {
            throw (0, _failures.failureOf)(operation, {
                kind: 'NOT_SENT',
                detail: 'no credentials in time'
            });
        }
        // Nothing of a foreign error is kept: it may hold the very keys.
        const detail = error instanceof _credentials.NoCredentials ? error.message : 'no credentials could be had';
        throw (0, _failures.failureOf)(operation, {
            kind: 'CREDENTIALS',
            detail
        });
    }
}
async function credentialsInTime(call, clock) {
    const over = new AbortController();
    const late = new AbortController();
    const leftMs = (call.deadline ?? Infinity) - clock.now();
    if (leftMs < Infinity) {
        void clock.sleep(leftMs, over.signal).then(()=>{
            if (!over.signal.aborted) late.abort(new _abort.AttemptTimeout(leftMs));
        });
    }
    try {
        return await credentialsFor(call, late.signal);
    } finally{
        over.abort('over');
    }
}
