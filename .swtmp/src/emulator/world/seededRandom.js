"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "seededRandom", {
    enumerable: true,
    get: function() {
        return seededRandom;
    }
});
const _nodecrypto = require("node:crypto");
function seededRandom(seed) {
    let state = (0, _nodecrypto.createHash)('sha256').update(seed).digest().readUInt32BE();
    return ()=>{
        state = state + 0x6d2b79f5 | 0;
        let mixed = Math.imul(state ^ state >>> 15, state | 1);
        mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
        return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
    };
}
