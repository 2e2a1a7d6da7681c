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
    get Quotas () {
        return Quotas;
    },
    get throttled () {
        return throttled;
    }
});
const _Refusal = require("./Refusal");
const _gatewayErrors = require("./gatewayErrors");
let Quotas = class Quotas {
    constructor(clock){
        this.clock = clock;
        /** Times of the accepted calls that are still in the window, oldest first, by account and operation. */ this.accepted = new Map();
    }
    /** Counts a call. @throws Refusal `Throttling.User` that tells in `x-acs-retry-after` how many ms to wait. */ count(accountId, { product, action, quota }) {
        if (quota === 'unknown') return;
        const now = this.clock();
        const windowMs = quota.windowSeconds * 1000;
        const bucket = `${accountId} ${product.code} ${product.version} ${action}`;
        const times = (this.accepted.get(bucket) ?? []).filter((time)=>time > now - windowMs);
        this.accepted.set(bucket, times);
        const oldest = times[0];
        if (times.length >= quota.calls && oldest !== undefined) throw throttled(oldest + windowMs - now);
        times.push(now);
    }
    clear() {
        this.accepted.clear();
    }
};
function throttled(retryAfterMs) {
    const { status, message } = _gatewayErrors.gatewayErrors['Throttling.User'];
    const headers = {};
    if (retryAfterMs !== undefined) headers['x-acs-retry-after'] = String(Math.ceil(retryAfterMs));
    return new _Refusal.Refusal('Throttling.User', status, message, headers);
}
