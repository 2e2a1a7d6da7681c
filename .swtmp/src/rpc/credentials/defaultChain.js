"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "defaultChain", {
    enumerable: true,
    get: function() {
        return defaultChain;
    }
});
const _clock = require("../clock");
const _credentials = require("./credentials");
function _getRequireWildcardCache(nodeInterop) {
    if (typeof WeakMap !== "function") return null;
    var cacheBabelInterop = new WeakMap();
    var cacheNodeInterop = new WeakMap();
    return (_getRequireWildcardCache = function(nodeInterop) {
        return nodeInterop ? cacheNodeInterop : cacheBabelInterop;
    })(nodeInterop);
}
function _interop_require_wildcard(obj, nodeInterop) {
    if (!nodeInterop && obj && obj.__esModule) return obj;
    if (obj === null || typeof obj !== "object" && typeof obj !== "function") return {
        default: obj
    };
    var cache = _getRequireWildcardCache(nodeInterop);
    if (cache && cache.has(obj)) return cache.get(obj);
    var newObj = {
        __proto__: null
    };
    var hasPropertyDescriptor = Object.defineProperty && Object.getOwnPropertyDescriptor;
    for(var key in obj){
        if (key !== "default" && Object.prototype.hasOwnProperty.call(obj, key)) {
            var desc = hasPropertyDescriptor ? Object.getOwnPropertyDescriptor(obj, key) : null;
            if (desc && (desc.get || desc.set)) Object.defineProperty(newObj, key, desc);
            else newObj[key] = obj[key];
        }
    }
    newObj.default = obj;
    if (cache) cache.set(obj, newObj);
    return newObj;
}
/** Loaded with the first use: who runs the emulator never has the package look at their own keys. */ async function createDefaultChain() {
    const { DefaultCredentialsProvider } = await Promise.resolve().then(()=>/*#__PURE__*/ _interop_require_wildcard(require("@alicloud/credentials")));
    return DefaultCredentialsProvider.builder().build();
}
function defaultChain(options = {}) {
    const { createChain = createDefaultChain, clock = _clock.systemClock, freshMs = 60_000, usableMs = 300_000 } = options;
    let chain;
    let last;
    let flight;
    async function ask() {
        try {
            chain ??= createChain();
            const { accessKeyId, accessKeySecret, securityToken } = await (await chain).getCredentials();
            if (!accessKeyId || !accessKeySecret) throw new Error('The chain gave half a key.');
            const credentials = {
                accessKeyId,
                accessKeySecret,
                securityToken: securityToken ?? undefined
            };
            last = {
                credentials,
                obtainedAt: clock.now()
            };
            return credentials;
        } catch  {
            chain = undefined;
            // The chain's own message repeats what every source said, answers of metadata servers included.
            throw new _credentials.NoCredentials('the default credential chain found none (environment, OIDC, profiles, ECS, URI)');
        }
    }
    function askOnce() {
        flight ??= ask().finally(()=>{
            flight = undefined;
        });
        return flight;
    }
    return {
        async get () {
            const age = last ? clock.now() - last.obtainedAt : Infinity;
            if (!last || age >= usableMs) return askOnce();
            const { credentials } = last;
            if (age >= freshMs) {
                askOnce().catch(()=>{
                // The old ones are still good, and the next call asks again.
                });
            }
            return credentials;
        },
        refused ({ accessKeyId }) {
            if (last?.credentials.accessKeyId !== accessKeyId) return;
            last = undefined;
            // The chain would give out the same session again: it does not know that it was refused.
            chain = undefined;
        }
    };
}
