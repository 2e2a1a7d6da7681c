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
    get foundBy () {
        return foundBy;
    },
    get sweepNumbered () {
        return sweepNumbered;
    },
    get sweepTokens () {
        return sweepTokens;
    }
});
const _LostToken = require("../../pagination/LostToken");
const _pageSize = require("../../pagination/pageSize");
const _readWholeList = require("../../pagination/readWholeList");
const foundBy = async ({ found, isComplete, failure }, key, loadOne)=>{
    const record = found.get(key);
    if (record !== undefined) return record;
    if (failure !== undefined) throw failure;
    return isComplete ? null : loadOne(key);
};
const sweepNumbered = async (load, keyOf, wanted)=>{
    const found = new Map();
    const distinct = new Set();
    const counts = new Set();
    for(let pages = 1;; pages += 1){
        const page = await orFailure(load({
            PageNumber: pages,
            PageSize: _pageSize.maxPageSize
        }));
        if (page instanceof Error) return {
            found,
            pages: pages - 1,
            isComplete: false,
            failure: page
        };
        const { records, totalCount } = page;
        counts.add(totalCount);
        for (const record of records){
            distinct.add(keyOf(record));
            if (wanted.has(keyOf(record))) found.set(keyOf(record), record);
        }
        const isCounted = totalCount !== undefined && totalCount >= distinct.size;
        const isLast = records.length === 0 || isCounted && pages * _pageSize.maxPageSize >= totalCount;
        if (isLast) return {
            found,
            pages,
            isComplete: counts.size === 1 && totalCount === distinct.size
        };
        if (found.size === wanted.size) return {
            found,
            pages,
            isComplete: false
        };
    }
};
const sweepTokens = async (load, { wanted, learnLength, isWorthwhile = ()=>true, ...list })=>{
    const found = new Map();
    const distinct = new Set();
    let pages = 0;
    try {
        for await (const records of (0, _readWholeList.readWholeList)(list, load)){
            pages += 1;
            for (const record of records){
                distinct.add(list.keyOf(record));
                if (wanted.has(list.keyOf(record))) found.set(list.keyOf(record), record);
            }
            if (found.size === wanted.size || !isWorthwhile(pages, found.size)) return {
                found,
                pages,
                isComplete: false
            };
        }
        learnLength(distinct.size);
        return {
            found,
            pages,
            isComplete: false
        };
    } catch (error) {
        if (error instanceof _LostToken.LostToken) return {
            found,
            pages,
            isComplete: false
        };
        return {
            found,
            pages,
            isComplete: false,
            failure: toError(error)
        };
    }
};
const orFailure = async (answer)=>{
    try {
        return await answer;
    } catch (error) {
        return toError(error);
    }
};
const toError = (error)=>error instanceof Error ? error : new Error('A page could not be read.', {
        cause: error
    });
