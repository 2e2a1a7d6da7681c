"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "Accounts", {
    enumerable: true,
    get: function() {
        return Accounts;
    }
});
let Accounts = class Accounts {
    constructor(accounts, generated){
        this.generated = generated;
        this.byId = new Map(accounts.map((account)=>[
                account.accountId,
                account
            ]));
    }
    get(accountId) {
        return this.byId.get(accountId) ?? this.generated?.account(accountId);
    }
    /** The account, unless there is none or it was closed: to every product that is the same. */ open(accountId) {
        const account = this.get(accountId);
        return account?.status === 'closed' ? undefined : account;
    }
    add(account) {
        this.byId.set(account.accountId, account);
    }
    /** Notes that the account now has the service-linked role of Cloud Config. */ grantServiceLinkedRole(accountId) {
        const account = this.get(accountId);
        if (account) this.byId.set(accountId, {
            ...account,
            serviceLinkedRole: 'present'
        });
    }
};
