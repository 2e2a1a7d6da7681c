"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "isNestedDeeper", {
    enumerable: true,
    get: function() {
        return isNestedDeeper;
    }
});
/** What a document nests by, and what may hold such characters without meaning them: strings and comments. */ const brackets = /"""(?:\\"""|[^])*?"""|"(?:\\.|[^"\\\n\r])*"|#[^\n\r]*|[{[(]|[)\]}]/g;
const isNestedDeeper = (document, mostLevels)=>{
    let depth = 0;
    for (const [token] of document.matchAll(brackets)){
        if ('{[('.includes(token)) depth += 1;
        else if (')]}'.includes(token)) depth -= 1;
        if (depth > mostLevels) return true;
    }
    return false;
};
