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
    get parseListToken () {
        return parseListToken;
    },
    get toListToken () {
        return toListToken;
    }
});
const _nodecrypto = require("node:crypto");
/** As the published sample begins: every token has characters that a client must percent-encode. */ const start = 'AAAAAGx9/Qk2+mT0';
/** Not a secret: it makes a garbled token recognizable. */ const seal = 'emulator list token';
const sealLength = 12;
function toListToken({ list, given, expiresAt }) {
    const payload = Buffer.from(JSON.stringify([
        list,
        given,
        expiresAt
    ]));
    return start + Buffer.concat([
        sealOf(payload),
        payload
    ]).toString('base64');
}
function parseListToken(token) {
    const encoded = token.slice(start.length);
    const bytes = Buffer.from(encoded, 'base64');
    const payload = bytes.subarray(sealLength);
    if (!token.startsWith(start) || bytes.toString('base64') !== encoded || payload.length === 0) return undefined;
    if (!(0, _nodecrypto.timingSafeEqual)(bytes.subarray(0, sealLength), sealOf(payload))) return undefined;
    const [list, given, expiresAt] = JSON.parse(payload.toString());
    return {
        list,
        given,
        expiresAt
    };
}
const sealOf = (payload)=>(0, _nodecrypto.createHmac)('sha256', seal).update(payload).digest().subarray(0, sealLength);
