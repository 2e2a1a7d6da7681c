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
    get findInexactNumbers () {
        return findInexactNumbers;
    },
    get inexactNumbersOf () {
        return inexactNumbersOf;
    },
    get noteInexactNumbers () {
        return noteInexactNumbers;
    }
});
const _losslessjson = require("lossless-json");
/**
 * A cheap search for numbers that a double may not hold: 16 digits, or an exponent. If it finds one inside a string, the
 * slow parser runs in vain.
 */ const candidate = /(?:^|[:[,])\s*-?(?:[\d.]{16}|\d[\d.]*[eE])/;
const findInexactNumbers = (text, at = [])=>{
    if (!candidate.test(text)) return [];
    try {
        return [
            ...inexactIn((0, _losslessjson.parse)(text, undefined, {
                onDuplicateKey: ({ newValue })=>newValue
            }), at)
        ];
    } catch  {
        // No JSON, or nested too deep: refused elsewhere.
        return [];
    }
};
function* inexactIn(value, path) {
    if ((0, _losslessjson.isLosslessNumber)(value)) {
        const literal = value.toString();
        if (!(0, _losslessjson.isSafeNumber)(literal)) yield {
            path,
            literal
        };
    } else if (typeof value === 'object' && value !== null) {
        for (const [key, item] of Object.entries(value))yield* inexactIn(item, [
            ...path,
            key
        ]);
    }
}
const ofBodies = new WeakMap();
const noteInexactNumbers = (request, text)=>{
    const found = findInexactNumbers(text);
    if (found.length > 0) ofBodies.set(request, found);
};
const inexactNumbersOf = (request)=>[
        ...ofBodies.get(request) ?? [],
        ...[
            'variables',
            'extensions'
        ].flatMap((name)=>{
            const text = request.query[name];
            return typeof text === 'string' ? findInexactNumbers(text, [
                name
            ]) : [];
        })
    ];
