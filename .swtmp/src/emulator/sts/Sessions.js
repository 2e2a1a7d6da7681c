"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "Sessions", {
    enumerable: true,
    get: function() {
        return Sessions;
    }
});
const _nodecrypto = require("node:crypto");
const _actions = require("../ram/actions");
const _principals = require("../world/principals");
/** Past so many sessions the oldest are forgotten: their keys are then not known, rather than expired. */ const maxSessions = 20_000;
let Sessions = class Sessions {
    /** @param wallClock milliseconds since the epoch: keys live in real time, whatever time it is in the world. */ constructor(wallClock){
        this.wallClock = wallClock;
        this.byKeyId = new Map();
    }
    get(keyId) {
        return this.byKeyId.get(keyId);
    }
    open({ role, name, durationSeconds, policy }) {
        const { accountId, allowed } = role;
        const id = (0, _principals.roleId)(accountId, role.name);
        const key = {
            id: `STS.N${(0, _nodecrypto.randomBytes)(12).toString('hex')}`,
            secret: (0, _nodecrypto.randomBytes)(24).toString('base64url'),
            active: true,
            caller: {
                accountId,
                identityType: 'AssumedRoleUser',
                principalId: `${id}:${name}`,
                roleId: id,
                arn: `acs:ram::${accountId}:assumed-role/${role.name}/${name}`,
                may: mayTake(allowed, policy)
            },
            session: {
                securityToken: `CAIS${(0, _nodecrypto.randomBytes)(48).toString('base64url')}`,
                expiresAt: this.wallClock() + durationSeconds * 1000
            }
        };
        this.byKeyId.set(key.id, key);
        const [oldest] = this.byKeyId.keys();
        if (this.byKeyId.size > maxSessions && oldest !== undefined) this.byKeyId.delete(oldest);
        return key;
    }
};
/** What a session may do at most: what its role allows, and its own policy too. */ const mayTake = (allowed, policy = ()=>true)=>(action)=>(0, _actions.covers)(allowed, action) && policy(action);
