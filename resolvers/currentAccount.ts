import type { Context } from '../src/context';
import { badInput, UserError } from '../src/errors/UserError';

/** @throws UserError BAD_USER_INPUT for what cannot be an account ID. */
export const parseAccountId = (accountId: string, field: readonly string[]): string => {
  if (!/^\d{1,20}$/.test(accountId)) {
    throw badInput(
      field,
      { en: 'an Alibaba Cloud account ID, 16 digits as a rule', zh: '阿里云账号 ID（通常为 16 位数字）' },
      accountId,
    );
  }
  return accountId;
};

/**
 * The account to read or write: the current one where none is named.
 *
 * @throws UserError FORBIDDEN where another one is named: this gateway acts for the account of its own credentials.
 */
export const requireCurrentAccount = async (
  context: Context,
  accountId: string | null | undefined,
  field: readonly string[],
): Promise<string> => {
  const named = accountId == null ? undefined : parseAccountId(accountId, field);
  const current = await context.currentAccountId();
  if (named !== undefined && named !== current) {
    const name = field.join('.');
    throw new UserError(
      'FORBIDDEN',
      {
        en: `${name} must be the account of the gateway’s own credentials, ${current}, but got ${named}: other accounts cannot be read or written yet.`,
        zh: `${name} 应为网关自身凭证所属的账号 ${current}，但收到 ${named}：暂不支持读写其他账号。`,
      },
      field,
    );
  }
  return current;
};
