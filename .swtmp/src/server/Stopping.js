"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
function _export(target, all) {
    for(var name in all)Object.defineProperty(target, name, {
        enumerable: true,
        get: Object.getOwnPropertyDescriptor(all, name).get
    });
}
_export(exports, {
    get Stopping () {
        return Stopping;
    },
    get defaultStopTimes () {
        return defaultStopTimes;
    }
});
const defaultStopTimes = {
    drainMs: 5000,
    stopMs: 25_000
};
/** How long before the end of a stop calls in flight are ended, so that clients still get their answers. Milliseconds. */ const lastAnswersMs = 500;
let Stopping = class Stopping {
    constructor(clock, times){
        this.clock = clock;
        this.times = times;
        this.requests = new Set();
        this.over = new AbortController();
        this.began = false;
    }
    /** Whether the stop has begun: the gateway is not ready, and begins no mutation. */ get isStopping() {
        return this.began;
    }
    /** Aborted shortly before the end of the stop: then a write on the wire has to end with an unknown outcome. */ get signal() {
        return this.over.signal;
    }
    /** A signal for the reads of one request. Aborted when its client goes away without an answer, and with {@link signal}. */ signalOf({ raw }) {
        const controller = new AbortController();
        this.requests.add(controller);
        raw.once('close', ()=>{
            this.requests.delete(controller);
            if (!raw.writableFinished) controller.abort();
        });
        if (this.over.signal.aborted) controller.abort();
        return controller.signal;
    }
    /**
   * Stops: accepts requests while it drains, then closes the listener and waits for requests in flight. Their calls end
   * shortly before the time is over, their connections with it.
   *
   * @param drain whether new requests are accepted for a while. If not, that time is left to requests in flight.
   */ async run({ close, closeAll }, drain) {
        this.began = true;
        const { clock } = this;
        const drainMs = drain ? Math.min(this.times.drainMs, this.times.stopMs) : 0;
        if (drainMs > 0) await clock.sleep(drainMs);
        const leftMs = this.times.stopMs - drainMs;
        const closed = new AbortController();
        void this.endAfter(leftMs, closeAll, closed.signal);
        await close();
        closed.abort();
    }
    async endAfter(leftMs, closeAll, closed) {
        const callsMs = Math.max(0, leftMs - lastAnswersMs);
        if (!await this.sleepUnless(closed, callsMs)) return;
        this.over.abort();
        for (const request of this.requests)request.abort();
        if (await this.sleepUnless(closed, leftMs - callsMs)) closeAll();
    }
    /** Whether so much time has passed before the signal was aborted. */ async sleepUnless(signal, ms) {
        await this.clock.sleep(ms, signal);
        return !signal.aborted;
    }
};
