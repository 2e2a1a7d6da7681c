"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "SharedCall", {
    enumerable: true,
    get: function() {
        return SharedCall;
    }
});
const _Waiter = require("./Waiter");
const _failures = require("./failures");
let SharedCall = class SharedCall {
    constructor(options){
        this.options = options;
        this.waiters = new Set();
        this.abandoned = new AbortController();
        this.isSettled = false;
    }
    /** @throws RpcError of kind THROTTLING, TIMEOUT or ABORTED for this waiter alone, or the failure of the call. */ join({ caller, request, urgent, signal, deadline = Infinity }) {
        return new Promise((resolve, reject)=>{
            const over = new AbortController();
            const end = ()=>{
                // A reason of our own spares the costly default one.
                over.abort('over');
                signal?.removeEventListener('abort', cancel);
                this.waiters.delete(waiter);
            };
            const waiter = {
                caller,
                request,
                urgent,
                deadline,
                leave: (reason)=>{
                    end();
                    reject(reason);
                    if (this.waiters.size === 0) this.abandon();
                }
            };
            const cancel = ()=>{
                waiter.leave(this.failure({
                    kind: 'ABORTED',
                    detail: 'the caller went away'
                }));
            };
            this.waiters.add(waiter);
            signal?.addEventListener('abort', cancel);
            if (signal?.aborted) {
                cancel();
                return;
            }
            this.current?.join?.(waiter);
            this.response ??= this.begin();
            this.response.then(resolve, reject).finally(end);
            void this.watch(waiter, over.signal);
        });
    }
    /** The name of the first waiter. */ get caller() {
        return this.first?.caller;
    }
    get request() {
        return this.first?.request;
    }
    get urgent() {
        return this.first?.urgent;
    }
    /** Aborted when all waiters have left. */ get signal() {
        return this.abandoned.signal;
    }
    /** The latest deadline of those that wait now. Others may join. */ get deadline() {
        return Math.max(...[
            ...this.waiters
        ].map(({ deadline })=>deadline));
    }
    /** Reports that the call stands still. Rejects the waiters whose deadline leaves no time for sending it afterwards. */ pause(pause) {
        this.current = pause;
        for (const waiter of this.waiters)pause.join?.(waiter);
        for (const waiter of this.waiters)this.rejectIfTooLate(waiter);
    }
    /** Reports that the call goes on. */ resume() {
        this.current = undefined;
    }
    get first() {
        const [first] = this.waiters;
        return first;
    }
    begin() {
        const response = this.options.begin(this);
        const settle = ()=>{
            this.isSettled = true;
        };
        response.then(settle, settle);
        return response;
    }
    abandon() {
        if (this.isSettled || this.signal.aborted) return;
        this.options.onAbandoned();
        this.abandoned.abort('nobody waits for it any more');
    }
    /** Rejects the waiter when its time is up. */ async watch(waiter, over) {
        const { clock } = this.options;
        for (const moment of [
            clock.now(),
            (0, _Waiter.latestSendAt)(waiter),
            waiter.deadline
        ]){
            const leftMs = moment - clock.now();
            if (leftMs > 0) await clock.sleep(leftMs, over);
            this.rejectIfTooLate(waiter);
            if (!this.waiters.has(waiter)) return;
        }
        waiter.leave(this.failure({
            kind: 'TIMEOUT',
            detail: 'no complete answer in time'
        }));
    }
    rejectIfTooLate(waiter) {
        const leftMs = this.current?.leftMs() ?? 0;
        const isInTime = leftMs <= 0 || this.options.clock.now() + leftMs <= (0, _Waiter.latestSendAt)(waiter);
        if (isInTime || !this.waiters.has(waiter)) return;
        const retryAfterMs = Math.ceil(leftMs);
        waiter.leave(this.failure({
            kind: 'THROTTLING',
            retryAfterMs,
            detail: 'its turn comes too late'
        }));
    }
    failure(failure) {
        return (0, _failures.failureOf)(this.options.operation, failure);
    }
};
