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
    get developmentAudience () {
        return developmentAudience;
    },
    get developmentIssuer () {
        return developmentIssuer;
    },
    get developmentKeyFile () {
        return developmentKeyFile;
    },
    get developmentKeys () {
        return developmentKeys;
    },
    get signDevelopmentToken () {
        return signDevelopmentToken;
    }
});
const _nodefs = require("node:fs");
const _jose = require("jose");
const _tryParseJson = require("../json/tryParseJson");
const developmentKeyFile = '.development-issuer.json';
const developmentIssuer = 'urn:alicloud-governance-gateway:development';
const developmentAudience = 'alicloud-governance-gateway';
const algorithm = 'ES256';
const developmentKeys = async (path = developmentKeyFile)=>{
    const { d: _, ...publicKey } = await readOrMake(path);
    return (0, _jose.createLocalJWKSet)({
        keys: [
            publicKey
        ]
    });
};
const signDevelopmentToken = async ({ subject, claims, lifetime }, path = developmentKeyFile)=>{
    const key = await (0, _jose.importJWK)(await readOrMake(path), algorithm);
    return new _jose.SignJWT({
        ...claims
    }).setProtectedHeader({
        alg: algorithm,
        kid: 'development'
    }).setIssuer(developmentIssuer).setAudience(developmentAudience).setSubject(subject).setIssuedAt().setExpirationTime(`${lifetime} s`).sign(key);
};
const readOrMake = async (path)=>read(path) ?? make(path);
/** Undefined if there is no file yet. */ const read = (path)=>{
    if (!(0, _nodefs.existsSync)(path)) return undefined;
    const kept = (0, _tryParseJson.tryParseJson)((0, _nodefs.readFileSync)(path, 'utf8'));
    if (typeof kept !== 'object' || kept === null || !('d' in kept)) {
        throw new Error(`${path} must hold the key pair of the development issuer, but does not. Delete it to get a new one.`);
    }
    return kept;
};
const make = async (path)=>{
    const { privateKey } = await (0, _jose.generateKeyPair)(algorithm, {
        extractable: true
    });
    const made = {
        ...await (0, _jose.exportJWK)(privateKey),
        kid: 'development',
        alg: algorithm
    };
    try {
        (0, _nodefs.writeFileSync)(path, JSON.stringify(made), {
            flag: 'wx',
            mode: 0o600
        });
        return made;
    } catch (error) {
        // Another process may have made one meanwhile.
        const kept = read(path);
        if (kept === undefined) throw error;
        return kept;
    }
};
