"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "explainRole", {
    enumerable: true,
    get: function() {
        return explainRole;
    }
});
const _ClientError = require("../errors/ClientError");
function explainRole(error, { settings: { roles } }, { accountId, whereMissing }) {
    const { message } = (0, _ClientError.toClientError)(error, 'en');
    if (error.code === 'EntityNotExist.Role' || error.family === 'NOT_FOUND') return {
        message,
        remedy: whereMissing
    };
    if (error.code === 'InvalidParameter.DurationSeconds') {
        return {
            message,
            remedy: 'Allow longer sessions in the role (MaxSessionDuration), or set a shorter duration: for this account in ROLE_SESSION_DURATION_OVERRIDES, for all in ROLE_SESSION_DURATION_SECONDS.'
        };
    }
    if (error.family !== 'PERMISSION') {
        return {
            message,
            remedy: 'See docs/ERRORS.md for this code, and docs/SETTINGS.md for the settings of roles.'
        };
    }
    return {
        message,
        remedy: `Check that the account is not suspended, that the role trusts the gateway’s RAM user or role (npm run ram-policy -- member-trust) and requires ${externalIdIn(accountId, roles)}, and that the gateway may assume it (npm run ram-policy -- members).`
    };
}
function externalIdIn(accountId, { externalId, externalIdOverrides }) {
    if (externalIdOverrides.has(accountId)) {
        return 'the external ID that is set for its account in ROLE_EXTERNAL_ID_OVERRIDES';
    }
    return externalId === undefined ? 'no external ID (ROLE_EXTERNAL_ID is not set)' : 'the external ID that is set in ROLE_EXTERNAL_ID';
}
