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
    get readAccountId () {
        return readAccountId;
    },
    get readEpochMs () {
        return readEpochMs;
    },
    get readFlag () {
        return readFlag;
    },
    get readIntegerWithin () {
        return readIntegerWithin;
    },
    get readIsoTime () {
        return readIsoTime;
    },
    get readJsonText () {
        return readJsonText;
    },
    get readText () {
        return readText;
    }
});
/** How single values of an answer are read: tolerant in form. Undefined is what is none. */ /** The last instant that a JavaScript Date can hold. */ const lastInstantMs = 8.64e15;
function readText(value) {
    if (typeof value === 'string') return value;
    // Ids that samples print as text arrive as numbers too.
    return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}
function readFlag(value) {
    switch(typeof value === 'string' ? value.trim().toLowerCase() : value){
        case true:
        case 'true':
        case 1:
        case '1':
            return true;
        case false:
        case 'false':
        case 0:
        case '0':
            return false;
        default:
            return undefined;
    }
}
function readInteger(value) {
    const number = typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
    return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}
function readIntegerWithin(value, min, max) {
    const number = readInteger(value);
    return number !== undefined && number >= min && number <= max ? number : undefined;
}
function readAccountId(value) {
    const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
    return typeof text === 'string' && /^\d{1,32}$/.test(text) ? text : undefined;
}
/** A moment in ISO 8601. The times of these APIs are UTC: if the zone is missing, UTC is added, lest local time be read. */ function readIsoText(value) {
    if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(value)) return undefined;
    const text = value.replace(' ', 'T');
    const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`;
    return Number.isNaN(Date.parse(zoned)) ? undefined : zoned;
}
function readEpochMs(value) {
    const isoText = readIsoText(value);
    return isoText === undefined ? readIntegerWithin(value, -lastInstantMs, lastInstantMs) : Date.parse(isoText);
}
/** Fewer milliseconds than this, which is in 1973, are a count of seconds or no time at all. */ const leastEpochMs = 1e11;
function readIsoTime(value) {
    const ms = readIntegerWithin(value, leastEpochMs, lastInstantMs);
    return ms === undefined ? readIsoText(value) : new Date(ms).toISOString();
}
function readJsonText(value) {
    if (typeof value === 'string') return value;
    try {
        return JSON.stringify(value);
    } catch  {
        // Nested deeper than the stack.
        return undefined;
    }
}
