/** Parses JSON as `JSON.parse` does. Returns undefined if the text is not JSON. */ "use strict";
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
    get isJson () {
        return isJson;
    },
    get tryParseJson () {
        return tryParseJson;
    }
});
function tryParseJson(text) {
    try {
        return JSON.parse(text);
    } catch  {
        return undefined;
    }
}
const isJson = (text)=>tryParseJson(text) !== undefined;
