"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "openDoor", {
    enumerable: true,
    get: function() {
        return openDoor;
    }
});
const _AccessPolicy = require("./access/AccessPolicy");
const _Door = require("./access/Door");
const _RouterSecrets = require("./access/RouterSecrets");
const _TokenVerifier = require("./access/TokenVerifier");
const _developmentIssuer = require("./access/developmentIssuer");
const openDoor = async (settings)=>{
    const { authentication, routerSecrets, policyFile } = settings;
    const ways = authentication.split(',');
    return new _Door.Door({
        router: ways.includes('router') ? new _RouterSecrets.RouterSecrets(routerSecrets ?? []) : undefined,
        tokens: ways.includes('oidc') ? {
            verifier: await createVerifier(settings),
            claims: {
                scopes: settings.scopesClaim,
                accounts: settings.accountsClaim
            },
            policy: policyFile === undefined ? undefined : (0, _AccessPolicy.readAccessPolicy)(policyFile)
        } : undefined
    });
};
/** Without an issuer, which only the emulator allows, that of `npm run token` is trusted. */ const createVerifier = async ({ issuer, audience = '', jwksUrl })=>issuer === undefined ? new _TokenVerifier.TokenVerifier({
        issuer: _developmentIssuer.developmentIssuer,
        audience: _developmentIssuer.developmentAudience,
        keys: await (0, _developmentIssuer.developmentKeys)()
    }) : new _TokenVerifier.TokenVerifier({
        issuer,
        audience,
        keys: (0, _TokenVerifier.remoteKeys)({
            issuer,
            jwksUrl
        })
    });
