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
    get parseJsonObject () {
        return parseJsonObject;
    },
    get parseJsonText () {
        return parseJsonText;
    }
});
const _parseJson = require("./parseJson");
/** How often a text is taken to be escaped, quoted or doubled before it is given up. */ const maxRepairs = 3;
const parseJsonText = (text)=>read(text, maxRepairs) ?? null;
const parseJsonObject = (text)=>{
    const value = parseJsonText(text);
    return isContainer(value) && !Array.isArray(value) ? value : null;
};
/** Returns undefined for what is no JSON. */ const read = (text, repairsLeft)=>{
    const value = parseStrictly(text);
    if (repairsLeft === 0) return value;
    // A JSON string that holds a whole object or list was quoted once too often.
    if (typeof value === 'string' && /^\s*["[{]/.test(value)) return readContainer(value, repairsLeft - 1) ?? value;
    if (value !== undefined) return value;
    for (const repaired of repairsOf(text)){
        const container = repaired === text ? undefined : readContainer(repaired, repairsLeft - 1);
        if (container !== undefined) return container;
    }
    return undefined;
};
const readContainer = (text, repairsLeft)=>{
    const value = read(text, repairsLeft);
    return isContainer(value) ? value : undefined;
};
const isContainer = (value)=>typeof value === 'object' && value !== null;
const parseStrictly = (text)=>{
    try {
        return (0, _parseJson.parseJson)(text);
    } catch  {
        return undefined;
    }
};
/** What the text may have been before it was spoiled, the likeliest first. */ const repairsOf = (text)=>[
        ...text.includes('\\"') ? [
            unescaped(text),
            text.replaceAll('\\"', '"')
        ] : [],
        ...text.includes('""') ? [
            text.replaceAll('""', '"'),
            withoutDoubledQuotes(text)
        ] : []
    ];
/** The text without one level of escapes. Returns the text itself if its quotes are not escaped throughout. */ const unescaped = (text)=>{
    const quotable = text.replaceAll(/\p{Cc}/gu, (control)=>JSON.stringify(control).slice(1, -1));
    const value = parseStrictly(`"${quotable}"`);
    return typeof value === 'string' ? value : text;
};
/** Doubled quotes that begin or end a text, beside quotes that are single and texts that are empty. */ const doubledQuotes = /(?<=[{[,:]\s*)""(?!\s*[,:}\]])|(?<![{[,:]\s*)""(?=\s*[,:}\]])/g;
const withoutDoubledQuotes = (text)=>text.replaceAll(doubledQuotes, '"');
