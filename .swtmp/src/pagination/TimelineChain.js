"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "TimelineChain", {
    enumerable: true,
    get: function() {
        return TimelineChain;
    }
});
const _TimelineOrder = require("./TimelineOrder");
let TimelineChain = class TimelineChain {
    constructor(range, next){
        this.range = range;
        this.next = next;
        this.order = new _TimelineOrder.TimelineOrder();
        this.tokens = new Set();
        /** How many pages came, and how many of them were not empty. */ this.pages = 0;
        this.filledPages = 0;
        /** How many changes it listed, how many of them from outside the window, and how many on the last page. */ this.listed = 0;
        this.surplus = 0;
        this.lastLength = 0;
        /** Whether the last page that was not empty was full. */ this.wasFull = false;
        /** Whether it listed a change of the last millisecond of its range. */ this.reachesEnd = false;
    }
};
