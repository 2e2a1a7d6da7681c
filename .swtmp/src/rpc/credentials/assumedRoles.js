"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "assumedRoles", {
    enumerable: true,
    get: function() {
        return assumedRoles;
    }
});
const _RpcError = require("../../errors/RpcError");
const _operations = require("../../operations");
const _Waiter = require("../Waiter");
const _clock = require("../clock");
const _RoleSessions = require("./RoleSessions");
const _roleFailures = require("./roleFailures");
const _sessionTerms = require("./sessionTerms");
/** How much of the time that is left opening a session may take: the call that it is for needs the rest. */ const shareForOpening = 0.8;
/** The time of anyone who names none. */ const defaultMs = 10_000;
/** How long it may take to find out why a role was refused. */ const identityMs = 3000;
function assumedRoles({ own, rpc, roles, clock = _clock.systemClock }) {
    const reading = sessionsUnder(roles.sessionPolicy);
    // The role for writing may be the one for reading: then its sessions differ by their policy alone.
    const writing = roles.writeSessionPolicy === roles.sessionPolicy ? reading : sessionsUnder(roles.writeSessionPolicy);
    let identity;
    function sessionsUnder(policy) {
        return new _RoleSessions.RoleSessions({
            open: (roleArn, shared)=>open(roleArn, policy, shared),
            lifetimeMs: (roleArn)=>(0, _sessionTerms.sessionTerms)(roleArn, roles).seconds * 1000,
            clock
        });
    }
    const sessionsFor = ({ operation })=>operation.kind === 'read' ? reading : writing;
    async function open(roleArn, policy, shared) {
        const { seconds, externalId } = (0, _sessionTerms.sessionTerms)(roleArn, roles);
        const request = {
            RoleArn: roleArn,
            RoleSessionName: roles.sessionName,
            DurationSeconds: seconds,
            ExternalId: externalId,
            Policy: policy
        };
        try {
            const { Credentials: keys } = await rpc().withContext({
                credentials: own
            }).call(_operations.AssumeRole, request, {
                shared
            });
            return {
                accessKeyId: keys.AccessKeyId,
                accessKeySecret: keys.AccessKeySecret,
                securityToken: keys.SecurityToken,
                principal: roleArn
            };
        } catch (error) {
            if (!(error instanceof _RpcError.RpcError)) throw error;
            throw (0, _roleFailures.cannotAssume)(error, roleArn, error.family === 'PERMISSION' && await areRootKey());
        }
    }
    /** Asked after a refusal alone, once for all that wait: the refusal itself does not tell. */ function areRootKey() {
        identity ??= rpc().withContext({
            credentials: own,
            deadlineMs: identityMs
        }).call(_operations.GetCallerIdentity, {}).then(({ IdentityType })=>IdentityType === 'Account', ()=>false).finally(()=>{
            identity = undefined;
        });
        return identity;
    }
    function deadlineOf(ask) {
        const now = clock.now();
        const until = (0, _Waiter.latestSendAt)(ask);
        return now + shareForOpening * (until === Infinity ? defaultMs : until - now);
    }
    return {
        get: (ask)=>{
            const roleArn = roleFor(ask, roles);
            if (roleArn === undefined) return own.get(ask);
            return sessionsFor(ask).get(roleArn, {
                ...ask,
                deadline: deadlineOf(ask)
            });
        },
        refused: (credentials, target)=>{
            const roleArn = roleFor(target, roles);
            if (roleArn === undefined) own.refused?.(credentials, target);
            else sessionsFor(target).drop(roleArn, credentials);
        }
    };
}
/** The ARN of the role that a call is made as; undefined: the gateway's own credentials. */ function roleFor({ operation, accountId }, roles) {
    if (accountId === undefined) return ownRoleFor(operation, roles);
    const { memberRole, memberRoleOverrides, memberWriteRole, memberWriteRoleOverrides } = roles;
    const name = operation.kind === 'read' ? memberRoleOverrides.get(accountId) ?? memberRole : memberWriteRoleOverrides.get(accountId) ?? memberWriteRole;
    return `acs:ram::${accountId}:role/${name}`;
}
function ownRoleFor({ product, kind }, roles) {
    switch(product.service){
        case 'sts':
            return undefined;
        case 'cloud-config':
            return kind === 'read' ? undefined : roles.recorderRoleArn;
        case 'resource-manager':
            return kind === 'read' ? roles.directoryRoleArn : roles.directoryWriteRoleArn;
        case 'governance':
            return kind === 'read' ? roles.directoryRoleArn : roles.enrollmentRoleArn;
    }
}
