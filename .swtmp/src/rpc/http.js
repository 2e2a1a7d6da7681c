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
    get HttpPools () {
        return HttpPools;
    },
    get defaultConnectTimeoutMs () {
        return defaultConnectTimeoutMs;
    },
    get toOrigin () {
        return toOrigin;
    }
});
const _nodetls = /*#__PURE__*/ _interop_require_default(require("node:tls"));
const _undici = require("undici");
const _noProxy = require("./noProxy");
function _interop_require_default(obj) {
    return obj && obj.__esModule ? obj : {
        default: obj
    };
}
function toOrigin(endpoint) {
    let url;
    try {
        url = new URL(endpoint);
    } catch  {
    // Reported below, with everything else that is no origin.
    }
    const rest = url && url.pathname + url.search + url.hash + url.username + url.password;
    if (!url || rest !== '/' || !/^https?:$/.test(url.protocol)) {
        throw new Error('An endpoint must be scheme, host and perhaps a port, as in https://sts.aliyuncs.com.');
    }
    return url.origin;
}
/** Those that Node trusts by itself, NODE_EXTRA_CA_CERTS included where it tells: `ca` stands in their place. */ function usualCertificates() {
    const { getCACertificates, rootCertificates } = _nodetls.default;
    return getCACertificates?.() ?? rootCertificates;
}
const defaultConnectTimeoutMs = 5000;
/** Load balancers of the upstream close connections that are idle for 10 s or more: those are not to be met half-closed. */ const defaultKeepAliveMs = 8000;
let HttpPools = class HttpPools {
    constructor(options = {}){
        this.options = options;
        this.pools = new Map();
        this.fresh = new Set();
        this.isClosed = false;
    }
    /** @param origin scheme, host and port. */ poolOf(origin) {
        let pool = this.pools.get(origin);
        if (!pool) {
            pool = this.createPool(origin, this.options.connections ?? 64);
            this.pools.set(origin, pool);
        }
        return pool;
    }
    /**
   * Lends a connection that nobody used before, and closes it afterwards: for writes. A kept one may have been closed by
   * the other side, so that nobody could tell whether the write arrived.
   */ async withFreshConnection(origin, use) {
        const connection = this.createPool(origin, 1);
        if (this.isClosed) await connection.close();
        const result = use(connection).finally(()=>void connection.destroy());
        this.fresh.add(result);
        try {
            return await result;
        } finally{
            this.fresh.delete(result);
        }
    }
    createPool(origin, connections) {
        const { connectTimeoutMs = defaultConnectTimeoutMs, keepAliveMs = defaultKeepAliveMs } = this.options;
        const { certificates, proxy } = this.options;
        const ca = certificates && [
            ...usualCertificates(),
            ...certificates
        ];
        const connect = {
            timeout: connectTimeoutMs,
            ca
        };
        const options = {
            connections,
            connect,
            keepAliveTimeout: keepAliveMs,
            keepAliveMaxTimeout: keepAliveMs,
            // One request at a time on a socket: pipelined ones share the fate of the first.
            pipelining: 1,
            // An attempt's end is the signal's business; these are only a net under it.
            headersTimeout: 60_000,
            bodyTimeout: 60_000
        };
        if (!proxy || !origin.startsWith('https:') || (0, _noProxy.bypassesProxy)(origin, proxy.except ?? '')) {
            return new _undici.Pool(origin, options);
        }
        return new _undici.ProxyAgent({
            ...options,
            uri: proxy.url,
            requestTls: connect,
            proxyTls: connect
        }).compose((dispatch)=>(request, handler)=>dispatch({
                    ...request,
                    origin
                }, handler));
    }
    /** Waits for calls on the wire, then closes every socket. */ async close() {
        if (this.isClosed) return;
        this.isClosed = true;
        await Promise.all([
            ...this.pools.values()
        ].map((pool)=>pool.close()));
        await Promise.allSettled(this.fresh);
    }
};
