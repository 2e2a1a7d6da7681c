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
    get defaultRoles () {
        return defaultRoles;
    },
    get roleTable () {
        return roleTable;
    },
    get toRoles () {
        return toRoles;
    }
});
const _zod = require("zod");
const _Setting = require("../environment/Setting");
const _formats = require("../environment/formats");
const _readSettings = require("../environment/readSettings");
const _tryParseJson = require("../json/tryParseJson");
const roleName = {
    values: 'a role’s name',
    parse: _zod.z.string().regex(/^[A-Za-z0-9.@_-]{1,64}$/)
};
const roleArn = {
    values: 'a role’s ARN, `acs:ram::<account ID>:role/<name>`',
    parse: _zod.z.string().regex(/^acs:ram::\d{5,20}:role\/[A-Za-z0-9.@_-]{1,64}$/)
};
const externalId = {
    values: '2 to 1224 of letters, digits and `_+=,.@:/-`',
    parse: _zod.z.string().regex(/^[\w+=,.@:/-]{2,1224}$/)
};
const sessionSeconds = (0, _formats.whole)(900, 43_200);
/** Values by the ID of an account. */ const byAccount = (values, { parse })=>(0, _formats.pairs)({
        values: `\`<account ID>=<${values}>\`, comma-separated`,
        key: _zod.z.string().regex(/^\d{5,20}$/),
        value: parse
    });
const roleNames = byAccount('role’s name', roleName);
const sessionPolicy = {
    values: 'a RAM policy in JSON, at most 2048 characters',
    parse: _zod.z.string().max(2048).refine(_tryParseJson.isJson)
};
const roleTable = {
    memberRole: (0, _Setting.setting)('MEMBER_ROLE_NAME', {
        ...roleName,
        default: 'ResourceDirectoryAccountAccessRole',
        description: 'Role to assume in another account for reading. The default role can do everything there, so create a narrower one.'
    }),
    memberWriteRole: (0, _Setting.setting)('MEMBER_WRITE_ROLE_NAME', {
        ...roleName,
        unset: '`MEMBER_ROLE_NAME`',
        description: 'Role to assume in another account for starting or updating its recorder.'
    }),
    memberRoleOverrides: (0, _Setting.setting)('MEMBER_ROLE_OVERRIDES', {
        ...roleNames,
        default: new Map(),
        description: 'Accounts that use another name for the role for reading.'
    }),
    memberWriteRoleOverrides: (0, _Setting.setting)('MEMBER_WRITE_ROLE_OVERRIDES', {
        ...roleNames,
        default: new Map(),
        description: 'Accounts that use another name for the role for the recorder.'
    }),
    recorderRoleArn: (0, _Setting.setting)('RECORDER_ROLE_ARN', {
        ...roleArn,
        unset: '(unset: the gateway’s credentials)',
        description: 'Role for writing to the recorder of the gateway’s own account.'
    }),
    directoryRoleArn: (0, _Setting.setting)('DIRECTORY_ROLE_ARN', {
        ...roleArn,
        unset: '(unset: the gateway’s credentials)',
        description: 'Role for reading the directory, its enrollments and baselines.'
    }),
    directoryWriteRoleArn: (0, _Setting.setting)('DIRECTORY_WRITE_ROLE_ARN', {
        ...roleArn,
        unset: '(unset: the gateway’s credentials)',
        description: 'Role for creating a directory.'
    }),
    enrollmentRoleArn: (0, _Setting.setting)('ENROLLMENT_ROLE_ARN', {
        ...roleArn,
        unset: '(unset: the gateway’s credentials)',
        description: 'Role for enrolling and creating accounts.'
    }),
    sessionName: (0, _Setting.setting)('ROLE_SESSION_NAME', {
        values: '2 to 64 of letters, digits and `.@-_`',
        parse: _zod.z.string().regex(/^[A-Za-z0-9.@_-]{2,64}$/),
        default: 'governance-gateway',
        description: 'Name of role sessions in audit trails.'
    }),
    sessionSeconds: (0, _Setting.setting)('ROLE_SESSION_DURATION_SECONDS', {
        ...sessionSeconds,
        default: 3600,
        description: 'Duration of role sessions, in seconds. Every role must allow at least this long, except those in `ROLE_SESSION_DURATION_OVERRIDES`. Sessions are renewed before they end.'
    }),
    sessionSecondsOverrides: (0, _Setting.setting)('ROLE_SESSION_DURATION_OVERRIDES', {
        ...byAccount('900 to 43200', sessionSeconds),
        default: new Map(),
        description: 'Accounts with another session duration, in seconds, because their roles allow less or more.'
    }),
    externalId: (0, _Setting.setting)('ROLE_EXTERNAL_ID', {
        ...externalId,
        secret: true,
        orFile: true,
        unset: '(unset)',
        description: 'External ID for assuming the roles. Roles that do not require one ignore it.'
    }),
    externalIdOverrides: (0, _Setting.setting)('ROLE_EXTERNAL_ID_OVERRIDES', {
        ...byAccount('external ID', externalId),
        values: '`<account ID>=<external ID>`, comma-separated; external IDs without commas',
        secret: true,
        default: new Map(),
        description: 'Accounts whose roles require another external ID. An external ID with a comma can only be `ROLE_EXTERNAL_ID`.'
    }),
    sessionPolicy: (0, _Setting.setting)('ROLE_SESSION_POLICY', {
        ...sessionPolicy,
        unset: '(unset)',
        description: 'Policy that narrows every session for reading, the same in all accounts. To narrow single accounts, change their roles.'
    }),
    writeSessionPolicy: (0, _Setting.setting)('ROLE_WRITE_SESSION_POLICY', {
        ...sessionPolicy,
        unset: '`ROLE_SESSION_POLICY`',
        description: 'Policy that narrows every session for writing.'
    })
};
const toRoles = (roles)=>({
        ...roles,
        memberWriteRole: roles.memberWriteRole ?? roles.memberRole,
        writeSessionPolicy: roles.writeSessionPolicy ?? roles.sessionPolicy
    });
const defaultRoles = toRoles((0, _readSettings.defaultsOf)(roleTable));
