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
    get TokenVerifier () {
        return TokenVerifier;
    },
    get remoteKeys () {
        return remoteKeys;
    }
});
const _jose = require("jose");
const _zod = require("zod");
const _NotAuthenticated = require("./NotAuthenticated");
/** Signatures that only the issuer can make. A shared secret is none, and neither is `none`. */ const algorithms = [
    'RS256',
    'RS384',
    'RS512',
    'PS256',
    'PS384',
    'PS512',
    'ES256',
    'ES384',
    'ES512',
    'EdDSA',
    'Ed25519'
];
/** How far the clocks of the issuer and of this machine may differ, seconds. */ const clockTolerance = 30;
/** So long the last keys serve if the issuer cannot be reached, milliseconds. */ const lastKeysMs = 3_600_000;
/** How long one request to the issuer may take, milliseconds. */ const issuerTimeoutMs = 5000;
let TokenVerifier = class TokenVerifier {
    constructor(options){
        this.options = options;
    }
    /** @throws NotAuthenticated if the token is not valid, or cannot be checked. */ async verify(token) {
        const { issuer, audience, keys, now = Date.now } = this.options;
        try {
            const { payload } = await (0, _jose.jwtVerify)(token, keys, {
                issuer,
                audience,
                algorithms,
                clockTolerance,
                requiredClaims: [
                    'exp',
                    'sub'
                ],
                currentDate: new Date(now())
            });
            if (typeof payload.sub !== 'string' || payload.sub === '') throw new _NotAuthenticated.NotAuthenticated(wrongClaim('sub'));
            return {
                ...payload,
                sub: payload.sub
            };
        } catch (error) {
            throw error instanceof _NotAuthenticated.NotAuthenticated ? error : new _NotAuthenticated.NotAuthenticated(explain(error), isOfIssuer(error));
        }
    }
};
/** Failures that are not the token's fault. */ const isOfIssuer = (error)=>!(error instanceof _jose.errors.JOSEError) || error instanceof _jose.errors.JWKSTimeout || error instanceof _jose.errors.JWKSInvalid || error.code === 'ERR_JOSE_GENERIC';
const explain = (error)=>{
    if (isOfIssuer(error)) return unreachable;
    if (error instanceof _jose.errors.JWTExpired) return {
        en: 'The token has expired.',
        zh: '令牌已过期。'
    };
    if (error instanceof _jose.errors.JWTClaimValidationFailed) return wrongClaim(error.claim);
    if (error instanceof _jose.errors.JOSEAlgNotAllowed) {
        return {
            en: 'The token must be signed with an asymmetric algorithm, such as RS256 or ES256.',
            zh: '令牌应以非对称算法（如 RS256 或 ES256）签名。'
        };
    }
    if (error instanceof _jose.errors.JWKSNoMatchingKey || error instanceof _jose.errors.JWSSignatureVerificationFailed) {
        return {
            en: 'The token is not signed by the issuer that this gateway trusts.',
            zh: '令牌不是由网关信任的签发方签名的。'
        };
    }
    return {
        en: 'The token is not a valid JSON Web Token.',
        zh: '令牌不是有效的 JSON Web Token。'
    };
};
const unreachable = {
    en: 'The keys of the token issuer cannot be read now, so the token cannot be checked. Try again later.',
    zh: '暂时无法读取令牌签发方的公钥，无法校验令牌，请稍后重试。'
};
const wrongClaim = (claim)=>({
        en: `The claim ${claim} of the token is missing, or is not what this gateway expects.`,
        zh: `令牌的声明 ${claim} 缺失，或与网关的要求不符。`
    });
const discovery = _zod.z.object({
    jwks_uri: _zod.z.url({
        protocol: /^https?$/
    })
});
const remoteKeys = ({ issuer, jwksUrl, now = Date.now, cooldownMs, maxAgeMs })=>{
    let last;
    const fetchKeys = async (url, init)=>{
        try {
            const response = await fetch(url, init);
            const text = await response.text();
            if (!response.ok) throw new TypeError(`The issuer answered with HTTP ${response.status}.`);
            last = {
                text,
                at: now()
            };
            return new Response(text, {
                status: 200
            });
        } catch (error) {
            if (last === undefined || now() - last.at > lastKeysMs) throw error;
            return new Response(last.text, {
                status: 200
            });
        }
    };
    let keys;
    const find = async ()=>keys ??= (0, _jose.createRemoteJWKSet)(new URL(jwksUrl ?? await discover(issuer)), {
            timeoutDuration: issuerTimeoutMs,
            cooldownDuration: cooldownMs,
            cacheMaxAge: maxAgeMs,
            [_jose.customFetch]: fetchKeys
        });
    return async (header, token)=>(await find())(header, token);
};
const discover = async (issuer)=>{
    const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(url, {
        signal: AbortSignal.timeout(issuerTimeoutMs),
        redirect: 'error'
    });
    if (!response.ok) throw new TypeError(`${url} answered with HTTP ${response.status}.`);
    return discovery.parse(await response.json()).jwks_uri;
};
