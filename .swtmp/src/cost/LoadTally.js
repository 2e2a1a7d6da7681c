"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "LoadTally", {
    enumerable: true,
    get: function() {
        return LoadTally;
    }
});
const _singlesOrSweep = require("../loaders/batch/singlesOrSweep");
const _pageSize = require("../pagination/pageSize");
let LoadTally = class LoadTally {
    constructor(known){
        this.known = known;
        this.groups = new Map();
    }
    add({ operation, args, calls, keys, orList, moments }) {
        const group = this.groupOf(operation, args);
        group.calls = Math.max(group.calls, calls);
        const source = keys.named === undefined ? sourceOf(group, keys) : addNamed(group.named, keys.named, orList);
        if (keys.named === undefined) {
            source.count = Math.max(source.count, keys.count);
            if (orList === undefined) source.singles = source.count;
            else source.batched = source.count;
        }
        source.moments = Math.max(source.moments, moments);
        source.orList ??= orList;
        return group;
    }
    /** How many calls all loads come to at most. */ total() {
        let total = 0;
        for (const groups of this.groups.values())for (const group of groups.values())total += this.callsOf(group);
        return total;
    }
    /** How many calls the loads of one group come to at most. */ callsOf({ calls, named, sources }) {
        let keys = this.readsOf(named);
        const inLists = new Map();
        let swept = 0;
        for (const source of sources.values()){
            const reads = this.readsOf(source);
            if (source.list === undefined) {
                keys += reads;
                continue;
            }
            inLists.set(source.list, (inLists.get(source.list) ?? 0) + reads);
            if (reads > source.count && source.orList !== undefined) swept = this.pagesOf(source.orList) ?? Infinity;
        }
        for (const [list, reads] of inLists)keys += Math.min(reads, (this.known.lengthOf(list) ?? Infinity) + swept);
        return calls * keys;
    }
    /** How many calls the keys of a source come to, were there one for each key or page. */ readsOf({ singles, batched, count, moments, orList }) {
        if (orList === undefined || batched === 0) return count;
        const spent = this.known.singlesBefore(orList, batched);
        const isCounted = orList.paging?.total !== undefined;
        // What a list without a count does not bring is read by its key.
        const besidesKeys = isCounted ? 0 : _singlesOrSweep.maxFruitlessPages;
        const pages = this.pagesOf(orList);
        if (pages === undefined) {
            // Unless its length becomes known, a list is not read; and then only if that takes fewer calls.
            const canBeRead = this.known.lengthFrom(orList).some((operation)=>this.groups.has(operation));
            return canBeRead && singles + spent > 0 ? singles + Math.max(count, batched + spent) - 1 + besidesKeys : count;
        }
        // The last page that is counted is not read on purpose: it is empty, or stands for a record that the list omits.
        const isRead = batched + spent > pages - 1;
        if (!isRead) return count;
        const byPage = isCounted ? Math.min(batched, moments * pages) : batched + moments * Math.min(pages - 1, besidesKeys);
        return singles + (spent === 0 ? byPage : moments === 1 ? Math.max(byPage, pages) : byPage + pages);
    }
    pagesOf(list) {
        const length = this.known.lengthOf(list);
        return length === undefined ? undefined : Math.max(1, Math.ceil(length / _pageSize.maxPageSize)) + 1;
    }
    groupOf(operation, args) {
        let groups = this.groups.get(operation);
        if (groups === undefined) this.groups.set(operation, groups = new Map());
        let group = groups.get(args);
        if (group === undefined) groups.set(args, group = emptyGroup());
        return group;
    }
};
const empty = ()=>({
        singles: 0,
        batched: 0,
        count: 0,
        moments: 0,
        orList: undefined
    });
const emptyGroup = ()=>({
        calls: 0,
        named: {
            ...empty(),
            singleKeys: new Set(),
            batchedKeys: new Set()
        },
        sources: new Map()
    });
const sourceOf = ({ sources }, { source, list })=>{
    let found = sources.get(source);
    if (found === undefined) sources.set(source, found = {
        ...empty(),
        list
    });
    return found;
};
const addNamed = (named, keys, orList)=>{
    const { singleKeys, batchedKeys } = named;
    const [into, other] = orList === undefined ? [
        singleKeys,
        batchedKeys
    ] : [
        batchedKeys,
        singleKeys
    ];
    for (const key of keys){
        if (into.has(key)) continue;
        into.add(key);
        if (!other.has(key)) named.count += 1;
    }
    named.singles = singleKeys.size;
    named.batched = batchedKeys.size;
    return named;
};
