"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "readCertificates", {
    enumerable: true,
    get: function() {
        return readCertificates;
    }
});
const _nodecrypto = require("node:crypto");
const _readText = require("../environment/readText");
const pem = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;
function readCertificates(path) {
    const expected = `CA_FILE must be a file of certificates in PEM, but ${JSON.stringify(path)}`;
    const blocks = (0, _readText.readText)(path, expected).match(pem) ?? [];
    if (blocks.length === 0) throw new Error(`${expected} holds none.`);
    return blocks.map((block, index)=>{
        try {
            return new _nodecrypto.X509Certificate(block).toString();
        } catch  {
            throw new Error(`${expected} holds a broken one, the ${index + 1}. of ${blocks.length}.`);
        }
    });
}
