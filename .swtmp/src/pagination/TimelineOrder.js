/** Whether a newer change is listed behind an older one. */ "use strict";
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
    get TimelineOrder () {
        return TimelineOrder;
    },
    get rises () {
        return rises;
    }
});
const rises = (times)=>times.some((time, index)=>time > (times[index - 1] ?? Infinity));
let TimelineOrder = class TimelineOrder {
    /** The oldest capture time so far; Infinity at first. */ get oldestSeen() {
        return this.oldest;
    }
    /** The capture time of all changes so far; undefined if there are none or several. */ get onlyTime() {
        return this.oldest === this.newest ? this.oldest : undefined;
    }
    /** The newest capture time so far if the oldest change comes first; -Infinity if not. */ get newestIfRising() {
        return this.rises && !this.falls ? this.newest : -Infinity;
    }
    /** Undefined if the pages so far fit either order. */ get isNewestFirst() {
        if (this.rises) return false;
        return this.falls ? true : undefined;
    }
    /**
   * Takes in one page.
   *
   * @param times of all its changes, as listed.
   * @param newest of those that no earlier page had: an upstream that counts by offset repeats changes after an insertion.
   */ observe(times, newest) {
        for (const [index, time] of times.entries()){
            const before = times[index - 1];
            if (before !== undefined && time > before) this.rises = true;
            if (before !== undefined && time < before) this.falls = true;
        }
        if (newest !== undefined && newest > this.oldest) this.rises = true;
        if (newest !== undefined && newest < this.oldest && this.oldest !== Infinity) this.falls = true;
        this.oldest = Math.min(this.oldest, ...times);
        this.newest = Math.max(this.newest, ...times);
    }
    constructor(){
        this.oldest = Infinity;
        this.newest = -Infinity;
        this.falls = false;
        this.rises = false;
    }
};
