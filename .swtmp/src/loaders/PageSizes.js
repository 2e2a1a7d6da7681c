"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "PageSizes", {
    enumerable: true,
    get: function() {
        return PageSizes;
    }
});
const _lrucache = require("lru-cache");
const _clock = require("../rpc/clock");
/** Lists whose records are that large are few; the least used ones are forgotten. */ const maxLists = 1000;
/** Records may become smaller again: then larger pages save calls. */ const ttlMs = 3_600_000;
let PageSizes = class PageSizes {
    constructor(clock = _clock.systemClock){
        this.sizes = new _lrucache.LRUCache({
            max: maxLists,
            ttl: ttlMs,
            ttlResolution: 0,
            perf: {
                now: ()=>clock.now()
            }
        });
    }
    /** Undefined if full pages are not known to be too large. */ sizeOf(list) {
        return this.sizes.get(list);
    }
    learnSize(list, size) {
        this.sizes.set(list, size);
    }
};
