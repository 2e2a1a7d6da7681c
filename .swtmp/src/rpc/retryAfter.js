"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "retryAfterMs", {
    enumerable: true,
    get: function() {
        return retryAfterMs;
    }
});
/** A longer hint is taken for a mistake. */ const longestHintMs = 3_600_000;
function parseWhole(text) {
    return typeof text === 'string' && /^\s*\d{1,10}\s*$/.test(text) ? Number(text) : undefined;
}
function retryAfterMs(headers) {
    const seconds = parseWhole(headers['retry-after']);
    const hints = [
        parseWhole(headers['x-acs-retry-after']),
        seconds === undefined ? undefined : seconds * 1000
    ];
    return hints.find((hint)=>hint !== undefined && hint <= longestHintMs);
}
