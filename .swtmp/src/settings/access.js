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
    get accessRules () {
        return accessRules;
    },
    get accessTable () {
        return accessTable;
    }
});
const _zod = require("zod");
const _Setting = require("../environment/Setting");
const _formats = require("../environment/formats");
const _loopback = require("../process/loopback");
/** Bytes that a secret of a router has at least: what nobody guesses. */ const minSecretBytes = 32;
const ways = [
    'none',
    'router',
    'oidc',
    'router,oidc'
];
const issuerUrl = {
    values: 'an https URL, or an http URL of this machine',
    parse: (0, _formats.urlWhere)(/^https?$/, (url)=>url.username === '' && ((0, _formats.isHttps)(url) || (0, _loopback.isLoopbackName)(url.hostname)))
};
const claimName = {
    values: 'the name of a claim',
    parse: _zod.z.string().regex(/^[^\s]{1,200}$/)
};
const accessTable = {
    authentication: (0, _Setting.setting)('AUTHENTICATION', {
        values: ways.map((way)=>`\`${way}\``).join(', '),
        parse: _zod.z.string().transform((value)=>value.replaceAll(' ', '')).pipe(_zod.z.enum(ways)),
        default: 'none',
        unset: '`none`, if the gateway only listens on this machine and changes no real account',
        description: 'What a request must have: the shared secret of a router, a token of an OpenID Connect issuer, both, or nothing. With `router` alone, the router may do everything, and checks its callers. With `oidc`, the token decides what is allowed. See docs/SECURITY-MODEL.md.'
    }),
    routerSecrets: (0, _Setting.setting)('ROUTER_SECRETS', {
        ...(0, _formats.list)({
            values: `a text of at least ${minSecretBytes} bytes`,
            parse: _zod.z.string().refine(hasBytes)
        }, 2),
        secret: true,
        orFile: true,
        unset: '(unset)',
        description: 'Secrets that the router sends in the header `Router-Authorization`, for `AUTHENTICATION=router`. Two are for the time in which they are changed.'
    }),
    issuer: (0, _Setting.setting)('OIDC_ISSUER', {
        ...issuerUrl,
        unset: '(unset: with the emulator, the issuer of `npm run token`)',
        description: 'Issuer of the tokens, exactly as their claim `iss` has it, for `AUTHENTICATION=oidc`.'
    }),
    audience: (0, _Setting.setting)('OIDC_AUDIENCE', {
        ..._formats.text,
        unset: '(unset: with the emulator, that of `npm run token`)',
        description: 'Audience of the tokens: their claim `aud` must have it.'
    }),
    jwksUrl: (0, _Setting.setting)('OIDC_JWKS_URL', {
        ...issuerUrl,
        unset: '(what `<issuer>/.well-known/openid-configuration` names)',
        description: 'Address of the public keys of the issuer.'
    }),
    scopesClaim: (0, _Setting.setting)('OIDC_SCOPES_CLAIM', {
        ...claimName,
        default: 'scope',
        description: 'Claim with the scopes of a token: a text with spaces between them, or a list.'
    }),
    accountsClaim: (0, _Setting.setting)('OIDC_ACCOUNTS_CLAIM', {
        ...claimName,
        default: 'accounts',
        description: 'Claim with the IDs of the accounts that a token may see and change, or `*` for every account. A token without it may see none, unless `ACCESS_POLICY_FILE` says otherwise.'
    }),
    policyFile: (0, _Setting.setting)('ACCESS_POLICY_FILE', {
        ..._formats.text,
        values: 'a path',
        unset: '(unset)',
        description: 'JSON file that says which accounts and scopes the values of a claim allow, such as those of `groups`. docs/access-policy.schema.json describes it.'
    })
};
function hasBytes(secret) {
    return Buffer.byteLength(secret) >= minSecretBytes;
}
const accessRules = ({ host, upstream, changesAccounts })=>({ authentication }, given)=>{
        const needs = (name, what)=>given.has(name) ? [] : [
                `${name} must be set where AUTHENTICATION is ${authentication}: ${what}.`
            ];
        const problems = [];
        if (!given.has('AUTHENTICATION')) {
            const why = (0, _loopback.isLoopbackName)(host) ? changesAccounts && 'MUTATIONS is on and UPSTREAM is alibaba-cloud, so that whoever reaches the port can change real accounts' : `HOST is ${host}, so that other machines reach the port`;
            if (why !== false) problems.push(`AUTHENTICATION must be set because ${why}: router, oidc, router,oidc, or none to let anyone in.`);
        }
        if (authentication.includes('router')) problems.push(...needs('ROUTER_SECRETS', 'the secrets that the router sends'));
        // The emulator has its own issuer.
        if (authentication.includes('oidc') && (upstream === 'alibaba-cloud' || given.has('OIDC_ISSUER'))) {
            problems.push(...needs('OIDC_ISSUER', 'who signs the tokens'), ...needs('OIDC_AUDIENCE', 'what their claim aud must be'));
        }
        return problems;
    };
