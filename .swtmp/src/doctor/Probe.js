"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "Probe", {
    enumerable: true,
    get: function() {
        return Probe;
    }
});
const _RpcError = require("../errors/RpcError");
let Probe = class Probe {
    constructor(options){
        this.options = options;
        this.asked = new Map();
        this.over = [];
        this.settings = options.settings;
        this.endpointOf = options.endpointOf;
        this.clockSkewMs = options.clockSkewMs;
        this.wallTime = options.wallTime;
    }
    /** Everything that was asked so far, in order. */ outcomes() {
        return this.over;
    }
    /**
   * Reads something; the same again gives the same outcome without another call.
   *
   * @throws if the operation is no read: a doctor changes nothing.
   */ read(operation, request, call = {}) {
        if (operation.kind !== 'read') throw new Error(`${operation.action} is no read.`);
        const { product, action } = operation;
        const key = JSON.stringify([
            product.code,
            product.version,
            action,
            request,
            call.accountId
        ]);
        const outcome = this.asked.get(key) ?? this.ask(operation, request, call);
        this.asked.set(key, outcome);
        return outcome;
    }
    async ask(operation, request, call) {
        const { rpc } = this.options;
        const startedAt = this.wallTime();
        let outcome;
        try {
            const answer = await rpc.call(operation, request, call);
            outcome = {
                answer,
                durationMs: this.wallTime() - startedAt
            };
        } catch (error) {
            if (!(error instanceof _RpcError.RpcError)) throw error;
            outcome = {
                error,
                durationMs: this.wallTime() - startedAt
            };
        }
        this.over.push({
            operation,
            accountId: call.accountId,
            outcome
        });
        return outcome;
    }
};
