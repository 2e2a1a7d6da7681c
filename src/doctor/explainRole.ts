import { toClientError } from '../errors/ClientError';
import type { RpcError } from '../errors/RpcError';
import type { RoleSettings } from '../settings';
import type { Probe } from './Probe';

/** A role that the gateway assumes. */
export interface RoleOf {
  /** The account that it is of. */
  readonly accountId: string;
  /** What to do if there is no such role. */
  readonly whereMissing: string;
}

/**
 * Why a role cannot be assumed, with its account and name, and what to do.
 *
 * @param error that of AssumeRole, of kind `CLIENT`.
 */
export function explainRole(
  error: RpcError,
  { settings: { roles } }: Probe,
  { accountId, whereMissing }: RoleOf,
): { readonly message: string; readonly remedy: string } {
  const { message } = toClientError(error, 'en');
  if (error.code === 'EntityNotExist.Role' || error.family === 'NOT_FOUND') return { message, remedy: whereMissing };
  if (error.code === 'InvalidParameter.DurationSeconds') {
    return {
      message,
      remedy:
        'Allow longer sessions in the role (MaxSessionDuration), or set a shorter duration: for this account in ROLE_SESSION_DURATION_OVERRIDES, for all in ROLE_SESSION_DURATION_SECONDS.',
    };
  }
  if (error.family !== 'PERMISSION') {
    return { message, remedy: 'See docs/ERRORS.md for this code, and docs/SETTINGS.md for the settings of roles.' };
  }
  return {
    message,
    remedy: `Check that the account is not suspended, that the role trusts the gateway’s RAM user or role (npm run ram-policy -- member-trust) and requires ${externalIdIn(accountId, roles)}, and that the gateway may assume it (npm run ram-policy -- members).`,
  };
}

function externalIdIn(accountId: string, { externalId, externalIdOverrides }: RoleSettings): string {
  if (externalIdOverrides.has(accountId)) {
    return 'the external ID that is set for its account in ROLE_EXTERNAL_ID_OVERRIDES';
  }
  return externalId === undefined
    ? 'no external ID (ROLE_EXTERNAL_ID is not set)'
    : 'the external ID that is set in ROLE_EXTERNAL_ID';
}
