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
    get maxFruitlessPages () {
        return maxFruitlessPages;
    },
    get singlesOrSweep () {
        return singlesOrSweep;
    }
});
const _pageSize = require("../../pagination/pageSize");
const _inBatches = require("./inBatches");
const _sweeps = require("./sweeps");
/** So many keys at once are a page of something, and may be followed by more; fewer are looked up by themselves. */ const fewestOfPage = 10;
const maxFruitlessPages = 5;
const singlesOrSweep = (name, options)=>{
    const { list, lists, length, loadOne, sweep } = options;
    const spentBefore = lists.recentSingles(list);
    return (0, _inBatches.inBatches)(name, async (keys)=>{
        const isPage = keys.length >= fewestOfPage;
        const remembered = isPage ? await sweep(new Set(keys), {
            sharedOnly: true
        }) : nothingRead;
        const rest = remembered.isComplete ? [] : keys.filter((key)=>!remembered.found.has(key));
        const isRemembered = remembered.failure === undefined;
        const pagesOfList = Math.max(1, Math.ceil((length() ?? Infinity) / _pageSize.maxPageSize));
        const sweepCalls = Math.max(1, pagesOfList - remembered.pages);
        const spent = rest.length + (isPage ? spentBefore : 0);
        const isSwept = !isRemembered && rest.length > 0 && spent > sweepCalls;
        if (isSwept) lists.noteSweep(list);
        else if (!isRemembered) lists.noteSingles(list, rest.length);
        const paysByItself = rest.length > sweepCalls;
        const isWorthwhile = (pages, found)=>!paysByItself || pages < remembered.pages + found + maxFruitlessPages;
        const swept = isSwept ? sweep(new Set(rest), {
            sharedOnly: false,
            isWorthwhile
        }) : undefined;
        return keys.map(async (key)=>{
            const known = remembered.found.get(key);
            if (known !== undefined) return known;
            if (swept !== undefined) return (0, _sweeps.foundBy)(await swept, key, loadOne);
            return remembered.isComplete ? null : loadOne(key);
        });
    });
};
/** As if nothing is remembered. */ const nothingRead = {
    found: new Map(),
    pages: 0,
    isComplete: false,
    failure: new Error('Nothing is remembered.')
};
