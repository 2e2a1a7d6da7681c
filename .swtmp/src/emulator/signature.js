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
    get isSameSignature () {
        return isSameSignature;
    },
    get percentEncode () {
        return percentEncode;
    },
    get signatureOf () {
        return signatureOf;
    },
    get stringToSign () {
        return stringToSign;
    }
});
const _nodecrypto = require("node:crypto");
/**
 * Signature v1 of the RPC protocol (HMAC-SHA1), as the server checks it.
 *
 * Written apart from the client's on purpose: two witnesses of one algorithm find what a shared helper would hide.
 */ const unreserved = new Set(Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~', 'ascii'));
/** Each byte as it stands in an encoded text: itself, or `%XX`. */ const encodedBytes = Array.from({
    length: 256
}, (_, byte)=>unreserved.has(byte) ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`);
const plain = /^[A-Za-z0-9\-_.~]*$/;
function percentEncode(text) {
    if (plain.test(text)) return text;
    let encoded = '';
    for (const byte of Buffer.from(text, 'utf8'))encoded += encodedBytes[byte] ?? '';
    return encoded;
}
function stringToSign(method, parameters) {
    const canonical = [
        ...parameters
    ].filter(([name])=>name !== 'Signature').map(([name, value])=>({
            bytes: Buffer.from(name, 'utf8'),
            pair: `${percentEncode(name)}=${percentEncode(value)}`
        })).sort((one, other)=>Buffer.compare(one.bytes, other.bytes)).map(({ pair })=>pair).join('&');
    return `${method}&${percentEncode('/')}&${percentEncode(canonical)}`;
}
const signatureOf = (text, accessKeySecret)=>(0, _nodecrypto.createHmac)('sha1', `${accessKeySecret}&`).update(text, 'utf8').digest('base64');
function isSameSignature(one, other) {
    const [a, b] = [
        Buffer.from(one, 'utf8'),
        Buffer.from(other, 'utf8')
    ];
    return a.length === b.length && (0, _nodecrypto.timingSafeEqual)(a, b);
}
