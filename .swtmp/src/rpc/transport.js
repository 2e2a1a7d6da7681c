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
    get RpcTransport () {
        return RpcTransport;
    },
    get defaultMaxBodyBytes () {
        return defaultMaxBodyBytes;
    }
});
const _nodecrypto = require("node:crypto");
const _abort = require("./abort");
const _envelope = require("./envelope");
const _exchange = require("./exchange");
const _failures = require("./failures");
const _http = require("./http");
const _popCore = require("./popCore");
const _readResponse = require("./readResponse");
const _sign = require("./sign");
const defaultMaxBodyBytes = 5 * 1024 * 1024;
let RpcTransport = class RpcTransport {
    constructor(config){
        this.origin = (0, _http.toOrigin)(config.endpoint);
        this.codes = (0, _popCore.popCoreClient)(this.origin, config.product.version).codes;
        this.pools = config.pools;
        this.product = config.product;
        this.nonce = config.nonce ?? _nodecrypto.randomUUID;
        this.wallTime = config.wallTime ?? Date.now;
        this.maxBodyBytes = config.maxBodyBytes ?? defaultMaxBodyBytes;
        this.onAnswer = config.onAnswer;
    }
    /**
   * Signs and sends one attempt, and reads its answer by the operation's table.
   *
   * @param parameters flat, as `encodeParameters` makes them. The protocol's own parameters always win over them.
   * @returns an {@link Answer}.
   * @throws RpcError, and nothing else. It holds no text of the upstream's, no URL, no value and no key.
   */ async send(parameters, { operation, credentials, signal, onSent }) {
        // In a form body nothing that was signed gets into the access logs of whatever stands in between.
        const method = operation.methods.includes('POST') ? 'POST' : 'GET';
        const signed = this.sign(method, parameters, operation, credentials);
        const answer = await this.exchange(method, signed, operation, {
            signal,
            onSent
        });
        this.onAnswer?.(operation, answer);
        const { body, requestId } = await (0, _envelope.openEnvelope)(operation, answer, this.codes, this.maxBodyBytes, parameters);
        return (0, _readResponse.readResponse)(operation, body, requestId);
    }
    sign(method, parameters, operation, { accessKeyId, accessKeySecret, securityToken }) {
        const all = {
            ...parameters,
            Action: operation.action,
            Version: this.product.version,
            Format: 'JSON',
            AccessKeyId: accessKeyId,
            SignatureMethod: 'HMAC-SHA1',
            SignatureVersion: '1.0',
            SignatureNonce: this.nonce(),
            Timestamp: `${new Date(this.wallTime()).toISOString().slice(0, 19)}Z`
        };
        if (securityToken) all.SecurityToken = securityToken;
        try {
            return (0, _sign.signParameters)(method, all, accessKeySecret);
        } catch  {
            throw (0, _failures.failureOf)(operation, {
                kind: 'INVALID_REQUEST',
                detail: 'a parameter holds half a surrogate pair'
            });
        }
    }
    async exchange(method, signed, operation, { signal, onSent }) {
        const headers = {
            accept: 'application/json',
            // The size cap is then a cap on what is in memory, and nothing has to be unpacked.
            'accept-encoding': 'identity',
            'user-agent': 'alicloud-governance-gateway',
            'x-acs-action': operation.action,
            'x-acs-version': this.product.version
        };
        const form = {
            ...headers,
            'content-type': 'application/x-www-form-urlencoded'
        };
        const { origin, pools, maxBodyBytes } = this;
        const request = {
            ...method === 'POST' ? {
                method,
                path: '/',
                headers: form,
                body: signed
            } : {
                method,
                path: `/?${signed}`,
                headers
            },
            maxBodyBytes,
            signal,
            onSent
        };
        try {
            return operation.kind === 'read' ? await (0, _exchange.exchange)(pools.poolOf(origin), request) : await pools.withFreshConnection(origin, (connection)=>(0, _exchange.exchange)(connection, request));
        } catch (error) {
            throw this.withoutAnswer(operation, error, signal);
        }
    }
    /** The failure of an exchange that brought no answer. */ withoutAnswer(operation, error, signal) {
        const { end, sent, systemCode, bytes } = error instanceof _exchange.ExchangeError ? error : {
            end: 'BROKEN',
            sent: true,
            systemCode: undefined,
            bytes: undefined
        };
        switch(end){
            case 'ABORTED':
                {
                    const reason = signal?.reason;
                    if (!(reason instanceof _abort.AttemptTimeout)) {
                        return (0, _failures.failureOf)(operation, {
                            kind: 'ABORTED',
                            detail: 'the caller went away'
                        });
                    }
                    // Without a socket nothing has left, so the doubt that a timeout leaves would be a false one.
                    return sent ? (0, _failures.failureOf)(operation, {
                        kind: 'TIMEOUT',
                        detail: reason.message
                    }) : (0, _failures.failureOf)(operation, {
                        kind: 'NOT_SENT',
                        detail: 'no connection in time'
                    });
                }
            case 'TOO_LARGE':
                return (0, _failures.tooLargeFailure)(operation, {
                    bytes,
                    maxBytes: this.maxBodyBytes
                });
            case 'NOT_HTTP':
                return (0, _failures.failureOf)(operation, {
                    kind: 'BAD_RESPONSE',
                    detail: 'expected an HTTP answer, but got something else'
                });
            default:
                return (0, _failures.failureOf)(operation, {
                    kind: sent ? 'CONNECTION' : 'NOT_SENT',
                    detail: systemCode
                });
        }
    }
};
