"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "NonceMemory", {
    enumerable: true,
    get: function() {
        return NonceMemory;
    }
});
const _nodecrypto = require("node:crypto");
const _lrucache = require("lru-cache");
let NonceMemory = class NonceMemory {
    constructor(wallClock, keptMs = 30 * 60_000, capacity = 250_000){
        this.used = new _lrucache.LRUCache({
            // Unlike `max`, it reserves no memory: an emulator of a test sees few nonces.
            maxSize: capacity,
            sizeCalculation: ()=>1,
            ttl: keptMs,
            ttlResolution: 0,
            // A start of 0 means none to the cache, and the clock of a test may say 0.
            perf: {
                now: ()=>wallClock() + 1
            }
        });
    }
    /** Notes a nonce. False if the key has used it before. */ use(accessKeyId, nonce) {
        const entry = JSON.stringify([
            accessKeyId,
            nonce.length > 128 ? digestOf(nonce) : nonce
        ]);
        if (this.used.has(entry)) return false;
        this.used.set(entry, true);
        return true;
    }
    clear() {
        this.used.clear();
    }
};
/** Long nonces are kept as a digest, so that no client can fill the memory. */ const digestOf = (nonce)=>(0, _nodecrypto.createHash)('sha256').update(nonce).digest('base64');
