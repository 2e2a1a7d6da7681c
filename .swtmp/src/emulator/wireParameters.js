"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "unitedParameters", {
    enumerable: true,
    get: function() {
        return unitedParameters;
    }
});
const _gatewayErrors = require("./gatewayErrors");
/** More names than any operation has; keeps one request from occupying the server. */ const maxParameters = 10_000;
const utf8 = new TextDecoder('utf-8', {
    fatal: true
});
/** Decodes one name or value: `+` is a space, `%XX` a byte of UTF-8. Throws if either is malformed. */ function decode(encoded) {
    if (!/[+%]/.test(encoded)) return encoded;
    try {
        return decodeURIComponent(encoded.replaceAll('+', ' '));
    } catch  {
        throw (0, _gatewayErrors.refuse)('InvalidParameter', 'a percent-encoding is broken');
    }
}
/** The form body's text; bytes that are not UTF-8 have no reading that a signature could cover. */ function textOf(body) {
    try {
        return utf8.decode(body);
    } catch  {
        throw (0, _gatewayErrors.refuse)('InvalidParameter', 'the body is not UTF-8');
    }
}
function unitedParameters(query, body) {
    const parameters = new Map();
    for (const part of [
        query,
        textOf(body)
    ]){
        for (const pair of part.split('&')){
            if (pair === '') continue;
            const equals = pair.indexOf('=');
            const name = decode(equals < 0 ? pair : pair.slice(0, equals));
            const value = equals < 0 ? '' : decode(pair.slice(equals + 1));
            const earlier = parameters.get(name);
            if (earlier !== undefined && earlier !== value) {
                throw (0, _gatewayErrors.refuse)('IncompleteSignature', 'a parameter occurs twice with different values');
            }
            parameters.set(name, value);
            if (parameters.size > maxParameters) throw (0, _gatewayErrors.refuse)('InvalidParameter', `there are more than ${maxParameters}`);
        }
    }
    return parameters;
}
