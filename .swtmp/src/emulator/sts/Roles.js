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
    get Roles () {
        return Roles;
    },
    get accessRoleName () {
        return accessRoleName;
    }
});
const accessRoleName = 'ResourceDirectoryAccountAccessRole';
let Roles = class Roles {
    constructor(roles, accounts, directories){
        this.accounts = accounts;
        this.directories = directories;
        this.named = new Map(roles.map((role)=>[
                keyOf(role.accountId, role.name),
                role
            ]));
    }
    /** The role of an account that is there and not closed. Names differ by more than letter case. */ get(accountId, name) {
        if (!this.accounts.open(accountId)) return undefined;
        return this.named.get(keyOf(accountId, name)) ?? this.ofMember(accountId, name);
    }
    /** A role that the directory of an account has made there: gone as soon as the account leaves. */ ofMember(accountId, name) {
        const directory = this.directories.joinedBy(accountId);
        const missing = directory?.members.get(accountId)?.missingRoles ?? [];
        if (!directory || missing.some((one)=>isSameName(one, name))) return undefined;
        const trusts = [
            directory.managementAccountId
        ];
        if (isSameName(accessRoleName, name)) {
            return {
                accountId,
                name: accessRoleName,
                trusts,
                allowed: [
                    '*'
                ],
                maxSessionSeconds: 3600
            };
        }
        const role = directory.memberRoles.find((one)=>isSameName(one.name, name));
        return role && {
            ...role,
            trusts: role.trusts ?? trusts,
            accountId
        };
    }
};
const isSameName = (one, other)=>one.toLowerCase() === other.toLowerCase();
const keyOf = (accountId, name)=>`${accountId}/${name.toLowerCase()}`;
