import { z } from 'zod';
import { isJson } from '../json/tryParseJson';
import type { ValuesOf } from './setting';
import { setting, whole } from './setting';

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

const seconds = whole(900, 43_200);

/**
 * `1734905562810937=AuditReader,…`: a value by account id. The first `=` of a pair ends the id, any other is of the
 * value; a comma always ends the pair, so that a slip in the next one is refused and not taken for part of a value.
 */
const byAccount = <T>(values: string, value: z.ZodType<T, string>) => ({
  values: `\`<account ID>=<${values}>\`, comma-separated`,
  parse: z
    .string()
    .transform((text) => text.split(',').map((pair) => pair.trim().split(/=(.*)/s).slice(0, 2)))
    .pipe(z.array(z.tuple([z.string().regex(/^\d{5,20}$/), value])))
    .transform((pairs): ReadonlyMap<string, T> => new Map(pairs)),
});

const roleNames = byAccount('role’s name', roleName.parse);

const sessionPolicy = {
  values: 'a RAM policy in JSON, at most 2048 characters',
  parse: z.string().max(2048).refine(isJson),
};

/** Settings of the roles that the gateway assumes. */
export const roleDefinitions = {
  MEMBER_ROLE_NAME: setting({
    ...roleName,
    default: 'ResourceDirectoryAccountAccessRole',
    description:
      'Role to assume in another account for reading. The default role can do everything there, so create a narrower one.',
  }),
  MEMBER_WRITE_ROLE_NAME: setting({
    ...roleName,
    default: '`MEMBER_ROLE_NAME`',
    description: 'Role to assume in another account for starting or updating its recorder.',
  }),
  MEMBER_ROLE_OVERRIDES: setting({
    ...roleNames,
    default: '(none)',
    description: 'Accounts that use another name for the role for reading.',
  }),
  MEMBER_WRITE_ROLE_OVERRIDES: setting({
    ...roleNames,
    default: '(none)',
    description: 'Accounts that use another name for the role for the recorder.',
  }),
  RECORDER_ROLE_ARN: setting({
    ...roleArn,
    default: '(unset: the gateway’s credentials)',
    description: 'Role for writing to the recorder of the gateway’s own account.',
  }),
  DIRECTORY_ROLE_ARN: setting({
    ...roleArn,
    default: '(unset: the gateway’s credentials)',
    description: 'Role for reading the directory, its enrollments and baselines.',
  }),
  DIRECTORY_WRITE_ROLE_ARN: setting({
    ...roleArn,
    default: '(unset: the gateway’s credentials)',
    description: 'Role for creating a directory.',
  }),
  ENROLLMENT_ROLE_ARN: setting({
    ...roleArn,
    default: '(unset: the gateway’s credentials)',
    description: 'Role for enrolling and creating accounts.',
  }),
  ROLE_SESSION_NAME: setting({
    values: '2 to 64 of letters, digits and `.@-_`',
    parse: z.string().regex(/^[A-Za-z0-9.@_-]{2,64}$/),
    default: 'governance-gateway',
    description: 'Name of role sessions in audit trails.',
  }),
  ROLE_SESSION_DURATION_SECONDS: setting({
    ...seconds,
    default: '3600',
    description:
      'Duration of role sessions, in seconds. Every role must allow at least this long, except those in `ROLE_SESSION_DURATION_OVERRIDES`. Sessions are renewed before they end.',
  }),
  ROLE_SESSION_DURATION_OVERRIDES: setting({
    ...byAccount('900 to 43200', seconds.parse),
    default: '(none)',
    description: 'Accounts with another session duration, in seconds, because their roles allow less or more.',
  }),
  ROLE_EXTERNAL_ID: setting({
    ...externalId,
    default: '(unset)',
    description: 'External ID for assuming the roles. Roles that do not require one ignore it.',
  }),
  ROLE_EXTERNAL_ID_OVERRIDES: setting({
    ...byAccount('external ID', externalId.parse),
    values: '`<account ID>=<external ID>`, comma-separated; external IDs without commas',
    default: '(none)',
    description:
      'Accounts whose roles require another external ID. An external ID with a comma can only be `ROLE_EXTERNAL_ID`.',
  }),
  ROLE_SESSION_POLICY: setting({
    ...sessionPolicy,
    default: '(unset)',
    description:
      'Policy that narrows every session for reading, the same in all accounts. To narrow single accounts, change their roles.',
  }),
  ROLE_WRITE_SESSION_POLICY: setting({
    ...sessionPolicy,
    default: '`ROLE_SESSION_POLICY`',
    description: 'Policy that narrows every session for writing.',
  }),
};

/** Which role the gateway assumes for what, and how. */
export interface RoleSettings {
  /** Names of roles in other accounts: for reading, and for writing to the recorder. */
  readonly memberRole: string;
  readonly memberWriteRole: string;
  /** Other names, by account id. */
  readonly memberRoleOverrides: ReadonlyMap<string, string>;
  readonly memberWriteRoleOverrides: ReadonlyMap<string, string>;
  /** Roles for what concerns the gateway's own account; undefined: its own credentials. */
  readonly recorderRoleArn?: string;
  readonly directoryRoleArn?: string;
  readonly directoryWriteRoleArn?: string;
  readonly enrollmentRoleArn?: string;
  readonly sessionName: string;
  readonly sessionSeconds: number;
  readonly externalId?: string;
  /** Other durations and external ids, by the account of the role. */
  readonly sessionSecondsOverrides: ReadonlyMap<string, number>;
  readonly externalIdOverrides: ReadonlyMap<string, string>;
  /** RAM policies in JSON: of sessions for reading, and of those for writing. */
  readonly sessionPolicy?: string;
  readonly writeSessionPolicy?: string;
}

/** The roles that nobody named are those of {@link roleDefinitions}. */
export const rolesOf = (given: ValuesOf<typeof roleDefinitions>): RoleSettings => {
  const memberRole = given.MEMBER_ROLE_NAME ?? roleDefinitions.MEMBER_ROLE_NAME.default;
  return {
    memberRole,
    memberWriteRole: given.MEMBER_WRITE_ROLE_NAME ?? memberRole,
    memberRoleOverrides: given.MEMBER_ROLE_OVERRIDES ?? new Map(),
    memberWriteRoleOverrides: given.MEMBER_WRITE_ROLE_OVERRIDES ?? new Map(),
    recorderRoleArn: given.RECORDER_ROLE_ARN,
    directoryRoleArn: given.DIRECTORY_ROLE_ARN,
    directoryWriteRoleArn: given.DIRECTORY_WRITE_ROLE_ARN,
    enrollmentRoleArn: given.ENROLLMENT_ROLE_ARN,
    sessionName: given.ROLE_SESSION_NAME ?? roleDefinitions.ROLE_SESSION_NAME.default,
    sessionSeconds:
      given.ROLE_SESSION_DURATION_SECONDS ?? Number(roleDefinitions.ROLE_SESSION_DURATION_SECONDS.default),
    externalId: given.ROLE_EXTERNAL_ID,
    sessionSecondsOverrides: given.ROLE_SESSION_DURATION_OVERRIDES ?? new Map(),
    externalIdOverrides: given.ROLE_EXTERNAL_ID_OVERRIDES ?? new Map(),
    sessionPolicy: given.ROLE_SESSION_POLICY,
    writeSessionPolicy: given.ROLE_WRITE_SESSION_POLICY ?? given.ROLE_SESSION_POLICY,
  };
};

/** The roles where no variable names any. */
export const defaultRoles: RoleSettings = rolesOf({});
