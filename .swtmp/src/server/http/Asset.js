"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "Asset", {
    enumerable: true,
    get: function() {
        return Asset;
    }
});
const _nodecrypto = require("node:crypto");
const _nodeutil = require("node:util");
const _nodezlib = require("node:zlib");
const _negotiator = /*#__PURE__*/ _interop_require_default(require("negotiator"));
function _interop_require_default(obj) {
    return obj && obj.__esModule ? obj : {
        default: obj
    };
}
/** The smallest first. */ const preferred = [
    'br',
    'gzip'
];
/** How a text is compressed: once, so the quality may cost some time. */ const encoders = {
    br: (text)=>(0, _nodeutil.promisify)(_nodezlib.brotliCompress)(text, {
            params: {
                [_nodezlib.constants.BROTLI_PARAM_QUALITY]: 5,
                [_nodezlib.constants.BROTLI_PARAM_SIZE_HINT]: text.length
            }
        }),
    gzip: (0, _nodeutil.promisify)(_nodezlib.gzip),
    identity: (text)=>Promise.resolve(Buffer.from(text))
};
let Asset = class Asset {
    constructor(name, extension, type, text){
        this.type = type;
        this.text = text;
        this.encoded = new Map();
        const hash = (0, _nodecrypto.createHash)('sha256').update(text).digest('base64url').slice(0, 10);
        this.fileName = `${name}.${hash}.${extension}`;
    }
    async send(request, reply) {
        const accepted = new _negotiator.default(request.raw).encodings();
        const encoding = preferred.find((each)=>accepted.includes(each)) ?? 'identity';
        const body = this.encoded.get(encoding) ?? encoders[encoding](this.text);
        this.encoded.set(encoding, body);
        void reply.headers({
            'content-type': `${this.type}; charset=utf-8`,
            'cache-control': 'public, max-age=31536000, immutable',
            vary: 'accept-encoding',
            ...encoding === 'identity' ? {} : {
                'content-encoding': encoding
            }
        });
        return reply.send(await body);
    }
};
