import {
  DescribeDiscoveredResource,
  GetAccount,
  GetAccountFactoryBaseline,
  GetDiscoveredResourceCounts,
  GetEnrolledAccount,
  GetFolder,
  GetPayerForAccount,
  GetResourceConfigurationTimeline,
  GetSupportedResourceTypes,
  ListAccountFactoryBaselineItems,
  ListAccountsForParent,
  ListAncestors,
  ListDiscoveredResources,
  ListEnrolledAccounts,
  ListFoldersForParent,
} from '../operations';
import type { Patient } from './Patient';
import { accountsOf, baselinesOf, directoryOf, identityOf, recorderOf } from './reads';

export const firstPage = { PageNumber: 1, PageSize: 100 };

/**
 * Asks every read of the catalogue once, with what the ones before have answered. Where there is nothing to ask with (a
 * directory without folders has no ancestors), a read is left out.
 */
export async function everyRead(patient: Patient): Promise<void> {
  await identityOf(patient);
  await readDirectory(patient);
  await readGovernance(patient);
  await readResources(patient);
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

async function readResources(patient: Patient): Promise<void> {
  await recorderOf(patient);
  await patient.read(GetSupportedResourceTypes, {});
  await patient.read(GetDiscoveredResourceCounts, { GroupByKey: 'ResourceType' });
  const listed = await patient.read(ListDiscoveredResources, firstPage);
  const resources = listed.answer?.DiscoveredResourceProfiles.DiscoveredResourceProfileList ?? [];
  const [resource] = resources;
  if (resource?.ResourceType === undefined || resource.Region === undefined) return;
  const { ResourceId, ResourceType, Region } = resource;
  await patient.read(DescribeDiscoveredResource, { ResourceId, ResourceType, Region });
  await patient.read(GetResourceConfigurationTimeline, { ResourceId, ResourceType, Region, Limit: 100 });
}
