"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "tokenPageOf", {
    enumerable: true,
    get: function() {
        return tokenPageOf;
    }
});
const _Sequence = require("./Sequence");
/** How long the NextToken of a list is good for. World time. */ const listTokenLifeMs = 15 * 60_000;
function tokenPageOf(list, { size, token }, tokens, { readings, world }) {
    const now = world.clock.now();
    const from = token === undefined || token === '' ? 0 : start(token);
    const items = (0, _Sequence.slice)(list, from, size);
    const given = from + items.length;
    const next = tokens.write({
        given,
        expiresAt: now + listTokenLifeMs
    });
    // On the last page a token leads to an empty page, and that one to nothing.
    const onLast = {
        absent: undefined,
        empty: '',
        present: given > from ? next : undefined
    }[readings.lastPageToken];
    return {
        items,
        nextToken: given >= list.length ? onLast : next
    };
    function start(sent) {
        const position = tokens.read(sent);
        if (position && position.expiresAt >= now) return position.given;
        if (readings.badToken === 'TokenInvalid') throw tokens.refusal();
        return 0;
    }
}
