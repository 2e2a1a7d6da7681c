import { createHash } from 'node:crypto';

/** The id of a RAM user that a world does not name. */
export const userId = (accountId: string, name: string): string => eighteenDigits('user', accountId, name);

/** The id of a RAM role. */
export const roleId = (accountId: string, name: string): string => eighteenDigits('role', accountId, name);

/** The form of RAM user and role ids. */
function eighteenDigits(...parts: readonly string[]): string {
  const digest = createHash('sha256').update(parts.join('/')).digest();
  return `2${(digest.readBigUInt64BE() % 10n ** 17n).toString().padStart(17, '0')}`;
}
