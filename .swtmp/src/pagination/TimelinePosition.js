"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "TimelinePosition", {
    enumerable: true,
    get: function() {
        return TimelinePosition;
    }
});
const _zod = require("zod");
const _pageSize = require("./pageSize");
/** What a position says, before anyone looks whether it can be so. */ const Members = _zod.z.object({
    /** First and (exclusive) last millisecond of the pinned window. */ from: _zod.z.int(),
    to: _zod.z.int(),
    /** Capture time to go on from: nothing later than this is still to be given. */ at: _zod.z.int(),
    /** Fingerprints of the changes captured at `at` that were given already. */ given: _zod.z.array(_zod.z.string()).readonly(),
    /** How many changes the window has, as the upstream counted them for the first page. */ total: _zod.z.int().min(0).optional(),
    /** Whether `total` is no such count, because the first page was the whole window. */ totalIsListed: _zod.z.boolean().optional(),
    /** The upstream does not list the newest change first: ranges are read to their end, from this time on at first. */ below: _zod.z.int().optional(),
    /** Whether `StartTime` and `EndTime` themselves were seen to belong to the upstream's window. */ startIsIn: _zod.z.boolean().optional(),
    endIsIn: _zod.z.boolean().optional(),
    /** The upstream request that the last page ended before: its pages so far brought nothing, so only its token goes on. */ request: _zod.z.object({
        StartTime: _zod.z.int(),
        EndTime: _zod.z.int(),
        Limit: _zod.z.int().min(1).max(_pageSize.maxPageSize),
        NextToken: _zod.z.string()
    }).optional()
});
const TimelinePosition = Members.refine(({ from, to, at, below = at, given, total = Infinity })=>from <= at && at <= to && from <= below && below <= to && given.length <= total, 'The position is not in its window.');
