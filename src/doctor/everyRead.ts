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
import type { Patient } from './Patient';
import { readAccountGroups, readResources, readResources2020 } from './cloudConfigReads';
import { accountsOf, baselinesOf, directoryOf, firstPage, identityOf } from './reads';

/**
 * Asks every read of the catalogue once, with what the ones before have answered. Where there is nothing to ask with (a
 * directory without folders has no ancestors), a read is omitted, and so is AssumeRole: what it answers are keys.
 */
export async function everyRead(patient: Patient): Promise<void> {
  await identityOf(patient);
  await readDirectory(patient);
  await readGovernance(patient);
  await readResources(patient);
  await readResources2020(patient);
  await readAccountGroups(patient);
}

async function readDirectory(patient: Patient): Promise<void> {
  const directory = (await directoryOf(patient)).answer?.ResourceDirectory;
  const accounts = (await accountsOf(patient)).answer?.Accounts.Account ?? [];
  const member = accounts.find(({ AccountId }) => AccountId !== directory?.MasterAccountId)?.AccountId;
  if (member !== undefined) {
    await patient.read(GetAccount, { AccountId: member, IncludeTags: true });
    await patient.read(GetPayerForAccount, { AccountId: member });
  }
  if (!directory) return;
  const { RootFolderId } = directory;
  await patient.read(GetFolder, { FolderId: RootFolderId });
  await patient.read(ListAccountsForParent, { ParentFolderId: RootFolderId, ...firstPage });
  const folders = await patient.read(ListFoldersForParent, { ParentFolderId: RootFolderId, ...firstPage });
  const folder = folders.answer?.Folders.Folder?.[0]?.FolderId;
  await patient.read(ListAncestors, { ChildId: folder ?? RootFolderId });
}

async function readGovernance(patient: Patient): Promise<void> {
  const enrolled = await patient.read(ListEnrolledAccounts, { MaxResults: 100 });
  const account = enrolled.answer?.EnrolledAccounts?.[0]?.AccountUid;
  if (account !== undefined) await patient.read(GetEnrolledAccount, { AccountUid: account });
  const BaselineId = (await baselinesOf(patient)).answer?.Baselines?.[0]?.BaselineId;
  if (BaselineId !== undefined) await patient.read(GetAccountFactoryBaseline, { BaselineId });
  await patient.read(ListAccountFactoryBaselineItems, { MaxResults: 100 });
}
