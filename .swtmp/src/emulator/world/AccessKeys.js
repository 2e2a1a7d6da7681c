"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "AccessKeys", {
    enumerable: true,
    get: function() {
        return AccessKeys;
    }
});
const _actions = require("../ram/actions");
const _WorldDefinition = require("./WorldDefinition");
const _principals = require("./principals");
let AccessKeys = class AccessKeys {
    constructor(world, generated){
        this.generated = generated;
        const keys = [
            ...world.keys,
            ...customaryKeys(world)
        ].map((definition)=>({
                definition,
                key: toAccessKey(definition)
            }));
        this.byId = new Map(keys.map(({ key })=>[
                key.id,
                key
            ]));
        // Two keys of one RAM user are one principal: what is denied with the one is denied with the other.
        const denied = new Map();
        for (const { key, definition } of keys){
            const { principalId } = key.caller;
            denied.set(principalId, [
                ...denied.get(principalId) ?? [],
                ...definition.denied
            ]);
        }
        this.denied = denied;
    }
    get(id) {
        const key = this.byId.get(id);
        if (key) return key;
        const definition = this.generated?.key(id);
        return definition && toAccessKey(definition);
    }
    /** Whether no denied action covers this one. */ permits(principalId, ramAction) {
        return !(0, _actions.covers)(this.denied.get(principalId) ?? [], ramAction);
    }
};
/**
 * The keys that every world has: `testid` of the management account, `memberid` of an ordinary member. Where there is
 * no directory yet both are of the first account, as two RAM users: an unrelated account would only mislead.
 */ function customaryKeys({ keys, accounts, directories }) {
    const owner = directories[0]?.managementAccountId ?? accounts[0]?.accountId ?? '';
    const member = directories[0]?.members[0]?.accountId ?? owner;
    const customary = [
        {
            id: 'testid',
            secret: 'testsecret',
            accountId: owner,
            name: 'gateway'
        },
        {
            id: 'memberid',
            secret: 'membersecret',
            accountId: member,
            name: 'member'
        }
    ];
    return customary.filter(({ id })=>!keys.some((key)=>key.id === id)).map(({ name, ...key })=>({
            ...key,
            active: true,
            denied: [],
            identity: {
                type: 'RAMUser',
                name
            }
        }));
}
function toAccessKey(definition) {
    const { id, secret, active, readings, session } = definition;
    return {
        id,
        secret,
        active,
        readings,
        caller: toCaller(definition),
        session: session && {
            securityToken: session.securityToken,
            expiresAt: (0, _WorldDefinition.toEpochMs)(session.expiresAt)
        }
    };
}
function toCaller({ accountId, identity }) {
    switch(identity.type){
        case 'Account':
            return {
                accountId,
                identityType: 'Account',
                principalId: accountId,
                userId: accountId,
                arn: `acs:ram::${accountId}:root`
            };
        case 'RAMUser':
            {
                const id = identity.userId ?? (0, _principals.userId)(accountId, identity.name);
                const arn = `acs:ram::${accountId}:user/${identity.name}`;
                return {
                    accountId,
                    identityType: 'RAMUser',
                    principalId: id,
                    userId: id,
                    arn
                };
            }
        case 'AssumedRoleUser':
            {
                const id = (0, _principals.roleId)(accountId, identity.role);
                const arn = `acs:ram::${accountId}:assumed-role/${identity.role}/${identity.session}`;
                return {
                    accountId,
                    identityType: 'AssumedRoleUser',
                    principalId: `${id}:${identity.session}`,
                    roleId: id,
                    arn
                };
            }
    }
}
