"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "sessionTerms", {
    enumerable: true,
    get: function() {
        return sessionTerms;
    }
});
const _roleFailures = require("./roleFailures");
function sessionTerms(roleArn, roles) {
    const { accountId } = (0, _roleFailures.parseRoleArn)(roleArn);
    return {
        seconds: roles.sessionSecondsOverrides.get(accountId) ?? roles.sessionSeconds,
        externalId: roles.externalIdOverrides.get(accountId) ?? roles.externalId
    };
}
