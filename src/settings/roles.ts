import { z } from 'zod';
import type { SettingsOf } from '../environment/Setting';
import { setting } from '../environment/Setting';
import type { Format } from '../environment/formats';
import { pairs, whole } from '../environment/formats';
import { defaultsOf } from '../environment/readSettings';
import { isJson } from '../json/tryParseJson';

const roleName = {
  values: 'a role’s name',
  parse: z.string().regex(/^[A-Za-z0-9.@_-]{1,64}$/),
};

const roleArn = {
  values: 'a role’s ARN, `acs:ram::<account ID>:role/<name>`',
  parse: z.string().regex(/^acs:ram::\d{5,20}:role\/[A-Za-z0-9.@_-]{1,64}$/),
};

const externalId = {
  values: '2 to 1224 of letters, digits and `_+=,.@:/-`',
  parse: z.string().regex(/^[\w+=,.@:/-]{2,1224}$/),
};

const sessionSeconds = whole(900, 43_200);

/** Values by the ID of an account. */
const byAccount = <T>(values: string, { parse }: Pick<Format<T>, 'parse'>) =>
  pairs({ values: `\`<account ID>=<${values}>\`, comma-separated`, key: z.string().regex(/^\d{5,20}$/), value: parse });

const roleNames = byAccount('role’s name', roleName);

const sessionPolicy = {
  values: 'a RAM policy in JSON, at most 2048 characters',
  parse: z.string().max(2048).refine(isJson),
};

/** Settings of the roles that the gateway assumes. */
export const roleTable = {
  memberRole: setting('MEMBER_ROLE_NAME', {
    ...roleName,
    default: 'ResourceDirectoryAccountAccessRole',
    description:
      'Role to assume in another account for reading. The default role can do everything there, so create a narrower one.',
  }),
  memberWriteRole: setting('MEMBER_WRITE_ROLE_NAME', {
    ...roleName,
    unset: '`MEMBER_ROLE_NAME`',
    description: 'Role to assume in another account for starting or updating its recorder.',
  }),
  memberRoleOverrides: setting('MEMBER_ROLE_OVERRIDES', {
    ...roleNames,
    default: new Map(),
    description: 'Accounts that use another name for the role for reading.',
  }),
  memberWriteRoleOverrides: setting('MEMBER_WRITE_ROLE_OVERRIDES', {
    ...roleNames,
    default: new Map(),
    description: 'Accounts that use another name for the role for the recorder.',
  }),
  recorderRoleArn: setting('RECORDER_ROLE_ARN', {
    ...roleArn,
    unset: '(unset: the gateway’s credentials)',
    description: 'Role for writing to the recorder of the gateway’s own account.',
  }),
  directoryRoleArn: setting('DIRECTORY_ROLE_ARN', {
    ...roleArn,
    unset: '(unset: the gateway’s credentials)',
    description: 'Role for reading the directory, its enrollments and baselines.',
  }),
  directoryWriteRoleArn: setting('DIRECTORY_WRITE_ROLE_ARN', {
    ...roleArn,
    unset: '(unset: the gateway’s credentials)',
    description: 'Role for creating a directory.',
  }),
  enrollmentRoleArn: setting('ENROLLMENT_ROLE_ARN', {
    ...roleArn,
    unset: '(unset: the gateway’s credentials)',
    description: 'Role for enrolling and creating accounts.',
  }),
  sessionName: setting('ROLE_SESSION_NAME', {
    values: '2 to 64 of letters, digits and `.@-_`',
    parse: z.string().regex(/^[A-Za-z0-9.@_-]{2,64}$/),
    default: 'governance-gateway',
    description: 'Name of role sessions in audit trails.',
  }),
  sessionSeconds: setting('ROLE_SESSION_DURATION_SECONDS', {
    ...sessionSeconds,
    default: 3600,
    description:
      'Duration of role sessions, in seconds. Every role must allow at least this long, except those in `ROLE_SESSION_DURATION_OVERRIDES`. Sessions are renewed before they end.',
  }),
  sessionSecondsOverrides: setting('ROLE_SESSION_DURATION_OVERRIDES', {
    ...byAccount('900 to 43200', sessionSeconds),
    default: new Map(),
    description: 'Accounts with another session duration, in seconds, because their roles allow less or more.',
  }),
  externalId: setting('ROLE_EXTERNAL_ID', {
    ...externalId,
    secret: true,
    orFile: true,
    unset: '(unset)',
    description: 'External ID for assuming the roles. Roles that do not require one ignore it.',
  }),
  externalIdOverrides: setting('ROLE_EXTERNAL_ID_OVERRIDES', {
    ...byAccount('external ID', externalId),
    values: '`<account ID>=<external ID>`, comma-separated; external IDs without commas',
    secret: true,
    default: new Map(),
    description:
      'Accounts whose roles require another external ID. An external ID with a comma can only be `ROLE_EXTERNAL_ID`.',
  }),
  sessionPolicy: setting('ROLE_SESSION_POLICY', {
    ...sessionPolicy,
    unset: '(unset)',
    description:
      'Policy that narrows every session for reading, the same in all accounts. To narrow single accounts, change their roles.',
  }),
  writeSessionPolicy: setting('ROLE_WRITE_SESSION_POLICY', {
    ...sessionPolicy,
    unset: '`ROLE_SESSION_POLICY`',
    description: 'Policy that narrows every session for writing.',
  }),
};

/** Roles and policies that are not set are replaced by the more general ones. */
export const toRoles = (roles: SettingsOf<typeof roleTable>) => ({
  ...roles,
  memberWriteRole: roles.memberWriteRole ?? roles.memberRole,
  writeSessionPolicy: roles.writeSessionPolicy ?? roles.sessionPolicy,
});

/**
 * Which role the gateway assumes for what, and how. `overrides` are by account ID. Without a role of their own, calls
 * that concern the gateway's own account use its own credentials.
 */
export type RoleSettings = ReturnType<typeof toRoles>;

/** The roles if no variable is set. */
export const defaultRoles: RoleSettings = toRoles(defaultsOf(roleTable));
