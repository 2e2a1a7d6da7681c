"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "FairQueue", {
    enumerable: true,
    get: function() {
        return FairQueue;
    }
});
/** First in, first out. */ let Fifo = class Fifo {
    get size() {
        return this.items.size;
    }
    add(item) {
        this.items.add(item);
    }
    remove(item) {
        return this.items.delete(item);
    }
    take() {
        for (const item of this.items){
            this.items.delete(item);
            return item;
        }
        return undefined;
    }
    ahead(item) {
        let ahead = 0;
        for (const each of this.items){
            if (each === item) break;
            ahead += 1;
        }
        return ahead;
    }
    [Symbol.iterator]() {
        return this.items.values();
    }
    constructor(){
        this.items = new Set();
    }
};
/** Lines that take turns: the first line has the next turn, and goes behind the others. */ let RoundRobin = class RoundRobin {
    constructor(keyOf, createLine){
        this.keyOf = keyOf;
        this.createLine = createLine;
        this.lines = new Map();
        this.size = 0;
    }
    add(item) {
        const key = this.keyOf(item);
        const line = this.lines.get(key) ?? this.createLine();
        this.lines.set(key, line);
        line.add(item);
        this.size += 1;
    }
    remove(item) {
        const key = this.keyOf(item);
        const line = this.lines.get(key);
        if (!line?.remove(item)) return false;
        if (line.size === 0) this.lines.delete(key);
        this.size -= 1;
        return true;
    }
    take() {
        for (const [key, line] of this.lines){
            const item = line.take();
            this.size -= 1;
            this.lines.delete(key);
            if (line.size > 0) this.lines.set(key, line);
            return item;
        }
        return undefined;
    }
    ahead(item) {
        const key = this.keyOf(item);
        const own = this.lines.get(key)?.ahead(item) ?? 0;
        let ahead = own;
        let turns = own + 1;
        for (const [other, line] of this.lines){
            // Those behind its own line have one turn less before its own.
            if (other === key) turns = own;
            else ahead += Math.min(line.size, turns);
        }
        return ahead;
    }
    *[Symbol.iterator]() {
        for (const line of this.lines.values())yield* line;
    }
};
/** Callers take turns, and so do the requests of each. */ const createRounds = ()=>new RoundRobin(({ caller = '' })=>caller, ()=>new RoundRobin(({ request = '' })=>request, ()=>new Fifo()));
let FairQueue = class FairQueue {
    get size() {
        return this.urgent.size + this.others.size;
    }
    add(item) {
        this.roundOf(item).add(item);
    }
    /** @returns false where it does not wait (any more). */ remove(item) {
        return this.roundOf(item).remove(item);
    }
    /** Takes whose turn it is. */ take() {
        return this.urgent.take() ?? this.others.take();
    }
    /** How many go before it, if nothing is added after it; where it does not wait (yet): were it added now. */ ahead(item) {
        return item.urgent ? this.urgent.ahead(item) : this.urgent.size + this.others.ahead(item);
    }
    /** All that wait, in no order of turns. */ *[Symbol.iterator]() {
        yield* this.urgent;
        yield* this.others;
    }
    roundOf({ urgent = false }) {
        return urgent ? this.urgent : this.others;
    }
    constructor(){
        this.urgent = createRounds();
        this.others = createRounds();
    }
};
