"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "readTimelinePage", {
    enumerable: true,
    get: function() {
        return readTimelinePage;
    }
});
const _History = require("./History");
const _ResourceKey = require("./ResourceKey");
const _productErrors = require("./productErrors");
const _timelineToken = require("./timelineToken");
const _trackedResource = require("./trackedResource");
const defaultWindowMs = 30 * 24 * 60 * 60_000;
function readTimelinePage(key, query, context, recordsOf) {
    const { world, readings } = context;
    const recordedChanges = recorded(key, context);
    const history = recordedChanges && recordsOf(recordedChanges);
    if (!history && readings.unknownResource === 'NoData') throw (0, _productErrors.productRefusal)('NoData');
    const position = startingPosition(query, key, context);
    const window = windowOf(history, position, context);
    const inWindow = window.to - window.from;
    const changes = changesOf(history, window, position.given, query.limit, context);
    const given = position.given + changes.length;
    const next = {
        ...position,
        given,
        expiresAt: world.clock.now() + _timelineToken.tokenLifeMs
    };
    const nextToken = given >= inWindow ? lastPageToken(changes, next, history, context) : (0, _timelineToken.toToken)(next);
    // What has not happened yet is not counted either.
    const sofar = history?.between(-Infinity, world.clock.now());
    const total = readings.timelineTotal === 'history' && sofar ? sofar.to - sofar.from : inWindow;
    return {
        history,
        changes,
        nextToken,
        total
    };
}
/** The history as the recorder of its account has it; undefined if there is none to read. */ function recorded(key, { world, readings }) {
    const history = world.timelines.get(key);
    const isHidden = readings.unrecordedHistory === 'hidden' && !(0, _trackedResource.isRecording)(world, key.accountId, key.resourceType);
    return history && !isHidden ? (0, _trackedResource.recordedHistory)(history, world) : undefined;
}
/** Where this page starts: at the token, or at the newest change of the window that the request names. */ function startingPosition({ StartTime, EndTime, NextToken = '', scope = '' }, key, { world, readings }) {
    const now = world.clock.now();
    const resource = scope + (0, _ResourceKey.toResourceKeyText)(key);
    if (NextToken !== '') {
        const position = (0, _timelineToken.parseToken)(NextToken);
        if (position?.resource === resource && position.expiresAt >= now) return position;
        if (readings.badToken === 'TokenInvalid') throw (0, _productErrors.productRefusal)('TokenInvalid');
    }
    return {
        resource,
        start: StartTime ?? now - defaultWindowMs,
        // What has not happened yet is not answered, and must not come in between two pages of a window that ends later.
        end: Math.min(EndTime ?? now, now),
        given: 0,
        expiresAt: now + _timelineToken.tokenLifeMs
    };
}
function windowOf(history, { start, end }, { readings }) {
    const inset = readings.windowBounds === 'exclusive' ? 1 : 0;
    return history?.between(start + inset, end - inset) ?? {
        from: 0,
        to: 0
    };
}
function changesOf(history, { from, to }, given, limit, { readings, world }) {
    if (!history) return [];
    const oldestFirst = readings.timelineOrder === 'oldest-first';
    const newest = oldestFirst ? Math.min(to, from + given + limit) : Math.max(from, to - given);
    const oldest = oldestFirst ? Math.min(newest, from + given) : Math.max(from, newest - limit);
    const listed = (changes)=>oldestFirst ? changes : [
            ...changes
        ].reverse();
    if (readings.tieOrder === 'stable') return listed(history.slice(oldest, newest));
    // Ties reach over the edges of a page: the whole runs of one millisecond are shuffled before the page is cut.
    const runsFrom = (0, _History.startOfTie)(history, oldest, from);
    const runsTo = (0, _History.endOfTie)(history, newest, to);
    const shuffled = shuffleTies(history.slice(runsFrom, runsTo), world.random);
    return listed(shuffled.slice(oldest - runsFrom, newest - runsFrom));
}
/** Puts changes of one millisecond into another order; everything else stays where it is. */ function shuffleTies(changes, random) {
    return changes.map((change)=>({
            change,
            lot: random()
        })).sort((a, b)=>a.change.capturedAt - b.change.capturedAt || a.lot - b.lot).map(({ change })=>change);
}
function lastPageToken(changes, next, history, { readings }) {
    if (readings.lastPageToken === 'empty') return '';
    // A token leads to an empty page, and that one to nothing: a client that follows tokens comes to an end.
    if (readings.lastPageToken === 'present' && changes.length > 0) {
        return history?.resource.lastPageToken ?? (0, _timelineToken.toToken)(next);
    }
    return undefined;
}
