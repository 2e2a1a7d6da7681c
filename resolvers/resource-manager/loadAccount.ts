import { Account } from '../../schema/resource-manager/Account';
import type { Context } from '../../src/context';
import { RpcError } from '../../src/errors/RpcError';
import type { AccountSummaryRecord } from '../../src/operations/resource-manager/AccountRecord';

/**
 * Reads the directory's record of an account. Null if the account is in no directory, or the directory does not know
 * it.
 *
 * The list may omit the management account itself. If the detail call omits it, too, its name comes from the record of
 * the directory.
 */
export const loadAccountRecord = async (context: Context, accountId: string): Promise<AccountSummaryRecord | null> => {
  const { account, resourceDirectory, singleAccount } = context.loaders.resourceManager;
  const listed = await nullWithoutDirectory(context, account.load(accountId));
  if (listed !== null) return listed;
  const directory = await resourceDirectory.load('current');
  if (directory?.MasterAccountId !== accountId) return null;
  const record = await singleAccount.load(accountId);
  return (
    record ?? {
      AccountId: accountId,
      DisplayName: directory.MasterAccountName,
      ResourceDirectoryId: directory.ResourceDirectoryId,
    }
  );
};

/**
 * The answer, or null if the current account is in no directory. The upstream's code says that the caller owns none;
 * a member cannot read the one that it does not own: that is a failure.
 */
export const nullWithoutDirectory = async <T>(context: Context, answer: Promise<T>): Promise<T | null> => {
  try {
    return await answer;
  } catch (error) {
    const ownsNone = error instanceof RpcError && error.code === 'EntityNotExists.ResourceDirectory';
    if (!ownsNone || (await context.loaders.resourceManager.resourceDirectory.load('current')) !== null) throw error;
    return null;
  }
};

/** The account with this id, or null if neither the directory nor the credentials know it. */
export const findAccount = async (context: Context, accountId: string): Promise<Account | null> => {
  if (accountId === (await context.currentAccountId())) return Account.of(accountId);
  const record = await loadAccountRecord(context, accountId);
  return record && Account.of(accountId, record);
};
