import {
  GetAccount,
  GetAccountFactoryBaseline,
  GetEnrolledAccount,
  GetFolder,
  GetPayerForAccount,
  ListAccountFactoryBaselineItems,
  ListAccountsForParent,
  ListAncestors,
  ListEnrolledAccounts,
  ListFoldersForParent,
} from '../operations';
import type { Probe } from './Probe';
import { readAccountGroups, readResources, readResources2020 } from './cloudConfigReads';
import { accountsOf, baselinesOf, directoryOf, firstPage, identityOf } from './reads';

/**
 * Sends every read of the catalogue once, with parameters from earlier answers. Omits a read if no answer has what it
 * needs (a directory without folders has no ancestors), and AssumeRole, because it answers with keys.
 */
export async function everyRead(probe: Probe): Promise<void> {
  await identityOf(probe);
  await readDirectory(probe);
  await readGovernance(probe);
  await readResources(probe);
  await readResources2020(probe);
  await readAccountGroups(probe);
}

async function readDirectory(probe: Probe): Promise<void> {
  const directory = (await directoryOf(probe)).answer?.ResourceDirectory;
  const accounts = (await accountsOf(probe)).answer?.Accounts.Account ?? [];
  const member = accounts.find(({ AccountId }) => AccountId !== directory?.MasterAccountId)?.AccountId;
  if (member !== undefined) {
    await probe.read(GetAccount, { AccountId: member, IncludeTags: true });
    await probe.read(GetPayerForAccount, { AccountId: member });
  }
  if (!directory) return;
  const { RootFolderId } = directory;
  await probe.read(GetFolder, { FolderId: RootFolderId });
  await probe.read(ListAccountsForParent, { ParentFolderId: RootFolderId, ...firstPage });
  const folders = await probe.read(ListFoldersForParent, { ParentFolderId: RootFolderId, ...firstPage });
  const folder = folders.answer?.Folders.Folder?.[0]?.FolderId;
  await probe.read(ListAncestors, { ChildId: folder ?? RootFolderId });
}

async function readGovernance(probe: Probe): Promise<void> {
  const enrolled = await probe.read(ListEnrolledAccounts, { MaxResults: 100 });
  const account = enrolled.answer?.EnrolledAccounts?.[0]?.AccountUid;
  if (account !== undefined) await probe.read(GetEnrolledAccount, { AccountUid: account });
  const BaselineId = (await baselinesOf(probe)).answer?.Baselines?.[0]?.BaselineId;
  if (BaselineId !== undefined) await probe.read(GetAccountFactoryBaseline, { BaselineId });
  await probe.read(ListAccountFactoryBaselineItems, { MaxResults: 100 });
}
