"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "Access", {
    enumerable: true,
    get: function() {
        return Access;
    }
});
const _UserError = require("../errors/UserError");
let Access = class Access {
    constructor(principal){
        this.principal = principal;
        /** The fields whose lists may omit accounts because of the principal's rights. */ this.shortened = new Set();
    }
    /** Whether everything may be done in every account. */ get isUnrestricted() {
        return this.principal.isUnrestricted;
    }
    /** @throws UserError FORBIDDEN */ requireScope(scope) {
        if (!this.principal.has(scope)) throw this.principal.lacksAccounts(scope) ? withoutAccounts() : withoutScope(scope);
    }
    /**
   * Whether there is such an account is not said.
   *
   * @param field where the client named it. Without one the message does not name it either.
   * @throws UserError FORBIDDEN
   */ requireRight(scope, accountId, field) {
        this.requireScope(scope);
        if (!this.principal.may(scope, accountId)) throw otherAccount(scope, field && {
            accountId,
            field
        });
    }
    /** @throws UserError FORBIDDEN unless every account may be seen: for what sums up accounts. */ requireSightOfAll() {
        if (!this.principal.seesAll) throw sumOfAccounts();
    }
    /**
   * What omits accounts from a list. Undefined if nothing is omitted; otherwise the answer says of the field that it may
   * be.
   */ filter(field, accountIdOf) {
        const { principal } = this;
        if (principal.seesAll) return undefined;
        this.shortened.add(field);
        return (record)=>principal.maySee(accountIdOf(record));
    }
};
const withoutScope = (scope)=>new _UserError.UserError('FORBIDDEN', {
        en: `This needs the scope ${scope}, which the token does not have.`,
        zh: `此操作需要权限范围 ${scope}，而令牌没有该权限。`
    });
const withoutAccounts = ()=>new _UserError.UserError('FORBIDDEN', {
        en: 'The token allows no account: neither one of its claims nor the access policy names any.',
        zh: '令牌不允许访问任何账号：其声明和访问策略都没有指定账号。'
    });
const otherAccount = (scope, named)=>{
    const [which, whichInChinese] = named === undefined ? [
        'this account',
        '此账号'
    ] : [
        `account ${named.accountId}`,
        `账号 ${named.accountId}`
    ];
    return new _UserError.UserError('FORBIDDEN', {
        en: `The token does not allow ${scope} in ${which}.`,
        zh: `令牌不允许在${whichInChinese}中使用 ${scope}。`
    }, named?.field, false, named?.accountId);
};
const sumOfAccounts = ()=>new _UserError.UserError('FORBIDDEN', {
        en: 'This counts resources of accounts that the token does not allow to see.',
        zh: '此统计包含令牌无权查看的账号的资源。'
    });
