"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "screenRequests", {
    enumerable: true,
    get: function() {
        return screenRequests;
    }
});
const _cors = /*#__PURE__*/ _interop_require_default(require("@fastify/cors"));
const _fastify = require("fastify");
const _shorten = require("../../json/shorten");
const _health = require("./health");
const _hosts = require("./hosts");
const _origins = require("./origins");
function _interop_require_default(obj) {
    return obj && obj.__esModule ? obj : {
        default: obj
    };
}
/** How long a browser may reuse the answer to a preflight, seconds. */ const preflightSeconds = 600;
/** Headers of an answer that a page of another origin may read. */ const readableHeaders = [
    'retry-after',
    'x-request-id',
    'x-upstream'
];
/** How long a name in a message may be. */ const maxNameLength = 100;
const screenRequests = async (app, { host, exposure })=>{
    const isOurHost = (0, _hosts.createHostCheck)(host, exposure.allowedHosts);
    const isAllowedOrigin = (0, _origins.createOriginList)(exposure.allowedOrigins);
    const refusalOf = ({ raw, headers })=>{
        if (!isOurHost(raw)) return unknownHost(headers.host);
        const { origin } = headers;
        const isOurs = origin === undefined || isAllowedOrigin(origin) || (0, _origins.isSameOrigin)(origin, headers);
        return isOurs ? undefined : foreign(origin);
    };
    app.addHook('onRequest', async (request, reply)=>{
        if ((0, _health.isHealthCheck)(request)) return undefined;
        const refusal = refusalOf(request);
        if (refusal !== undefined) return refuse(reply, refusal);
        if (isCompressed(request)) throw new _fastify.errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE();
        return undefined;
    });
    if (exposure.allowedOrigins.length === 0) return;
    await app.register(_cors.default, {
        origin: (origin, decide)=>{
            decide(null, origin !== undefined && isAllowedOrigin(origin));
        },
        methods: [
            'GET',
            'HEAD',
            'POST'
        ],
        exposedHeaders: readableHeaders,
        maxAge: preflightSeconds,
        strictPreflight: false
    });
};
const isCompressed = ({ headers: { 'content-encoding': encoding = 'identity' } })=>encoding !== 'identity';
/** The rest of the request is not read, so the connection ends. */ const refuse = (reply, { status, code, message })=>reply.status(status).header('connection', 'close').send({
        errors: [
            {
                message,
                extensions: {
                    code
                }
            }
        ]
    });
const named = (text)=>JSON.stringify((0, _shorten.shorten)(text, maxNameLength));
const unknownHost = (host = '')=>({
        status: 421,
        code: 'BAD_REQUEST',
        message: `The host must be one that this gateway serves, but got ${named(host)}. Its operator can add names to ALLOWED_HOSTS.`
    });
const foreign = (origin)=>({
        status: 403,
        code: 'FORBIDDEN',
        message: `Pages of the origin ${named(origin)} may not use this gateway. Its operator can add origins to ALLOWED_ORIGINS.`
    });
