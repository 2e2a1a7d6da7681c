"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "TimelineCounts", {
    enumerable: true,
    get: function() {
        return TimelineCounts;
    }
});
const _clock = require("../rpc/clock");
/** So long a judgement holds. */ const ttlMs = 3_600_000;
let TimelineCounts = class TimelineCounts {
    constructor(clock = _clock.systemClock){
        this.clock = clock;
    }
    /** How many calls may follow the one that reads a count, before it is known to be right or wrong. */ get callsToJudge() {
        const judgement = this.current();
        if (judgement === undefined) return 2;
        return judgement.right === null ? 0 : 1;
    }
    judge(count) {
        const judgement = this.current();
        if (judgement === undefined) return 'unknown';
        if (judgement.right === null) return 'wrong';
        // An upstream that counts up to some number reports that number for all that is longer.
        return count <= judgement.right ? 'right' : 'unknown';
    }
    get isExact() {
        return typeof this.current()?.right === 'number';
    }
    learnExact() {
        // Short lists come often; they must not keep an old judgement alive.
        if (!this.isExact) this.learnRight(0);
    }
    learnRight(count) {
        const { right = 0 } = this.current() ?? {};
        if (right !== null) this.judgement = {
            since: this.clock.now(),
            right: Math.max(right, count)
        };
    }
    learnWrong() {
        this.judgement = {
            since: this.clock.now(),
            right: null
        };
    }
    get probeInFlight() {
        return this.inFlight;
    }
    async probing(probe) {
        const settled = probe.then(()=>undefined, ()=>undefined);
        this.inFlight = settled;
        try {
            return await probe;
        } finally{
            if (this.inFlight === settled) this.inFlight = undefined;
        }
    }
    current() {
        const { judgement } = this;
        return judgement !== undefined && this.clock.now() - judgement.since < ttlMs ? judgement : undefined;
    }
};
