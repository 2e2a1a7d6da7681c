"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "parseConfigurationDiff", {
    enumerable: true,
    get: function() {
        return parseConfigurationDiff;
    }
});
const _parseJsonText = require("../json/parseJsonText");
const parseConfigurationDiff = (text)=>{
    if (text.trim() === '') return [];
    const properties = (0, _parseJsonText.parseJsonObject)(text);
    if (properties === null) return null;
    const differences = [];
    for (const [path, sides] of Object.entries(properties)){
        if (!Array.isArray(sides) || sides.length !== 2) return null;
        const [before, after] = sides;
        differences.push({
            path,
            kind: kindOf(before, after),
            before: before ?? null,
            after: after ?? null
        });
    }
    return differences;
};
const kindOf = (before, after)=>{
    const existed = before !== null;
    const exists = after !== null;
    if (existed === exists) return 'REPLACED';
    return exists ? 'ADDED' : 'REMOVED';
};
