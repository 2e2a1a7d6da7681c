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
    get TokenPosition () {
        return TokenPosition;
    },
    get readTokenPage () {
        return readTokenPage;
    }
});
const _zod = require("zod");
const _Landmarks = require("./Landmarks");
const _LostToken = require("./LostToken");
const _Page = require("./Page");
const _TokenTrail = require("./TokenTrail");
const _pageSize = require("./pageSize");
const TokenPosition = _zod.z.strictObject({
    /** The page size that every page of the list is read with: a token may not fit another. */ size: _zod.z.int().min(1).max(_pageSize.maxPageSize),
    /** The token of the upstream page; omitted for the first. */ token: _zod.z.string().optional(),
    /** How many records of that page, and of those that follow it, were passed. */ offset: _zod.z.int().min(0),
    /** How many records of the list were passed: to find the place again where the token has expired. */ given: _zod.z.int().min(0),
    /** Fingerprints of the last of them, the newest at the end. Omitted by older cursors. */ last: _zod.z.array(_zod.z.string()).readonly().optional(),
    /** What the pages before were, to notice a token that leads back. Omitted by older cursors. */ trail: _TokenTrail.TokenTrail.optional(),
    /** Whether the list was begun anew because of a token, and the place was not found again yet. */ restarted: _zod.z.boolean().optional()
});
const readTokenPage = async (request, fetch)=>{
    const start = request.position ?? {
        size: _pageSize.maxPageSize,
        offset: 0,
        given: 0
    };
    const { size, given, last, trail } = start;
    const anew = {
        size,
        given,
        last,
        offset: given,
        restarted: true
    };
    const pagesBefore = start.restarted === true ? Math.max(Math.ceil(given / size), trail?.pages ?? 0) : 0;
    for(let restarts = 0;; restarts += 1){
        const attempt = restarts === 0 ? {
            fresh: false,
            maxPages: _Page.maxUpstreamPages
        } : {
            fresh: true,
            maxPages: _Page.maxUpstreamPages + pagesBefore
        };
        try {
            return await readFrom(restarts === 0 ? start : anew, request, fetch, attempt);
        } catch (error) {
            if (!(error instanceof _LostToken.LostToken)) throw error;
            if (restarts === maxRestarts) throw error.reason;
        }
    }
};
/** How often a page begins the list anew. */ const maxRestarts = 2;
const readFrom = async (start, { first, matches, keyOf, operation }, fetch, { fresh, maxPages })=>{
    const edges = [];
    const landmarks = new _Landmarks.Landmarks(start.last);
    const marks = new Set();
    const skipped = new Set();
    let position = start;
    let hasNextPage = true;
    let totalCount;
    for(let pages = 0; pages < maxPages; pages += 1){
        const { size, token, offset, trail = {
            pages: 0
        } } = position;
        const page = await (0, _LostToken.orLost)(token, fetch({
            MaxResults: size,
            ...token !== undefined && {
                NextToken: token
            },
            ...fresh && {
                fresh
            }
        }));
        const fingerprints = page instanceof _LostToken.LostToken ? [] : page.records.map((record)=>(0, _Landmarks.fingerprintOf)(keyOf(record)));
        const mark = (0, _TokenTrail.markOf)(token, fingerprints);
        const isLost = page instanceof _LostToken.LostToken || marks.has(mark) || (0, _TokenTrail.leadsBack)(trail, {
            token,
            mark,
            fingerprints
        }, landmarks);
        if (isLost) {
            // What came before it arrives. The next page finds out whether there is another way.
            if (edges.length > 0) break;
            throw page instanceof _LostToken.LostToken ? page : _LostToken.LostToken.inCircle(operation);
        }
        const { records } = page;
        const nextToken = page.nextToken === '' ? undefined : page.nextToken;
        const placed = landmarks.endIn(fingerprints);
        const isBefore = offset > records.length;
        let index = placed ?? (isBefore ? records.length : landmarks.endWithout(offset));
        for(; index < records.length && edges.length < first; index += 1){
            const [record, fingerprint] = [
                records[index],
                fingerprints[index]
            ];
            if (record === undefined || fingerprint === undefined || !landmarks.pass(fingerprint)) continue;
            const { given } = position;
            position = {
                ...position,
                offset: index + 1,
                given: given + 1,
                last: landmarks.last,
                restarted: undefined
            };
            if (matches?.(record) ?? true) edges.push({
                record,
                position
            });
        }
        const left = new Set(fingerprints.slice(index).filter((fingerprint)=>!landmarks.has(fingerprint))).size;
        const known = position.given + left;
        const length = token === undefined && nextToken === undefined ? new Set(fingerprints).size : undefined;
        totalCount = trueCount(page.totalCount ?? length, known, nextToken !== undefined);
        if (left > 0) break;
        hasNextPage = nextToken !== undefined;
        if (nextToken === undefined) break;
        if (nextToken === token) {
            if (edges.length > 0) break;
            throw _LostToken.LostToken.inCircle(operation);
        }
        marks.add(mark);
        const passed = fingerprints.filter((fingerprint)=>!skipped.has(fingerprint));
        for (const fingerprint of passed)skipped.add(fingerprint);
        position = {
            ...position,
            token: nextToken,
            offset: placed === undefined && isBefore ? offset - passed.length : 0,
            trail: (0, _TokenTrail.passPage)(trail, {
                mark,
                fingerprints
            })
        };
        // Otherwise only the next page shows whether the token leads to anything.
        if (edges.length === first && totalCount !== undefined) break;
    }
    return {
        edges,
        end: position,
        hasNextPage,
        totalCount: matches === undefined ? totalCount : undefined
    };
};
/** What the upstream counts, if it can be true of a list of which so many records are known. */ const trueCount = (count, known, isFollowed)=>{
    if (count === undefined) return undefined;
    return (isFollowed ? count > known : count === known) ? count : undefined;
};
