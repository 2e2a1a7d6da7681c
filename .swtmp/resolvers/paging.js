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
    get connectNumbered () {
        return connectNumbered;
    },
    get connectTokens () {
        return connectTokens;
    }
});
const _cursor = require("../src/pagination/cursor");
const _pageSize = require("../src/pagination/pageSize");
const _readNumberedPage = require("../src/pagination/readNumberedPage");
const _readTokenPage = require("../src/pagination/readTokenPage");
const _toConnection = require("../src/pagination/toConnection");
const _every = require("./every");
const connectNumbered = async ({ field, page: { first, after }, args, matches, keyOf, toNode }, fetch)=>{
    const size = (0, _pageSize.parsePageSize)(first);
    const cursors = (0, _cursor.bindCursors)(field, args, _readNumberedPage.NumberedPosition);
    const position = after == null ? undefined : cursors.decode(after);
    const page = await (0, _readNumberedPage.readNumberedPage)({
        first: size,
        position,
        matches,
        keyOf
    }, fetch);
    return (0, _toConnection.toConnection)(page, cursors, after, toNode);
};
const connectTokens = async ({ operation, field, page: { first, after }, args, isSeen, matches, keyOf, toNode }, fetch)=>{
    const size = (0, _pageSize.parsePageSize)(first);
    const cursors = (0, _cursor.bindCursors)(field, args, _readTokenPage.TokenPosition);
    const position = after == null ? undefined : cursors.decode(after);
    const tests = (0, _every.every)([
        isSeen,
        matches
    ]);
    const page = await (0, _readTokenPage.readTokenPage)({
        operation,
        first: size,
        position,
        matches: tests,
        keyOf
    }, fetch);
    return (0, _toConnection.toConnection)(page, cursors, after, toNode);
};
