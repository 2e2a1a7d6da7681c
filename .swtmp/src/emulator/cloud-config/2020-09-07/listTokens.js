"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "listTokens", {
    enumerable: true,
    get: function() {
        return listTokens;
    }
});
const _nodecrypto = require("node:crypto");
const _productErrors = require("../productErrors");
/** Not a secret: it makes a garbled token recognizable, and one of another list. */ const seal = 'emulator config list token';
const payloadLength = 12;
const sealLength = 8;
function listTokens(list) {
    const sealOf = (payload)=>(0, _nodecrypto.createHmac)('sha256', seal).update(payload).update(list).digest().subarray(0, sealLength);
    return {
        write ({ given, expiresAt }) {
            const payload = Buffer.alloc(payloadLength);
            payload.writeUInt32BE(given);
            payload.writeBigInt64BE(BigInt(Math.floor(expiresAt)), 4);
            return Buffer.concat([
                payload,
                sealOf(payload)
            ]).toString('base64url');
        },
        read (token) {
            const bytes = Buffer.from(token, 'base64url');
            const payload = bytes.subarray(0, payloadLength);
            if (bytes.length !== payloadLength + sealLength || bytes.toString('base64url') !== token) return undefined;
            if (!(0, _nodecrypto.timingSafeEqual)(bytes.subarray(payloadLength), sealOf(payload))) return undefined;
            return {
                given: payload.readUInt32BE(),
                expiresAt: Number(payload.readBigInt64BE(4))
            };
        },
        refusal: ()=>(0, _productErrors.productRefusal)('TokenInvalid')
    };
}
