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
    get parseToken () {
        return parseToken;
    },
    get toToken () {
        return toToken;
    },
    get tokenLifeMs () {
        return tokenLifeMs;
    }
});
const _nodecrypto = require("node:crypto");
const tokenLifeMs = 15 * 60_000;
/** Not a secret: it makes a garbled token recognizable, and has clients treat tokens as opaque. */ const seal = 'emulator timeline token';
const sealLength = 16;
function toToken({ resource, start, end, given, expiresAt }) {
    const payload = Buffer.from(JSON.stringify([
        resource,
        start,
        end,
        given,
        expiresAt
    ]));
    return Buffer.concat([
        sealOf(payload),
        payload
    ]).toString('hex');
}
function parseToken(token) {
    const bytes = Buffer.from(token, 'hex');
    const payload = bytes.subarray(sealLength);
    if (bytes.length <= sealLength || bytes.toString('hex') !== token) return undefined;
    if (!(0, _nodecrypto.timingSafeEqual)(bytes.subarray(0, sealLength), sealOf(payload))) return undefined;
    const [resource, start, end, given, expiresAt] = JSON.parse(payload.toString());
    return {
        resource,
        start,
        end,
        given,
        expiresAt
    };
}
function sealOf(payload) {
    return (0, _nodecrypto.createHmac)('sha256', seal).update(payload).digest().subarray(0, sealLength);
}
