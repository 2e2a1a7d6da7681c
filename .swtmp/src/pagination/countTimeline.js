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
    get checkCounts () {
        return checkCounts;
    },
    get countTimeline () {
        return countTimeline;
    }
});
const _TimelineOrder = require("./TimelineOrder");
const _TimelineScan = require("./TimelineScan");
const _pageSize = require("./pageSize");
const countTimeline = async (kind, window, fetch, evidence)=>{
    const page = await fetch(wholeOf(window));
    const { records, nextToken = '', totalCount = 0 } = page;
    if (nextToken === '') return countDistinct(kind, window, records);
    // There is more, so a count of no more than was listed is wrong.
    if (totalCount <= records.length) return undefined;
    if (evidence.judge(totalCount) === 'unknown' && evidence.probeInFlight) await evidence.probeInFlight;
    if (evidence.judge(totalCount) === 'unknown') {
        const { listed, isRight } = await evidence.probing(probe(kind, window, page, totalCount, fetch, evidence));
        if (listed !== undefined || !isRight) return listed;
    } else if (evidence.judge(totalCount) === 'wrong') return undefined;
    return totalCount - records.filter((record)=>!(0, _TimelineScan.isWithin)(window, record)).length;
};
const checkCounts = (fetch, evidence)=>async (request)=>{
        const page = await fetch(request);
        const { records, nextToken = '', totalCount } = page;
        if (totalCount === undefined || request.NextToken !== undefined) return page;
        if (nextToken === '' ? totalCount !== records.length : totalCount < records.length) evidence.learnWrong();
        else if (nextToken === '' && totalCount > 0) evidence.learnExact();
        return page;
    };
/**
 * Compares a count with that of the older part of the window: the two differ by the changes of the newer part, which are
 * listed, unless the upstream counts something else, or only up to some number.
 *
 * @returns whether the count proved right.
 */ const probe = async (kind, window, { records }, totalCount, fetch, evidence)=>{
    const cut = findCut(records.map(({ CaptureTime })=>CaptureTime));
    if (cut === undefined) return {
        isRight: false
    };
    const newer = records.filter(({ CaptureTime })=>CaptureTime > cut);
    const older = await fetch({
        ...wholeOf(window),
        EndTime: cut
    });
    const isSum = older.totalCount !== undefined && newer.length + older.totalCount === totalCount;
    if (older.totalCount !== undefined && !isSum) evidence.learnWrong();
    const isWhole = (older.nextToken ?? '') === '';
    // Both counts may be wrong by the same number.
    if (isSum && !isWhole && !evidence.isExact) await fetch({
        ...wholeOf(window),
        StartTime: cut
    });
    const isRight = isSum && evidence.isExact;
    if (isRight) evidence.learnRight(totalCount);
    return {
        isRight,
        listed: isWhole ? countDistinct(kind, window, [
            ...newer,
            ...older.records
        ]) : undefined
    };
};
/**
 * A time in which nothing was captured, and after which the page lists all changes: so it does not matter whether the
 * bounds of a query belong to it. The earliest one; undefined if there is none, and if the newest change does not come first.
 */ const findCut = (times)=>{
    if ((0, _TimelineOrder.rises)(times)) return undefined;
    const oldest = times.at(-1) ?? 0;
    const moments = new Set(times);
    const next = times.findLast((time)=>time > oldest && !moments.has(time - 1));
    return next === undefined ? undefined : next - 1;
};
/** The window, one millisecond wider on both sides: whether `StartTime` and `EndTime` belong to it is not documented. */ const wholeOf = ({ from, to })=>({
        StartTime: Math.max(0, from - 1),
        EndTime: Math.max(0, to),
        Limit: _pageSize.maxPageSize
    });
const countDistinct = (kind, window, records)=>new _TimelineScan.TimelineScan(kind, window, undefined).add(records).length;
