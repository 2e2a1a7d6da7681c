"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "CallerRates", {
    enumerable: true,
    get: function() {
        return CallerRates;
    }
});
const _ratelimiterflexible = require("rate-limiter-flexible");
const _UserError = require("../../errors/UserError");
const _explanations = require("../../errors/explanations");
let CallerRates = class CallerRates {
    constructor({ requestsPerMinute, upstreamCallsPerMinute }){
        this.requests = new Rate(requestsPerMinute, {
            en: `A caller may send at most ${requestsPerMinute} requests a minute. CALLER_REQUESTS_PER_MINUTE raises the limit.`,
            zh: `每个调用方每分钟最多可发送 ${requestsPerMinute} 个请求。运维人员可通过 CALLER_REQUESTS_PER_MINUTE 提高上限。`
        });
        this.calls = new Rate(upstreamCallsPerMinute, {
            en: `The documents of a caller may cost at most ${upstreamCallsPerMinute} upstream calls a minute. CALLER_UPSTREAM_CALLS_PER_MINUTE raises the limit.`,
            zh: `每个调用方的文档每分钟最多可产生 ${upstreamCallsPerMinute} 次上游调用。运维人员可通过 CALLER_UPSTREAM_CALLS_PER_MINUTE 提高上限。`
        });
    }
    /** Counts a request. @throws UserError RATE_LIMITED. */ takeRequest(caller) {
        return this.requests.take(caller, 1);
    }
    /** Counts upstream calls before they are made. @throws UserError RATE_LIMITED. */ takeCalls(caller, calls) {
        return this.calls.take(caller, calls);
    }
    /** Gives back calls that were counted and not made. */ giveBackCalls(caller, calls) {
        return this.calls.giveBack(caller, calls);
    }
};
const windowSeconds = 60;
/** One rate of every caller. */ let Rate = class Rate {
    /** @param most in a minute. 0 for any number. */ constructor(most, explanation){
        this.most = most;
        this.explanation = explanation;
        if (most > 0) this.limiter = new _ratelimiterflexible.RateLimiterMemory({
            points: most,
            duration: windowSeconds
        });
    }
    /** More than the whole rate counts as the whole. */ async take(caller, count) {
        try {
            await this.limiter?.consume(caller, Math.min(count, this.most));
        } catch (error) {
            if (!(error instanceof _ratelimiterflexible.RateLimiterRes)) throw error;
            throw new _UserError.UserError('RATE_LIMITED', (0, _explanations.adviseRetry)(this.explanation), undefined, true, undefined, Math.max(1, error.msBeforeNext));
        }
    }
    async giveBack(caller, count) {
        if (count > 0) await this.limiter?.reward(caller, count);
    }
};
