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
    get readGlobalId () {
        return readGlobalId;
    },
    get toGlobalId () {
        return toGlobalId;
    }
});
const _tryParseJson = require("../../src/json/tryParseJson");
const toGlobalId = (typeName, ...key)=>Buffer.from(JSON.stringify([
        typeName,
        ...key
    ])).toString('base64url');
const readGlobalId = (id)=>{
    const parts = (0, _tryParseJson.tryParseJson)(Buffer.from(id, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length < 2 || !parts.every((part)=>typeof part === 'string')) return undefined;
    const [typeName, ...key] = parts;
    return {
        typeName,
        key
    };
};
