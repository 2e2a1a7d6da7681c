"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "RoleSessions", {
    enumerable: true,
    get: function() {
        return RoleSessions;
    }
});
const _lrucache = require("lru-cache");
const _RpcError = require("../../errors/RpcError");
const _operations = require("../../operations");
const _SharedCall = require("../SharedCall");
/** With less than this part of its life left, a session is renewed behind the scenes, and with less than that awaited. */ const renewBelow = 0.2;
const awaitBelow = 0.05;
/** How long renewing one behind the scenes may take. */ const renewMs = 10_000;
let RoleSessions = class RoleSessions {
    constructor(options){
        this.options = options;
        this.entries = new _lrucache.LRUCache({
            max: options.max ?? 10_000
        });
    }
    /** @throws whatever opening it fails with, or what `SharedCall` rejects a waiter with whose time is too short. */ async get(roleArn, ask) {
        const { clock, lifetimeMs } = this.options;
        const entry = this.entryOf(roleArn);
        const { session, failure } = entry;
        const left = session === undefined ? 0 : (session.endsAt - clock.now()) / lifetimeMs(roleArn);
        if (session === undefined || left < awaitBelow) {
            throwRemembered(failure, ask, clock.now());
            return this.renew(roleArn, entry, ask);
        }
        const mayRenew = failure === undefined || clock.now() >= failure.until;
        if (left < renewBelow && mayRenew) {
            // Nobody waits for it: anyone who asked may go, and it is not urgent.
            this.renew(roleArn, entry, {
                caller: ask.caller,
                request: ask.request,
                deadline: clock.now() + renewMs
            }).catch(()=>{
            // The old session is still good, and some seconds later it is tried again.
            });
        }
        return session.credentials;
    }
    /** Forgets a session that the upstream refused, unless it has been renewed in the meantime. */ drop(roleArn, { accessKeyId }) {
        const entry = this.entries.get(roleArn);
        if (entry?.session?.credentials.accessKeyId === accessKeyId) entry.session = undefined;
    }
    entryOf(roleArn) {
        const entry = this.entries.get(roleArn) ?? {};
        this.entries.set(roleArn, entry);
        return entry;
    }
    renew(roleArn, entry, waiter) {
        entry.opening ??= this.start(roleArn, entry);
        return entry.opening.join(waiter);
    }
    start(roleArn, entry) {
        const { clock } = this.options;
        const over = ()=>{
            if (entry.opening === opening) entry.opening = undefined;
        };
        const opening = new _SharedCall.SharedCall({
            clock,
            operation: _operations.AssumeRole,
            begin: (shared)=>this.open(roleArn, entry, shared).finally(over),
            onAbandoned: over
        });
        return opening;
    }
    async open(roleArn, entry, shared) {
        const { clock, open, lifetimeMs, refusalKeptMs = 10_000 } = this.options;
        // By our own clock, and from before the call: the upstream's may differ, and the wall's may jump.
        const askedAt = clock.now();
        try {
            const credentials = await open(roleArn, shared);
            entry.session = {
                credentials,
                endsAt: askedAt + lifetimeMs(roleArn)
            };
            entry.failure = undefined;
            return credentials;
        } catch (error) {
            // That nobody waited for it any more says nothing of the role.
            if (!shared.signal.aborted) entry.failure = {
                error,
                askedAt,
                until: clock.now() + refusalKeptMs
            };
            throw error;
        }
    }
};
/** Repeats a refusal that is young enough, and says how old it is. */ function throwRemembered(failure, { maxAgeMs = Infinity, onShared }, now) {
    if (failure === undefined || !isRefusal(failure.error) || now >= failure.until) return;
    const ageMs = now - failure.askedAt;
    if (ageMs >= maxAgeMs) return;
    onShared?.({
        how: 'CACHED',
        ageMs
    });
    throw failure.error;
}
const isRefusal = (error)=>error instanceof _RpcError.RpcError && error.kind === 'CLIENT';
