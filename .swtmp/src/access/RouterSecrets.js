"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "RouterSecrets", {
    enumerable: true,
    get: function() {
        return RouterSecrets;
    }
});
const _nodecrypto = require("node:crypto");
const digestOf = (text)=>(0, _nodecrypto.createHash)('sha256').update(text).digest();
let RouterSecrets = class RouterSecrets {
    constructor(secrets){
        this.digests = secrets.map(digestOf);
    }
    /** Compares with all of them, in a time that does not depend on what was sent. */ have(sent) {
        const digest = digestOf(sent);
        return this.digests.map((one)=>(0, _nodecrypto.timingSafeEqual)(one, digest)).some(Boolean);
    }
};
