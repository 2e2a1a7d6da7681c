"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "CallLog", {
    enumerable: true,
    get: function() {
        return CallLog;
    }
});
const _shorten = require("../json/shorten");
const kept = 100_000;
const maxNameLength = 128;
const nameOf = (text)=>text === undefined ? null : (0, _shorten.shorten)(text, maxNameLength, '');
let CallLog = class CallLog {
    /** @param actions those that `byAction` counts; others a client might make up without end. */ constructor(actions){
        this.actions = actions;
        this.calls = [];
        this.counts = new Map();
        this.count = 0;
    }
    /** How many requests arrived since the start or the last `clear`. */ get total() {
        return this.count;
    }
    /** How many of them named each action. */ get byAction() {
        return Object.fromEntries(this.counts);
    }
    /** The calls, oldest first. */ all() {
        return this.calls.slice(-kept).map((call)=>({
                ...call
            }));
    }
    /** The calls of one action, oldest first; of one version where versions of a product share it, and one is named. */ of(action, version) {
        return this.calls.filter((call)=>call.action === action && (version ?? call.version) === call.version).map((call)=>({
                ...call
            }));
    }
    /** Everything that was changed in the world, in order. */ effects() {
        return this.calls.flatMap(({ effect })=>effect ?? []);
    }
    /** Notes a request that has just arrived; its entry is visible from now on. */ open(time, requestId) {
        const call = {
            time,
            product: null,
            version: null,
            action: null,
            accountId: null,
            callerId: null,
            status: null,
            code: null,
            requestId,
            effect: null
        };
        this.count += 1;
        this.calls.push(call);
        // Cut rarely, so that a full log costs no copy for each call.
        if (this.calls.length >= 2 * kept) this.calls = this.calls.slice(-kept);
        return call;
    }
    /** Notes what a request asks for, known or not. */ name(call, version, action) {
        call.version = nameOf(version);
        call.action = nameOf(action);
        if (action !== undefined && this.actions.has(action)) this.counts.set(action, (this.counts.get(action) ?? 0) + 1);
    }
    clear() {
        this.calls = [];
        this.counts = new Map();
        this.count = 0;
    }
};
