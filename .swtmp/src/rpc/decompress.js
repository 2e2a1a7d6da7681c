"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "decompress", {
    enumerable: true,
    get: function() {
        return decompress;
    }
});
const _nodeutil = require("node:util");
const _nodezlib = require("node:zlib");
const decoders = {
    gzip: (0, _nodeutil.promisify)(_nodezlib.gunzip),
    'x-gzip': (0, _nodeutil.promisify)(_nodezlib.gunzip),
    deflate: (0, _nodeutil.promisify)(_nodezlib.inflate),
    br: (0, _nodeutil.promisify)(_nodezlib.brotliDecompress)
};
async function decompress(body, encoding, maxBytes) {
    const name = encoding?.trim().toLowerCase() ?? '';
    if (name === '' || name === 'identity') return body;
    if (!(name in decoders)) throw new Error('unknown content encoding');
    return decoders[name](body, {
        maxOutputLength: maxBytes
    });
}
