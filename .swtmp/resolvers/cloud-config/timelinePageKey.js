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
    get endingNow () {
        return endingNow;
    },
    get parseTimelinePage () {
        return parseTimelinePage;
    },
    get timelinePageCosts () {
        return timelinePageCosts;
    }
});
const _parseDuration = require("../../src/changes/parseDuration");
const _UserError = require("../../src/errors/UserError");
const _TimelinePosition = require("../../src/pagination/TimelinePosition");
const _cursor = require("../../src/pagination/cursor");
const _pageSize = require("../../src/pagination/pageSize");
const _readTimelinePage = require("../../src/pagination/readTimelinePage");
const _currentAccount = require("../currentAccount");
/** Ends of ranges that nobody named lie so far apart. */ const endStepMs = 10_000;
/** What the upstream, too, takes for a window that nobody named. */ const defaultWindowMs = 30 * 24 * 60 * 60_000;
const timelinePageCosts = (list)=>({
        list,
        isReadInPieces: true,
        peeksFrom: _readTimelinePage.maxPageOfOneCall + 1
    });
const parseTimelinePage = async (field, { accountId: owner, region, resourceType, resourceId }, { between, first, after }, others, context)=>{
    const size = (0, _pageSize.parsePageSize)(first);
    const accountId = await (0, _currentAccount.accountOrCurrent)(context, owner, [
        'resource',
        'accountId'
    ]);
    const resource = {
        accountId,
        region,
        resourceType,
        resourceId
    };
    const last = between?.last == null ? undefined : parseLast(between.last, between.from);
    const range = [
        between?.from ?? null,
        between?.to ?? null,
        ...last === undefined ? [] : [
            last
        ]
    ];
    const cursors = (0, _cursor.bindCursors)(field, [
        resource,
        range,
        ...others
    ], _TimelinePosition.TimelinePosition);
    const position = after == null ? undefined : cursors.decode(after);
    const { from, to } = position ?? await parseRange(between, last, context);
    return {
        resource,
        from,
        to,
        first: size,
        position,
        cursors
    };
};
const parseRange = async (between, last, context)=>{
    const to = between?.to?.getTime() ?? endingNow(await context.now());
    const from = last === undefined ? between?.from?.getTime() ?? to - defaultWindowMs : (0, _parseDuration.momentBefore)(to, last);
    if (Number.isNaN(from)) throw (0, _UserError.badInput)([
        'between',
        'last'
    ], expectedDuration, between?.last);
    if (from >= to) {
        const end = new Date(to).toISOString();
        throw (0, _UserError.badInput)([
            'between',
            'from'
        ], {
            en: `before between.to (${end})`,
            zh: `早于 between.to（${end}）的时间`
        }, new Date(from).toISOString());
    }
    return {
        from,
        to
    };
};
const expectedDuration = {
    en: 'an ISO 8601 duration such as P7D, PT12H or P1M',
    zh: ' ISO 8601 时长，例如 P7D、PT12H 或 P1M'
};
/** @throws UserError BAD_USER_INPUT for what is no duration, and beside `from`. */ const parseLast = (last, from)=>{
    const duration = (0, _parseDuration.parseDuration)(last);
    if (duration === undefined) throw (0, _UserError.badInput)([
        'between',
        'last'
    ], expectedDuration, last);
    if (from == null) return duration;
    throw new _UserError.UserError('BAD_USER_INPUT', {
        en: 'between must have from or last, but got both: last counts back from to, or from now.',
        zh: 'between 应只包含 from 或 last 之一，但同时收到两者：last 从 to（未指定时为当前时间）向前计算。'
    }, [
        'between',
        'last'
    ]);
};
const endingNow = (now)=>(Math.floor(now / endStepMs) + 1) * endStepMs;
