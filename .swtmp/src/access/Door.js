"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "Door", {
    enumerable: true,
    get: function() {
        return Door;
    }
});
const _NotAuthenticated = require("./NotAuthenticated");
const _Principal = require("./Principal");
const _principalOf = require("./principalOf");
let Door = class Door {
    constructor(options){
        this.options = options;
        this.anyone = (0, _Principal.makeAnyone)();
        this.router = new _Principal.Principal('router', [
            _Principal.everything
        ]);
    }
    /** Whether anyone may do anything. */ get isOpen() {
        return this.options.router === undefined && this.options.tokens === undefined;
    }
    /** @throws NotAuthenticated */ async enter({ router: sent = '', authorization }) {
        const { router, tokens } = this.options;
        if (router !== undefined && !router.have(sent)) throw new _NotAuthenticated.NotAuthenticated(noRouter);
        if (tokens === undefined) return router === undefined ? this.anyone : this.router;
        const { verifier, claims, policy } = tokens;
        return (0, _principalOf.principalOf)(await verifier.verify(tokenIn(authorization)), claims, policy);
    }
};
const tokenIn = (authorization)=>{
    const [, token] = /^bearer +([\w.~+/=-]+) *$/i.exec(authorization ?? '') ?? [];
    if (token === undefined) throw new _NotAuthenticated.NotAuthenticated(noToken);
    return token;
};
const noRouter = {
    en: 'This gateway only takes requests of its router: the header Router-Authorization must have the secret that both share.',
    zh: '此网关只接受来自其路由器的请求：请求头 Router-Authorization 应为双方共享的密钥。'
};
const noToken = {
    en: 'The request must have a token: the header Authorization must be "Bearer <token>".',
    zh: '请求应携带令牌：请求头 Authorization 应为 "Bearer <token>"。'
};
