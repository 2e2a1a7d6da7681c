"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "CurrentAccount", {
    enumerable: true,
    get: function() {
        return CurrentAccount;
    }
});
const _operations = require("../operations");
/** How long the answer of GetCallerIdentity is kept. Credentials may rotate, but rarely into another account. */ const keptMs = 5 * 60_000;
let CurrentAccount = class CurrentAccount {
    /** @param rpc a client of the server's own: one request that goes away must not fail the others that wait. */ constructor(rpc, now){
        this.rpc = rpc;
        this.now = now;
    }
    accountId() {
        if (this.answer !== undefined && this.now() < this.answer.until) return this.answer.accountId;
        const accountId = this.rpc.call(_operations.GetCallerIdentity, {}).then((identity)=>identity.AccountId);
        const answer = {
            accountId,
            until: this.now() + keptMs
        };
        this.answer = answer;
        accountId.catch(()=>{
            if (this.answer === answer) this.answer = undefined;
        });
        return accountId;
    }
    /** What a call that acts in an account needs: its id, unless the credentials belong to it. */ async callOptions(accountId) {
        return accountId === await this.accountId() ? {} : {
            accountId
        };
    }
};
