import { toClientError } from '../errors/ClientError';
import type { RpcError } from '../errors/RpcError';
import type { Patient } from './Patient';

/**
 * Why a role cannot be assumed, with its account and name, and what to do.
 *
 * @param error that of AssumeRole, of kind `CLIENT`.
 * @param whereMissing what to do where there is no such role.
 */
export function explainRole(
  error: RpcError,
  { settings: { roles } }: Patient,
  whereMissing: string,
): { readonly message: string; readonly remedy: string } {
  const { message } = toClientError(error, 'en');
  if (error.code === 'EntityNotExist.Role') return { message, remedy: whereMissing };
  if (error.code !== 'NoPermission') {
    return { message, remedy: 'See docs/ERRORS.md for this code, and docs/SETTINGS.md for the settings of roles.' };
  }
  const externalId =
    roles.externalId === undefined
      ? 'no external ID (ROLE_EXTERNAL_ID is not set)'
      : 'the external ID that is set in ROLE_EXTERNAL_ID';
  return {
    message,
    remedy: `See that the account is not suspended, that the role trusts the gateway’s RAM user or role (npm run ram-policy -- member-trust) and asks for ${externalId}, and that the gateway may assume it (npm run ram-policy -- members).`,
  };
}
