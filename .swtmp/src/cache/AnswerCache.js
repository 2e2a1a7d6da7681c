"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "AnswerCache", {
    enumerable: true,
    get: function() {
        return AnswerCache;
    }
});
const _lrucache = require("lru-cache");
/** Heap bytes for each character of an answer's JSON text: 1.1 to 2.7 were measured, on pages of each kind. */ const bytesPerCharacter = 3;
/** What an entry costs besides its text: keys, list nodes, the smallest object. */ const bytesPerEntry = 500;
/** So often, at most, what is too old is let go of; nobody but the next who asks for it would, otherwise. */ const purgeEveryMs = 5000;
let AnswerCache = class AnswerCache {
    /** @param maxBytes of heap, about. */ constructor(maxBytes, clock){
        this.clock = clock;
        this.purgeAt = clock.now() + purgeEveryMs;
        this.entries = new _lrucache.LRUCache({
            maxSize: maxBytes,
            ttlResolution: 0,
            perf: {
                now: ()=>clock.now()
            },
            sizeCalculation: ({ outcome }, key)=>bytesPerEntry + bytesPerCharacter * (key.length + ('answer' in outcome ? sizeOf(outcome.answer) : 0))
        });
    }
    get(key) {
        const entry = this.entries.get(key);
        return entry && {
            outcome: entry.outcome,
            ageMs: this.clock.now() - entry.askedAt
        };
    }
    /**
   * @param askedAt when the call was made, by the clock: an answer is as old as its question.
   * @param ttlMs counted from then.
   */ remember(key, outcome, askedAt, ttlMs) {
        const now = this.clock.now();
        if (now >= this.purgeAt) {
            this.entries.purgeStale();
            this.purgeAt = now + purgeEveryMs;
        }
        const left = askedAt + ttlMs - now;
        if (left > 0) this.entries.set(key, {
            outcome,
            askedAt
        }, {
            ttl: left
        });
    }
    clear() {
        this.entries.clear();
    }
    /** Bytes in use, about. */ get bytes() {
        return this.entries.calculatedSize;
    }
};
const sizeOf = (answer)=>JSON.stringify(answer).length;
