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
    get applyDiff () {
        return applyDiff;
    },
    get endOfTie () {
        return endOfTie;
    },
    get firstAtOrAfter () {
        return firstAtOrAfter;
    },
    get startOfTie () {
        return startOfTie;
    }
});
const _jsonObject = require("../../json/jsonObject");
const _tryParseJson = require("../../json/tryParseJson");
function startOfTie(history, position, floor) {
    const [change] = history.slice(position, position + 1);
    return change ? Math.max(floor, history.between(change.capturedAt, change.capturedAt).from) : position;
}
function endOfTie(history, position, ceiling) {
    const [change] = position > 0 ? history.slice(position - 1, position) : [];
    return change ? Math.min(ceiling, history.between(change.capturedAt, change.capturedAt).to) : position;
}
function firstAtOrAfter(length, timeAt, time) {
    let low = 0;
    let high = length;
    while(low < high){
        const middle = low + high >>> 1;
        if (timeAt(middle) < time) low = middle + 1;
        else high = middle;
    }
    return low;
}
function applyDiff(configuration, diff) {
    for (const [name, pair] of Object.entries(parseObject(diff))){
        if (!Array.isArray(pair) || pair.length !== 2) continue;
        const after = pair[1];
        if (after === null) configuration.delete(name);
        else configuration.set(name, after);
    }
}
function parseObject(text = '') {
    const value = (0, _tryParseJson.tryParseJson)(text);
    return (0, _jsonObject.isJsonObject)(value) ? value : {};
}
