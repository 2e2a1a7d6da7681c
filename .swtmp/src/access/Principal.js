/** What a principal may do; the names that tokens, the policy file and the SDL have for it. */ "use strict";
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
    get Principal () {
        return Principal;
    },
    get everything () {
        return everything;
    },
    get hasAny () {
        return hasAny;
    },
    get isScope () {
        return isScope;
    },
    get makeAnyone () {
        return makeAnyone;
    },
    get scopes () {
        return scopes;
    }
});
const scopes = [
    'governance:read',
    'governance:recorder',
    'governance:directory',
    'governance:enroll'
];
const isScope = (text)=>scopes.includes(text);
let Principal = class Principal {
    /** @param id as logs name it: the subject of a token, `router`, or `anonymous` without authentication. */ constructor(id, grants, /** Whether it stands for everyone who reaches the gateway. */ isAnonymous = false){
        this.id = id;
        this.grants = grants;
        this.isAnonymous = isAnonymous;
        this.isUnrestricted = scopes.every((scope)=>this.mayEverywhere(scope));
        this.seesAll = this.mayEverywhere('governance:read');
    }
    /** Whether some account exists, or could, in which this is allowed. */ has(scope) {
        return this.grants.some((grant)=>grant.scopes.has(scope) && hasAny(grant.accounts));
    }
    /** Whether it would be allowed if there were an account in which it is. */ lacksAccounts(scope) {
        return !this.has(scope) && this.grants.some((grant)=>grant.scopes.has(scope));
    }
    may(scope, accountId) {
        return this.grants.some(({ scopes: allowed, accounts })=>allowed.has(scope) && (accounts === 'all' || accounts.has(accountId)));
    }
    maySee(accountId) {
        return this.seesAll || this.may('governance:read', accountId);
    }
    /** Which accounts may be seen, as text: the same for principals who see the same. */ get sight() {
        if (this.seesAll) return 'all';
        const seen = this.grants.filter((grant)=>grant.scopes.has('governance:read')).flatMap(({ accounts })=>accounts === 'all' ? [] : [
                ...accounts
            ]);
        return [
            ...new Set(seen)
        ].sort().join(' ');
    }
    mayEverywhere(scope) {
        return this.grants.some(({ scopes: allowed, accounts })=>allowed.has(scope) && accounts === 'all');
    }
};
const makeAnyone = ()=>new Principal('anonymous', [
        everything
    ], true);
const hasAny = (accounts)=>accounts === 'all' || accounts.size > 0;
const everything = {
    scopes: new Set(scopes),
    accounts: 'all'
};
