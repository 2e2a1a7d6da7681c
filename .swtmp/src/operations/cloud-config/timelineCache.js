"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "timelineCache", {
    enumerable: true,
    get: function() {
        return timelineCache;
    }
});
const timelineCache = {
    ttlMs: 5000,
    closedRange: {
        endParameter: 'EndTime',
        settlesAfterMs: 20 * 60_000,
        ttlMs: 3_600_000
    }
};
