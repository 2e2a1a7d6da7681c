import type { Context } from '../src/context';
import { badInput } from '../src/errors/UserError';

/** @throws UserError BAD_USER_INPUT for what cannot be an account ID. */
export const parseAccountId = (accountId: string, field: readonly string[]): string => {
  if (!/^\d{1,20}$/.test(accountId)) {
    throw badInput(
      field,
      { en: 'an Alibaba Cloud account ID, usually 16 digits', zh: '阿里云账号 ID（通常为 16 位数字）' },
      accountId,
    );
  }
  return accountId;
};

/** The account to read or write: the current one if none is named. @throws UserError for what can be no account ID. */
export const accountOrCurrent = async (
  context: Context,
  accountId: string | null | undefined,
  field: readonly string[],
): Promise<string> => (accountId == null ? context.currentAccountId() : parseAccountId(accountId, field));
