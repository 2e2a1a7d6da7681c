"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "limitsOf", {
    enumerable: true,
    get: function() {
        return limitsOf;
    }
});
/** Only a window that is no longer is worth an even pace: anyone who stops a tenth recorder today must not wait for hours. */ const longestPacedSeconds = 60;
function limitsOf({ kind, quota }, share) {
    const { sharePercent, replicas, unknownReadsPerMinute, unknownWritesPerMinute } = share;
    const unknownCalls = kind === 'read' ? unknownReadsPerMinute : unknownWritesPerMinute;
    const { calls: all, windowSeconds } = quota === 'unknown' ? {
        calls: unknownCalls,
        windowSeconds: 60
    } : quota;
    const part = all * sharePercent / (100 * replicas);
    const calls = Math.max(1, Math.floor(part));
    const half = Math.max(1, Math.floor(all / replicas / 2));
    return {
        windowMs: windowSeconds * 1000 / Math.min(1, part),
        calls,
        atOnce: windowSeconds > longestPacedSeconds ? calls : Math.min(calls, half),
        counted: Math.max(calls, Math.floor(all / replicas))
    };
}
