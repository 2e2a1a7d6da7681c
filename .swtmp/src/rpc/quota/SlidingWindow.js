/** How many calls one gateway may send in a window of time. Whole numbers, each at least 1. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "SlidingWindow", {
    enumerable: true,
    get: function() {
        return SlidingWindow;
    }
});
/** What a refusal for flow control makes of the limits. */ const throttledFactor = 0.7;
/** How much of the documented limits comes back with every window. */ const recoveryPerWindow = 0.1;
let SlidingWindow = class SlidingWindow {
    constructor(limits){
        this.limits = limits;
        /** When calls were sent that are still in the window, oldest first; behind them, when the next ones may be. */ this.times = [];
        /** When each of these was due; earlier than it was sent where a timer was late. */ this.due = [];
        this.sent = 0;
        /** When calls ended that the upstream may still count, oldest first. */ this.ends = [];
        this.onWire = 0;
        this.pausedUntil = -Infinity;
        this.learned = {
            share: 1,
            at: -Infinity
        };
    }
    /** When a call may be sent, `now` at the earliest; Infinity: not before one on the wire has ended. */ nextAt(now) {
        this.forget(now);
        return Math.max(this.slot(this.sent, now), this.roomAt(now));
    }
    /** When a call may be sent that so many others go before, as far as can be told now: rather too early. */ forecast(ahead, now) {
        this.forget(now);
        while(this.times.length <= this.sent + ahead)this.plan(this.slot(this.times.length, now));
        const roomAt = this.roomAt(now);
        // Where all are on the wire, the first to end does so now at the earliest.
        return Math.max(now, this.times[this.sent + ahead] ?? now, roomAt === Infinity ? now + this.limits.windowMs : roomAt);
    }
    /**
   * A call is being sent.
   *
   * @param dueAt when it, or one before it that waited, could have been sent: a call that waits for its turn is sent by a
   *   timer, and timers are late. Default: now.
   */ send(now, dueAt = now) {
        this.forgetForecast();
        const evenGap = this.limits.windowMs / this.scaled(this.limits.calls, now);
        // What is caught up keeps the pace, too: then no more of it goes at once than may anyway.
        const behindLast = this.paced(this.sent, now) ?? (this.due[this.sent - 1] ?? -Infinity) + evenGap;
        const latest = now - (this.scaled(this.limits.atOnce, now) - 1) * evenGap;
        this.plan(now, Math.min(now, Math.max(behindLast, dueAt, latest)));
        this.sent += 1;
        this.onWire += 1;
    }
    /** A call that was sent has ended, whatever became of it. */ end(now) {
        this.onWire -= 1;
        this.ends.push(now);
    }
    /** The upstream refused a call for flow control. */ throttled(now, { sentAt, retryAfterMs = 0 }) {
        this.forgetForecast();
        this.pausedUntil = Math.max(this.pausedUntil, now + retryAfterMs);
        // What was sent before the last cut says nothing about the limits since.
        if (sentAt > this.learned.at) this.learned = {
            share: this.share(now) * throttledFactor,
            at: now
        };
    }
    /** Whether it may be forgotten: a new one in its place would say the same. */ isIdle(now) {
        this.forget(now);
        const isEmpty = this.sent === 0 && this.onWire === 0 && this.ends.length === 0;
        return isEmpty && now >= this.pausedUntil && this.share(now) === 1;
    }
    /** What is left of the limits, more than 0, at most 1. */ share(now) {
        const { share, at } = this.learned;
        return share === 1 ? 1 : Math.min(1, share + recoveryPerWindow * (now - at) / this.limits.windowMs);
    }
    scaled(limit, now) {
        // 0.7 and a tenth are a little less than 0.8 here.
        return Math.max(1, Math.floor(limit * this.share(now) + 1e-9));
    }
    /** When the upstream can no more have counted all that it may; Infinity: not before a call on the wire has ended. */ roomAt(now) {
        if (this.onWire + this.ends.length < this.scaled(this.limits.counted, now)) return now;
        return (this.ends[0] ?? Infinity) + this.limits.windowMs;
    }
    /** When the call behind the first `count` times may be sent. */ slot(count, now) {
        const last = this.times[count - 1] ?? -Infinity;
        return Math.max(now, this.pausedUntil, last, this.paced(count, now) ?? -Infinity);
    }
    /** When the call behind the first `count` times is due by the pace; undefined if it may go as it comes. */ paced(count, now) {
        const { times, limits } = this;
        const atOnce = this.scaled(limits.atOnce, now);
        const last = this.due[count - 1];
        if (last === undefined || count < atOnce) return undefined;
        const burstAt = (times[count - atOnce] ?? -Infinity) + limits.windowMs;
        if (burstAt <= Math.max(now, this.pausedUntil)) return undefined;
        const calls = this.scaled(limits.calls, now);
        let gap = 0;
        // The call that is `steps` behind the last one needs the one that is `calls` before it to have left the window: by
        // when that was sent, not when it was due, so that catching up overdraws nothing.
        for(let steps = Math.max(1, calls - count + 1); steps <= calls; steps += 1){
            const leaves = (times[count - 1 + steps - calls] ?? -Infinity) + limits.windowMs;
            gap = Math.max(gap, (leaves - last) / steps);
        }
        return Math.min(burstAt, last + gap);
    }
    plan(at, due = at) {
        this.times.push(at);
        this.due.push(due);
    }
    /** Drops what has left the window; by the very sum that tells when it will have. */ forget(now) {
        const { times, ends, limits } = this;
        while(this.sent > 0 && (times[0] ?? Infinity) + limits.windowMs <= now){
            times.shift();
            this.due.shift();
            this.sent -= 1;
        }
        while((ends[0] ?? Infinity) + limits.windowMs <= now)ends.shift();
    }
    forgetForecast() {
        this.times.length = this.sent;
        this.due.length = this.sent;
    }
};
