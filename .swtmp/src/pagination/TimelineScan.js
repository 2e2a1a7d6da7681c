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
    get TimelineScan () {
        return TimelineScan;
    },
    get isWithin () {
        return isWithin;
    }
});
const isWithin = ({ from, to }, { CaptureTime })=>CaptureTime >= from && CaptureTime < to;
let TimelineScan = class TimelineScan {
    constructor(kind, window, position){
        this.kind = kind;
        this.window = window;
        this.known = new Map();
        this.start = position ?? {
            at: window.to,
            given: []
        };
        this.given = new Set(this.start.given);
        this.lowest = this.start.at;
    }
    /** Every change captured later than this is known. */ get floor() {
        return this.lowest;
    }
    get isComplete() {
        return this.lowest < this.window.from;
    }
    /** How many changes were found, those below the floor included. */ get size() {
        return this.known.size;
    }
    /** Whether something was found that does not count yet. */ get hasPending() {
        return this.changes().length < this.known.size;
    }
    /** Takes in one upstream page. @returns the changes of it that are new. */ add(records) {
        const added = [];
        for (const record of records){
            const change = {
                record,
                capturedAt: record.CaptureTime,
                fingerprint: this.kind.contentOf(record)
            };
            const key = `${change.capturedAt} ${change.fingerprint}`;
            if (!this.isWanted(change) || this.known.has(key)) continue;
            this.known.set(key, change);
            added.push(change);
        }
        if (added.length > 0) this.sorted = undefined;
        return added;
    }
    /** Notes that every change later than `time` is known. */ lower(time) {
        if (time >= this.lowest) return;
        this.lowest = time;
        this.sorted = undefined;
    }
    /** Takes back what was noted: the upstream does not list in the order that it was taken for. */ raise() {
        this.lowest = this.start.at;
        this.sorted = undefined;
    }
    /** What is known down to the floor, newest first. */ changes() {
        this.sorted ??= [
            ...this.known.values()
        ].filter(({ capturedAt })=>capturedAt >= this.lowest).sort((a, b)=>b.capturedAt - a.capturedAt);
        return this.sorted;
    }
    /** How many changes of one millisecond a query would bring again. */ countAt(time) {
        const before = time === this.start.at ? this.given.size : 0;
        return before + this.changes().filter(({ capturedAt })=>capturedAt === time).length;
    }
    /** Where to go on behind the change at `index` of {@link changes}; -1: behind none of them. */ resumeAfter(index) {
        const changes = this.changes();
        const at = changes[index + 1]?.capturedAt ?? (this.isComplete ? changes[index]?.capturedAt : this.lowest);
        if (at === undefined) return this.start;
        const before = at === this.start.at ? this.start.given : [];
        const given = changes.slice(0, index + 1).filter(({ capturedAt })=>capturedAt === at);
        return {
            at,
            given: [
                ...before,
                ...given.map(({ fingerprint })=>fingerprint)
            ]
        };
    }
    isWanted({ record, capturedAt, fingerprint }) {
        if (!isWithin(this.window, record) || capturedAt > this.start.at) return false;
        if (capturedAt < this.start.at || this.given.size === 0) return true;
        const former = this.kind.formerContentOf?.(record);
        return !this.given.has(fingerprint) && (former === undefined || !this.given.has(former));
    }
};
