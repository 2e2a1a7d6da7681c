"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "parseJson", {
    enumerable: true,
    get: function() {
        return parseJson;
    }
});
const _losslessjson = require("lossless-json");
/**
 * A cheap search for numbers that a double may not hold: 17 digits, 16 that begin with 9 (the limit is
 * 9007199254740991), or an exponent of three digits. If it finds one inside a string, the slow parser runs in vain: its
 * result is the same.
 */ const longNumber = /(?:^|[:[,])\s*-?(?:\d{17}|9\d{15}|\d[\d.]*[eE]\+?\d{3})/;
/** How half of a surrogate pair is escaped, and each half of a whole one. */ const escapedSurrogate = /\\u[dD][89a-fA-F]/;
const integer = /^-?\d+$/;
function readNumber(literal) {
    const number = Number(literal);
    const isHeld = integer.test(literal) ? Number.isSafeInteger(number) : Number.isFinite(number);
    return isHeld ? number : literal;
}
/** The value with U+FFFD in place of every half of a surrogate pair, in keys, too. */ function toWellFormed(value) {
    if (typeof value === 'string') return value.toWellFormed();
    if (Array.isArray(value)) return value.map(toWellFormed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item])=>[
            key.toWellFormed(),
            toWellFormed(item)
        ]));
}
function parseNumbers(text) {
    if (!longNumber.test(text)) return JSON.parse(text);
    return (0, _losslessjson.parse)(text, undefined, {
        parseNumber: readNumber,
        onDuplicateKey: ({ newValue })=>newValue
    });
}
function parseJson(text) {
    const value = parseNumbers(text);
    return escapedSurrogate.test(text) || !text.isWellFormed() ? toWellFormed(value) : value;
}
