"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "cacheTtlMs", {
    enumerable: true,
    get: function() {
        return cacheTtlMs;
    }
});
const cacheTtlMs = async ({ cache }, parameters, now)=>{
    if (cache === undefined) return 0;
    const { ttlMs, closedRange } = cache;
    const end = closedRange && parameters[closedRange.endParameter];
    if (closedRange === undefined || end === undefined) return ttlMs;
    return Number(end) + closedRange.settlesAfterMs < await now() ? closedRange.ttlMs : ttlMs;
};
