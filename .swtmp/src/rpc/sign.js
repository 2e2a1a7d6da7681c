"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "signParameters", {
    enumerable: true,
    get: function() {
        return signParameters;
    }
});
const _nodecrypto = require("node:crypto");
/** What signature v1 leaves as it is: `A-Z a-z 0-9 - _ . ~`. A space is `%20`, `*` is `%2A`. */ function percentEncode(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, (character)=>`%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
function signParameters(method, parameters, accessKeySecret) {
    const canonical = Object.entries(parameters).sort(([a], [b])=>a < b ? -1 : 1).map(([name, value])=>`${percentEncode(name)}=${percentEncode(value)}`).join('&');
    const stringToSign = `${method}&%2F&${percentEncode(canonical)}`;
    const signature = (0, _nodecrypto.createHmac)('sha1', `${accessKeySecret}&`).update(stringToSign).digest('base64');
    return `${canonical}&Signature=${percentEncode(signature)}`;
}
