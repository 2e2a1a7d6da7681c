"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "AssumeRole", {
    enumerable: true,
    get: function() {
        return AssumeRole;
    }
});
const _handler = require("../handler");
const _policy = require("../ram/policy");
/** What the document's message tells, in bytes. */ const maxPolicyBytes = 2048;
const AssumeRole = (request, context)=>{
    const { world } = context;
    const { RoleArn: arn, RoleSessionName: name, DurationSeconds: durationSeconds = 3600, Policy: text } = request;
    const [, accountId, roleName] = /^acs:ram::([\d*]{5,32}):role\/([A-Za-z0-9.@_-]{1,64})$/.exec(arn) ?? [];
    if (accountId === undefined || roleName === undefined) throw new _handler.BusinessError('InvalidParameter.RoleArn');
    const policy = text === undefined ? undefined : narrowing(text);
    // The root key, as a page of STS puts it, is refused with NoPermission.
    if (context.caller.identityType === 'Account') throw new _handler.BusinessError('NoPermission');
    const role = world.roles.get(accountId, roleName);
    if (!role) throw new _handler.BusinessError('EntityNotExist.Role');
    assertTrusts(role, request.ExternalId, context);
    if (durationSeconds > role.maxSessionSeconds) throw new _handler.BusinessError('InvalidParameter.DurationSeconds');
    const key = world.sessions.open({
        role,
        name,
        durationSeconds,
        policy
    });
    return {
        AssumedRoleUser: {
            AssumedRoleId: key.caller.principalId,
            Arn: `acs:ram::${accountId}:role/${role.name}/${name}`
        },
        Credentials: {
            SecurityToken: key.session.securityToken,
            Expiration: `${new Date(key.session.expiresAt).toISOString().slice(0, 19)}Z`,
            AccessKeySecret: key.secret,
            AccessKeyId: key.id
        },
        SourceIdentity: request.SourceIdentity
    };
};
function narrowing(text) {
    if (Buffer.byteLength(text) > maxPolicyBytes) throw new _handler.BusinessError('InvalidParameter.PolicySize');
    const policy = (0, _policy.parsePolicy)(text);
    if (!policy) throw new _handler.BusinessError('InvalidParameter.PolicyGrammar');
    return policy;
}
/** One code for whatever is missing. That an account with an overdue payment lets nobody in is not documented. */ function assertTrusts(role, externalId, { world, caller }) {
    const isOpen = world.accounts.get(role.accountId)?.status === 'active';
    const knowsWord = role.externalId === undefined || role.externalId === externalId;
    if (!isOpen || !knowsWord || !role.trusts.includes(caller.accountId)) throw new _handler.BusinessError('NoPermission');
}
