"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "QuotaBucket", {
    enumerable: true,
    get: function() {
        return QuotaBucket;
    }
});
const _Waiter = require("../Waiter");
const _FairQueue = require("./FairQueue");
const _SlidingWindow = require("./SlidingWindow");
let QuotaBucket = class QuotaBucket {
    constructor(clock, limits){
        this.clock = clock;
        /** None of those that wait has to be turned away before. */ this.firstUntil = Infinity;
        this.window = new _SlidingWindow.SlidingWindow(limits);
    }
    /** Waits for the call's turn. Refuses the call as soon as it is clear that its turn comes too late. */ enter(entrant) {
        const { shared } = entrant;
        const { caller, request, urgent, signal, deadline } = shared ?? entrant;
        if (signal?.aborted) return Promise.resolve({
            kind: 'CANCELED'
        });
        const now = this.clock.now();
        if (this.queue === undefined && this.window.nextAt(now) <= now) return Promise.resolve(this.admit(now));
        const until = shared ? Infinity : Math.max((0, _Waiter.latestSendAt)({
            deadline
        }), now);
        const place = {
            caller,
            request,
            urgent
        };
        if (this.turnOf(place, now) > until) return Promise.resolve(this.refusal(place, now));
        return new Promise((resolve)=>{
            const queued = {
                caller,
                request,
                urgent,
                shared,
                until,
                cameAt: now,
                settle: (admission)=>{
                    signal?.removeEventListener('abort', cancel);
                    shared?.resume();
                    resolve(admission);
                }
            };
            const cancel = ()=>{
                this.queue?.remove(queued);
                queued.settle({
                    kind: 'CANCELED'
                });
                this.setAlarm(this.clock.now());
            };
            this.queue ??= new _FairQueue.FairQueue();
            this.queue.add(queued);
            this.firstUntil = Math.min(this.firstUntil, until);
            signal?.addEventListener('abort', cancel);
            shared?.pause({
                join: (waiter)=>{
                    this.move(queued, waiter);
                },
                leftMs: ()=>{
                    const askedAt = this.clock.now();
                    return this.turnOf(queued, askedAt) - askedAt;
                }
            });
            this.serve();
        });
    }
    /** A call that was sent has ended. */ end() {
        this.window.end(this.clock.now());
        this.serve();
    }
    /** A call that was sent was refused for flow control; to be told before its end. */ throttled(sentAt, retryAfterMs) {
        this.window.throttled(this.clock.now(), {
            sentAt,
            retryAfterMs
        });
    }
    isIdle() {
        return this.queue === undefined && this.window.isIdle(this.clock.now());
    }
    turnOf(waiter, now) {
        return this.window.forecast(this.queue?.ahead(waiter) ?? 0, now);
    }
    refusal(waiter, now) {
        return {
            kind: 'REFUSED',
            retryAfterMs: Math.max(1, Math.ceil(this.turnOf(waiter, now) - now))
        };
    }
    /** Moves a queued call to the line of one of its waiters if its turn comes earlier there. */ move(queued, { caller, request, urgent }) {
        const { queue } = this;
        if (queue === undefined || queue.ahead({
            caller,
            request,
            urgent
        }) >= queue.ahead(queued)) return;
        queue.remove(queued);
        queue.add(Object.assign(queued, {
            caller,
            request,
            urgent
        }));
    }
    /** @param dueAt when it was due, at the latest now. */ admit(now, dueAt = now) {
        this.window.send(now, Math.min(dueAt, now));
        return {
            kind: 'ADMITTED',
            sentAt: now
        };
    }
    /**
   * Sends whatever may go now.
   *
   * @param dueAt when the first that waits was due, where anything has waited.
   */ serve(dueAt = this.alarm?.dueAt) {
        const now = this.clock.now();
        while(this.queue !== undefined && this.window.nextAt(now) <= now){
            const first = this.queue.take();
            if (first === undefined) break;
            first.settle(latestOf(first) < now ? this.refusal(first, now) : this.admit(now, dueAt));
        }
        this.setAlarm(now);
    }
    /** Turns away whose time is up. */ turnAway() {
        const now = this.clock.now();
        for (const late of [
            ...this.queue ?? []
        ].filter(({ until })=>until <= now)){
            this.queue?.remove(late);
            late.settle(this.refusal(late, now));
        }
        this.firstUntil = Infinity;
        for (const { until } of this.queue ?? [])this.firstUntil = Math.min(this.firstUntil, until);
    }
    setAlarm(now) {
        if (this.queue?.size === 0) this.queue = undefined;
        const dueAt = this.queue === undefined ? Infinity : this.window.nextAt(now);
        const at = this.queue === undefined ? Infinity : Math.min(dueAt, this.firstUntil);
        if (this.alarm?.at === at && this.alarm.dueAt === dueAt) return;
        // A reason of our own spares the costly default one.
        this.alarm?.off.abort('off');
        this.alarm = undefined;
        if (at === Infinity) return;
        const off = new AbortController();
        this.alarm = {
            at,
            dueAt,
            off
        };
        void this.clock.sleep(at - now, off.signal).then(()=>{
            if (off.signal.aborted) return;
            this.alarm = undefined;
            this.serve(dueAt);
            this.turnAway();
            this.setAlarm(this.clock.now());
        });
    }
};
/** The latest moment to send it. If it is shared, for the waiters of now. */ const latestOf = ({ until, shared, cameAt })=>shared ? Math.max((0, _Waiter.latestSendAt)(shared), cameAt) : until;
