"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "SeenKeys", {
    enumerable: true,
    get: function() {
        return SeenKeys;
    }
});
const _lrucache = require("lru-cache");
/** So many keys are kept. */ const maxKeys = 20_000;
let SeenKeys = class SeenKeys {
    /** @param ttlMs how long a key that is not used is kept. */ constructor(clock, ttlMs){
        this.keys = new _lrucache.LRUCache({
            // By size: `max` would take the room for all of them at the start.
            maxSize: maxKeys,
            sizeCalculation: ()=>1,
            ttl: ttlMs,
            ttlResolution: 0,
            updateAgeOnGet: true,
            perf: {
                now: ()=>clock.now()
            }
        });
    }
    has(key) {
        return this.keys.get(key) ?? false;
    }
    note(key) {
        this.keys.set(key, true);
    }
    /** The upstream no longer has it. */ remove(key) {
        this.keys.delete(key);
    }
};
