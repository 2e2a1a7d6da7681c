"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "RecordedHistory", {
    enumerable: true,
    get: function() {
        return RecordedHistory;
    }
});
const _History = require("./History");
const lengthOf = (segment)=>'change' in segment ? 1 : segment.to - segment.from;
let RecordedHistory = class RecordedHistory {
    /** @param gaps in order, none touching another. */ constructor(whole, gaps){
        this.whole = whole;
        const segments = [];
        let from = 0;
        for (const gap of gaps){
            const lost = whole.between(gap.from, gap.to - 1);
            segments.push({
                from,
                to: lost.from
            });
            const change = gap.to === Infinity ? undefined : discovery(whole, lost.to, gap.to);
            if (change) segments.push({
                change
            });
            from = lost.to;
        }
        segments.push({
            from,
            to: whole.length
        });
        this.segments = segments;
        this.length = segments.reduce((sum, segment)=>sum + lengthOf(segment), 0);
    }
    get resource() {
        return this.whole.resource;
    }
    slice(from, to) {
        let start = 0;
        return this.segments.flatMap((segment)=>{
            const first = Math.max(0, from - start);
            const last = Math.min(lengthOf(segment), to - start);
            start += lengthOf(segment);
            if (first >= last) return [];
            return 'change' in segment ? [
                segment.change
            ] : this.whole.slice(segment.from + first, segment.from + last);
        });
    }
    between(start, end) {
        const timeAt = (position)=>this.slice(position, position + 1)[0]?.capturedAt ?? Infinity;
        const from = (0, _History.firstAtOrAfter)(this.length, timeAt, start);
        return {
            from,
            to: Math.max(from, (0, _History.firstAtOrAfter)(this.length, timeAt, end + 1))
        };
    }
    /** What the resource really was when the last of them was captured. */ configurationAfter(count) {
        const [last] = this.slice(count - 1, count);
        if (!last) return this.whole.configurationAfter(0);
        return this.whole.configurationAfter(this.whole.between(-Infinity, last.capturedAt).to);
    }
};
/** How a resource that is there after so many changes is discovered; undefined for one that is not, or not any more. */ function discovery(whole, count, capturedAt) {
    const [last] = whole.slice(count - 1, count);
    if (!last || last.type === 'REMOVE') return undefined;
    const diff = Object.fromEntries([
        ...whole.configurationAfter(count)
    ].map(([name, value])=>[
            name,
            [
                null,
                value
            ]
        ]));
    return {
        ...last,
        capturedAt,
        type: 'DISCOVERED',
        diff: JSON.stringify(diff)
    };
}
