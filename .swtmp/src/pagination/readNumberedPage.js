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
    get NumberedPosition () {
        return NumberedPosition;
    },
    get readNumberedPage () {
        return readNumberedPage;
    }
});
const _zod = require("zod");
const _Landmarks = require("./Landmarks");
const _Page = require("./Page");
const _pageSize = require("./pageSize");
/** No list has more records than that. */ const maxOffset = 100_000_000;
const NumberedPosition = _zod.z.strictObject({
    /** How many records lie before, if nothing has changed. */ offset: _zod.z.int().min(0).max(maxOffset),
    /** How many records the list had then. Omitted if the upstream did not say. */ total: _zod.z.int().min(0).optional(),
    /** Fingerprints of the last records before, the newest at the end. Omitted by older cursors. */ last: _zod.z.array(_zod.z.string()).readonly().optional()
});
const readNumberedPage = async (request, fetch)=>{
    const { first, matches, keyOf, position = {
        offset: 0
    } } = request;
    const pageSize = matches === undefined ? pageSizeFor(position.offset, first) : _pageSize.maxPageSize;
    const landmarks = new _Landmarks.Landmarks(position.last);
    const edges = [];
    let calls = 0;
    let next = position.offset;
    let count = position.total;
    let hasNextPage = true;
    let isFollowed = false;
    let isExact = true;
    const read = async (index, size, fresh = false)=>{
        calls += 1;
        const page = await fetch({
            PageNumber: index + 1,
            PageSize: size,
            ...fresh && {
                fresh
            }
        });
        // In a list that did not change, what was passed before stands at a page's beginning only if it is repeated.
        const mayRepeat = page.totalCount === count && next <= index * size;
        return toStretch(index, size, page, mayRepeat ? landmarks.endIn(fingerprintsOf(page)) ?? 0 : 0);
    };
    const fingerprintsOf = ({ records })=>records.map((record)=>(0, _Landmarks.fingerprintOf)(keyOf(record)));
    const mayHaveMoved = (stretch)=>landmarks.last.length > 0 && (stretch.count === undefined && count === undefined ? next === position.offset : stretch.count !== count) && landmarks.endIn(fingerprintsOf(stretch)) === undefined;
    const isWanted = ()=>// A page that brought less than was planned stays short: the next ones are then read in one call each.
        edges.length === 0 || matches !== undefined || next < position.offset + first;
    while(hasNextPage && edges.length < first && calls < _Page.maxUpstreamPages && isWanted()){
        let stretch = await readInFull(Math.floor(next / pageSize), pageSize, read);
        // Only a list that has changed can bring the position back.
        let earliest = next;
        if (mayHaveMoved(stretch)) {
            stretch = await readWithPrevious(stretch, next, pageSize, read);
            earliest = 0;
        }
        ({ count } = stretch);
        isExact &&= stretch.isFull;
        const { records, start } = stretch;
        const fingerprints = fingerprintsOf(stretch);
        let index = landmarks.endIn(fingerprints) ?? landmarks.endWithout(next - start);
        for(; index < records.length && edges.length < first; index += 1){
            const [record, fingerprint] = [
                records[index],
                fingerprints[index]
            ];
            if (record === undefined || fingerprint === undefined || !landmarks.pass(fingerprint)) continue;
            next = Math.max(earliest, start + index + 1);
            if (matches?.(record) ?? true) edges.push({
                record,
                position: {
                    offset: next,
                    total: count,
                    last: landmarks.last
                }
            });
        }
        isFollowed = fingerprints.slice(index).some((fingerprint)=>!landmarks.has(fingerprint));
        if (isFollowed) break;
        hasNextPage = !stretch.isLast;
        if (hasNextPage) next = Math.max(next, stretch.end);
    }
    if (hasNextPage && !isFollowed && count === undefined && matches === undefined) {
        hasNextPage = (await read(next, 1)).records.length > 0;
    }
    return {
        edges,
        end: {
            offset: next,
            total: count,
            last: landmarks.last
        },
        hasNextPage,
        totalCount: matches === undefined && isExact ? count : undefined
    };
};
/** @param repeated how many records at the page's beginning were passed before. */ const toStretch = (index, size, { records, totalCount = -1 }, repeated)=>{
    // Records above the page size, or above what the count leaves for the last page, repeat those before. The first page has
    // none before.
    const aboveCount = totalCount < 0 ? 0 : Math.min(repeated, records.length - (totalCount - index * size));
    const start = Math.max(0, index * size - Math.max(0, records.length - size, aboveCount));
    const isContradicted = records.length > 0 && totalCount < start + records.length;
    const count = isContradicted || totalCount < 0 ? undefined : totalCount;
    return stretchOf({
        start,
        records,
        end: (index + 1) * size,
        count
    });
};
const stretchOf = (part)=>{
    const { start, records, end, count } = part;
    const isFull = count === undefined || records.length >= Math.min(end, count) - start;
    const isLast = count === undefined ? records.length === 0 : end >= count;
    return {
        ...part,
        isFull,
        isLast
    };
};
/** Reads one upstream page, and reads it again if it has fewer records than the count promises. */ const readInFull = async (index, size, read)=>{
    let stretch = await read(index, size);
    if (stretch.isFull) return stretch;
    const again = await read(index, size, true);
    if (again.records.length >= stretch.records.length) stretch = again;
    if (stretch.records.length > 0 || stretch.isFull || stretch.count === undefined) return stretch;
    const isCountTrue = !stretch.isLast && (await read(Math.ceil(stretch.count / size) - 1, size)).records.length > 0;
    return isCountTrue ? stretch : stretchOf({
        ...stretch,
        count: undefined
    });
};
/** The stretch, together with the records before `next` as they are now. */ const readWithPrevious = async (stretch, next, pageSize, read)=>{
    const from = Math.max(0, next - _Landmarks.maxLandmarks);
    const size = pageSizeFor(from, next - from);
    const previous = await read(Math.floor((next - 1) / size), size, true);
    const isOfOneTime = previous.count === stretch.count;
    const present = isOfOneTime ? stretch : await read(Math.floor(next / pageSize), pageSize, true);
    // Behind the end of the list nothing follows whatever the records before are counted as: a copy among them counts, too.
    if (present.records.length === 0) return {
        ...present,
        start: previous.start,
        records: previous.records
    };
    const before = previous.records.slice(0, Math.max(0, present.start - previous.start));
    const { start, records } = present;
    return {
        ...present,
        start: start - before.length,
        records: [
            ...before,
            ...records
        ]
    };
};
/** The smallest upstream page size of which one page holds `[offset, offset + first)`; the largest where none does. */ const pageSizeFor = (offset, first)=>{
    for(let size = first; size < _pageSize.maxPageSize; size += 1){
        if (Math.floor(offset / size) === Math.floor((offset + first - 1) / size)) return size;
    }
    return _pageSize.maxPageSize;
};
