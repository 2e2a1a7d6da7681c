"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "secureAnswers", {
    enumerable: true,
    get: function() {
        return secureAnswers;
    }
});
const _nodezlib = require("node:zlib");
const _compress = /*#__PURE__*/ _interop_require_default(require("@fastify/compress"));
const _helmet = /*#__PURE__*/ _interop_require_default(require("@fastify/helmet"));
const _contentSecurity = require("./contentSecurity");
function _interop_require_default(obj) {
    return obj && obj.__esModule ? obj : {
        default: obj
    };
}
/** What a GraphQL answer depends on besides its request line and body. */ const graphqlVary = 'accept, accept-encoding, accept-language, authorization, origin';
/** Answers below this size are not compressed, bytes. */ const compressFromBytes = 1024;
/** The quality of brotli: more costs much time and saves little. */ const brotliQuality = 4;
/** Above this size an answer is compressed by other threads, bytes. */ const compressHereBelowBytes = 16_384;
const secureAnswers = async (app)=>{
    app.addHook('onRequest', async (request, reply)=>{
        if (request.routeOptions.url === '/graphql') reply.header('vary', graphqlVary);
    });
    app.addHook('onSend', async (_request, reply)=>{
        if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    });
    await app.register(_helmet.default, {
        contentSecurityPolicy: {
            useDefaults: false,
            directives: _contentSecurity.nothing
        },
        // The Sandbox opens a window to sign in.
        crossOriginOpenerPolicy: {
            policy: 'same-origin-allow-popups'
        },
        strictTransportSecurity: false,
        xFrameOptions: {
            action: 'deny'
        }
    });
    await app.register(_compress.default, {
        encodings: [
            'br',
            'gzip'
        ],
        threshold: compressFromBytes,
        syncThreshold: compressHereBelowBytes,
        brotliOptions: {
            params: {
                [_nodezlib.constants.BROTLI_PARAM_QUALITY]: brotliQuality
            }
        },
        globalDecompression: false
    });
};
