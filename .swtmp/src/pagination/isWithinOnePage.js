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
    get isWithinOnePage () {
        return isWithinOnePage;
    },
    get recordsBefore () {
        return recordsBefore;
    },
    get upstreamPageOf () {
        return upstreamPageOf;
    }
});
const _TimelinePosition = require("./TimelinePosition");
const _cursor = require("./cursor");
const _pageSize = require("./pageSize");
const _readTimelinePage = require("./readTimelinePage");
const _readTokenPage = require("./readTokenPage");
const recordsBefore = (cursor)=>{
    if (cursor == null) return 0;
    const position = _readTokenPage.TokenPosition.safeParse(typeof cursor === 'string' ? (0, _cursor.positionIn)(cursor) : undefined);
    return position.success && position.data.restarted !== true ? position.data.given : undefined;
};
const upstreamPageOf = (cursor)=>{
    if (cursor == null) return undefined;
    const position = _readTokenPage.TokenPosition.safeParse(typeof cursor === 'string' ? (0, _cursor.positionIn)(cursor) : undefined);
    const isOfList = position.success && position.data.restarted !== true && position.data.size === _pageSize.maxPageSize;
    return isOfList ? position.data.token : cursor;
};
const isWithinOnePage = (cursor, first)=>{
    const position = typeof cursor === 'string' ? (0, _cursor.positionIn)(cursor) : undefined;
    const inList = _readTokenPage.TokenPosition.safeParse(position);
    if (inList.success) return inList.data.restarted !== true && inList.data.offset + first < inList.data.size;
    const inTimeline = _TimelinePosition.TimelinePosition.safeParse(position);
    if (!inTimeline.success) return false;
    const { given, below, request } = inTimeline.data;
    return below === undefined && request === undefined && first + given.length <= _readTimelinePage.maxPageOfOneCall;
};
