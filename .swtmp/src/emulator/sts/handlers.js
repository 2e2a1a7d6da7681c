"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "stsHandlers", {
    enumerable: true,
    get: function() {
        return stsHandlers;
    }
});
const _AssumeRole = require("./AssumeRole");
const stsHandlers = {
    AssumeRole: _AssumeRole.AssumeRole,
    GetCallerIdentity (_request, { caller }) {
        return {
            IdentityType: caller.identityType,
            AccountId: caller.accountId,
            PrincipalId: caller.principalId,
            UserId: caller.userId,
            Arn: caller.arn,
            RoleId: caller.roleId
        };
    }
};
