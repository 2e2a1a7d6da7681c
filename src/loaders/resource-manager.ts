import {
  GetAccount,
  GetFolder,
  GetPayerForAccount,
  GetResourceDirectory,
  ListAccounts,
  ListAccountsForParent,
  ListAncestors,
  ListFoldersForParent,
} from '../operations';
import type { AccountDetailRecord, AccountSummaryRecord } from '../operations/resource-manager/AccountRecord';
import type { FolderSummaryRecord } from '../operations/resource-manager/FolderRecord';
import type { UpstreamPageNumber } from '../pagination/readNumberedPage';
import type { CallOptions, RpcClient } from '../rpc/client';
import type { KnownLists } from './KnownLists';
import { fanOut } from './batch/fanOut';
import { inBatches } from './batch/inBatches';
import { sharedOnly } from './batch/sharedOnly';
import { singlesOrSweep } from './batch/singlesOrSweep';
import { foundBy, sweepNumbered } from './batch/sweeps';
import { groupBy } from './groupBy';
import { orNull } from './orNull';

/** What the list calls themselves can filter members by. Without a folder: every member of the directory. */
export interface AccountListFilter {
  readonly folderId?: string;
  /** Only with a folder: a fuzzy search by name. */
  readonly keyword?: string;
  readonly tag?: { readonly Key: string; readonly Value?: string };
}

/** A folder by its id, and by its parent if that is known: siblings are cheaper by their parent. */
export interface FolderKey {
  readonly folderId: string;
  readonly parentId?: string;
}

/** Loaders for one request, bound to that caller's credentials: never share them between requests. */
export const createResourceManagerLoaders = (rpc: RpcClient, lists: KnownLists) => {
  const readAccountsPage = async (
    { folderId, keyword, tag, fresh, ...page }: AccountListFilter & UpstreamPageNumber,
    options: CallOptions = { fresh },
  ) => {
    const request = { ...page, IncludeTags: true, Tag: tag && [tag] };
    const ofFolder = { ...request, ParentFolderId: folderId ?? '', QueryKeyword: keyword };
    const { Accounts, TotalCount } =
      folderId === undefined
        ? await rpc.call(ListAccounts, request, options)
        : await rpc.call(ListAccountsForParent, ofFolder, options);
    const records: readonly AccountSummaryRecord[] = Accounts.Account ?? [];
    const listed = (page.PageNumber - 1) * page.PageSize + records.length;
    // A count that ends with a full page may count that page alone.
    const isCounted =
      TotalCount !== undefined && (TotalCount > listed || (TotalCount === listed && records.length < page.PageSize));
    if (folderId === undefined && tag === undefined && isCounted) lists.learnLength('accounts', TotalCount);
    return { records, totalCount: TotalCount };
  };

  const accountsPage = fanOut(
    'resourceManager.accountsPage',
    (page: AccountListFilter & UpstreamPageNumber) => readAccountsPage(page),
    JSON.stringify,
  );

  const sharedAccountsPage = sharedOnly(accountsPage, (page) => readAccountsPage(page, { sharedOnly: true }));

  const foldersPage = fanOut(
    'resourceManager.foldersPage',
    async ({ parentId, fresh, ...page }: UpstreamPageNumber & { readonly parentId: string }) => {
      const { Folders, TotalCount } = await rpc.call(
        ListFoldersForParent,
        { ...page, ParentFolderId: parentId },
        { fresh },
      );
      const { Folder: records = [] } = Folders;
      if (TotalCount !== undefined) {
        const ids = records.map(({ FolderId }) => FolderId);
        lists.folders.learn(parentId, ids, TotalCount, page.PageNumber === 1);
      }
      return { records, totalCount: TotalCount };
    },
    JSON.stringify,
  );

  const folderDetail = fanOut('resourceManager.folderDetail', async (folderId: string) => {
    const answer = await orNull(
      rpc.call(GetFolder, { FolderId: folderId }),
      'EntityNotExists.Folder',
      'InvalidParameter.FolderId',
    );
    return answer?.Folder ?? null;
  });

  /** A member in the list form, read by a separate call; null if the directory does not know it. */
  const singleAccount = fanOut('resourceManager.singleAccount', async (accountId: string) => {
    const answer = await orNull(
      rpc.call(GetAccount, { AccountId: accountId, IncludeTags: true }),
      'EntityNotExists.Account',
      'InvalidParameter.AccountId',
    );
    if (answer === null) lists.seen.remove(accountId);
    else lists.seen.note(accountId);
    return answer && toSummary(answer.Account);
  });

  return {
    /** The directory of the account of the credentials; null if it is in none. There is one at most: `current`. */
    resourceDirectory: fanOut('resourceManager.resourceDirectory', async (_key: 'current') => {
      const answer = await orNull(rpc.call(GetResourceDirectory, {}), 'ResourceDirectoryNotInUse');
      return answer?.ResourceDirectory ?? null;
    }),

    /** One upstream page of the members, in the list form. */
    accountsPage,

    singleAccount,

    /** A member in the list form, by its id; null if the directory does not know it. */
    account: singlesOrSweep<AccountSummaryRecord>('resourceManager.account', {
      list: 'accounts',
      lists,
      length: () => lists.lengthOf('accounts'),
      loadOne: (accountId) => singleAccount.load(accountId),
      sweep: (wanted, { sharedOnly: shared }) =>
        sweepNumbered(
          shared ? sharedAccountsPage : (page) => accountsPage.load(page),
          ({ AccountId }) => AccountId,
          wanted,
        ),
    }),

    /** Who pays for a member; null if the directory does not know the member. */
    payer: fanOut('resourceManager.payer', (accountId: string) =>
      orNull(rpc.call(GetPayerForAccount, { AccountId: accountId }), 'EntityNotExists.Account'),
    ),

    foldersPage,

    /** A folder in the detail form; null if the directory does not know it. */
    folderDetail,

    /**
     * A folder in the list form; null if the directory does not know it. Folders with one parent are read by that
     * parent's list, if there are several of them: one call then, instead of one a folder.
     */
    folder: inBatches<FolderKey, FolderSummaryRecord | null>(
      'resourceManager.folder',
      (keys) => {
        const siblings = groupBy(keys, ({ parentId }) => parentId);
        const sweeps = new Map(
          [...siblings]
            .filter(([parentId, group]) => parentId !== undefined && group.length > 1)
            .map(([parentId = '', group]) => [
              parentId,
              sweepNumbered(
                (page) => foldersPage.load({ ...page, parentId }),
                ({ FolderId }) => FolderId,
                new Set(group.map(({ folderId }) => folderId)),
              ),
            ]),
        );
        return keys.map(async ({ folderId, parentId }) => {
          const sweep = parentId === undefined ? undefined : sweeps.get(parentId);
          if (sweep === undefined) return folderDetail.load(folderId);
          return foundBy(await sweep, folderId, (id) => folderDetail.load(id));
        });
      },
      ({ folderId }) => folderId,
    ),

    /** The folders above a folder, root first. Whether the folder itself is among the answered is not documented. */
    ancestors: fanOut('resourceManager.ancestors', async (folderId: string) => {
      const { Folders } = await rpc.call(ListAncestors, { ChildId: folderId });
      return (Folders.Folder ?? []).filter(({ FolderId }) => FolderId !== folderId);
    }),
  };
};

/** Lists wrap the tags of a member, GetAccount does not. */
const toSummary = ({ Tags, ...record }: AccountDetailRecord): AccountSummaryRecord => ({
  ...record,
  Tags: Tags && { Tag: Tags },
});
