import type { Readings } from '../../emulator';
import type { RpcError } from '../../errors/RpcError';
import {
  DescribeConfigurationRecorder,
  DescribeDiscoveredResource,
  GetAccount,
  GetAccountFactoryBaseline,
  GetDiscoveredResourceCounts,
  GetFolder,
  GetResourceConfigurationTimeline,
  ListAncestors,
  ListDiscoveredResources,
  ListEnrolledAccounts,
  ListFoldersForParent,
} from '../../operations';
import type { Patient } from '../Patient';
import { resourceOf, timelineOf } from '../cloudConfigReads';
import { accountsOf, baselinesOf, directoryOf, firstPage, identityOf, standingOf } from '../reads';
import type { Settle } from './Settle';
import { neither } from './Settle';
import { settlements2020 } from './settleReadings2020';

/** A resource that nobody has. */
const unknownResource = {
  ResourceId: 'i-governance0gateway0doctor',
  ResourceType: 'ACS::ECS::Instance',
  Region: 'cn-hangzhou',
};

/** The timeline of the first tracked resource. */
async function firstTimelineOf(patient: Patient) {
  const resource = await resourceOf(patient);
  return resource && (await timelineOf(patient, resource)).answer?.ResourceConfigurationTimeline;
}

const timesOf = (timeline: Awaited<ReturnType<typeof firstTimelineOf>>): readonly number[] =>
  timeline?.ConfigurationList?.map(({ CaptureTime }) => CaptureTime) ?? [];

/** By the older version: the newer one no longer says whose a recorder is. */
const olderRecorderOf = (patient: Patient) => patient.read(DescribeConfigurationRecorder, {});

async function rootFolderOf(patient: Patient): Promise<string | undefined> {
  return (await directoryOf(patient)).answer?.ResourceDirectory.RootFolderId;
}

/** How each open point shows in reads that change nothing. */
export const settlements: { readonly [K in keyof Readings]?: Settle<K> } = {
  ...settlements2020,
  lastPageToken: async (patient) => {
    const enrolled = await patient.read(ListEnrolledAccounts, { MaxResults: 100 });
    const baselines = await baselinesOf(patient);
    const timeline = await firstTimelineOf(patient);
    const pages = [
      timeline && { items: timeline.ConfigurationList?.length ?? 0, token: timeline.NextToken },
      enrolled.answer && { items: enrolled.answer.EnrolledAccounts?.length ?? 0, token: enrolled.answer.NextToken },
      baselines.answer && { items: baselines.answer.Baselines?.length ?? 0, token: baselines.answer.NextToken },
    ];
    // A page that is not full is the last one.
    const last = pages.filter((page) => page !== undefined && page.items > 0 && page.items < 100);
    if (last.length === 0) return undefined;
    const found = new Set(
      last.map((page) => (page?.token === undefined ? 'absent' : page.token === '' ? 'empty' : 'present')),
    );
    return found.size === 1 ? [...found][0] : neither;
  },
  totalCount: async (patient) => {
    const timeline = await firstTimelineOf(patient);
    return timeline && (timeline.TotalCount === undefined ? 'absent' : 'present');
  },
  timelineOrder: async (patient) => {
    const times = timesOf(await firstTimelineOf(patient));
    const steps = times.slice(1).map((time, index) => Math.sign(time - (times[index] ?? time)));
    if (steps.every((step) => step === 0)) return undefined;
    if (steps.every((step) => step <= 0)) return 'newest-first';
    return steps.every((step) => step >= 0) ? 'oldest-first' : neither;
  },
  timelineTotal: async (patient) => {
    const resource = await resourceOf(patient);
    const times = timesOf(await firstTimelineOf(patient));
    const newer = times.filter((time) => time > Math.min(...times) + 1);
    if (!resource || newer.length === 0) return undefined;
    // Without the oldest change: a count of the window does not have it.
    const window = { StartTime: Math.min(...newer) - 1, EndTime: Math.max(...newer) + 1 };
    const { answer } = await patient.read(GetResourceConfigurationTimeline, { ...resource, ...window, Limit: 100 });
    const { ConfigurationList = [], NextToken = '', TotalCount } = answer?.ResourceConfigurationTimeline ?? {};
    if (TotalCount === undefined || ConfigurationList.length === 0) return undefined;
    if (TotalCount === ConfigurationList.length) return 'window';
    return NextToken !== '' ? undefined : TotalCount > ConfigurationList.length ? 'history' : neither;
  },
  badToken: async (patient) => {
    const resource = await resourceOf(patient);
    if (!resource) return undefined;
    const { answer, error } = await patient.read(GetResourceConfigurationTimeline, {
      ...resource,
      Limit: 100,
      NextToken: 'garbled-by-doctor',
    });
    if (answer) return 'first-page';
    return error.code === 'TokenInvalid' ? 'TokenInvalid' : error.code === undefined ? undefined : neither;
  },
  eventTypeKey: async (patient, record) => {
    await firstTimelineOf(patient);
    const path = 'ResourceConfigurationTimeline.ConfigurationList[].ResourceEventType';
    const field = record.field(GetResourceConfigurationTimeline, path);
    if (!field || field.types.size === 0) return undefined;
    if (field.spellings.size === 0) return 'ResourceEventType';
    return field.spellings.has('resourceEventType') ? 'resourceEventType' : neither;
  },
  unknownResource: async (patient) => {
    const { answer, error } = await patient.read(GetResourceConfigurationTimeline, unknownResource);
    if (answer) return (answer.ResourceConfigurationTimeline.ConfigurationList ?? []).length === 0 ? 'empty' : neither;
    return error.code === 'NoData' ? 'NoData' : isRefusalOfAll(error) ? undefined : neither;
  },
  unknownResourceDetail: async (patient) => {
    const { answer, error } = await patient.read(DescribeDiscoveredResource, unknownResource);
    if (answer) return answer.DiscoveredResourceDetail.Configuration === undefined ? 'bare' : neither;
    return error.code === 'NoData' ? 'NoData' : isRefusalOfAll(error) ? undefined : neither;
  },
  detailKeys: async (patient, record) => {
    const resource = await resourceOf(patient);
    if (!resource) return undefined;
    await patient.read(DescribeDiscoveredResource, resource);
    const field = record.field(DescribeDiscoveredResource, 'DiscoveredResourceDetail.ResourceId');
    if (!field || field.types.size === 0) return undefined;
    if (field.spellings.size === 0) return 'documented';
    return field.spellings.has('resourceId') ? 'lower-first' : neither;
  },
  accountIds: async (patient, record) => {
    await olderRecorderOf(patient);
    const paths = [
      record.field(DescribeConfigurationRecorder, 'ConfigurationRecorder.AccountId'),
      record.field(ListDiscoveredResources, 'DiscoveredResourceProfiles.DiscoveredResourceProfileList[].AccountId'),
    ];
    const types = new Set(paths.flatMap((field) => [...(field?.types.keys() ?? [])]));
    types.delete('null');
    if (types.size === 0) return undefined;
    if (types.size > 1) return neither;
    return types.has('number') ? 'number' : types.has('digits as text') ? 'string' : neither;
  },
  neverActivated: async (patient) =>
    (await olderRecorderOf(patient)).error?.code === 'AccountNotExisted' ? 'AccountNotExisted' : undefined,
  inapplicableFields: async (patient) => {
    const recorder = (await olderRecorderOf(patient)).answer?.ConfigurationRecorder;
    if (!recorder) return undefined;
    // To the management account AccountId does not apply, to a member OrganizationMasterId.
    const standing = await standingOf(patient);
    if (standing === 'unknown') return undefined;
    const value = standing === 'management' ? recorder.AccountId : recorder.OrganizationMasterId;
    if (standing !== 'management' && value !== undefined && value !== '0') return neither;
    return value === undefined ? 'absent' : value === '0' ? 'zero' : 'present';
  },
  countsDefaultGroup: async (patient) => {
    const { answer } = await patient.read(GetDiscoveredResourceCounts, {});
    const names = answer?.GroupedResourceCounts.GroupedResourceCountList?.map(({ GroupName = '' }) => GroupName) ?? [];
    if (names.length === 0) return undefined;
    return names.every((name) => name.startsWith('ACS::')) ? 'ResourceType' : 'Region';
  },
  listAccountsIncludesManagement: async (patient) => {
    const directory = (await directoryOf(patient)).answer?.ResourceDirectory;
    const accounts = (await accountsOf(patient)).answer;
    if (!directory || !accounts) return undefined;
    const ids = accounts.Accounts.Account?.map(({ AccountId }) => AccountId) ?? [];
    if (ids.includes(directory.MasterAccountId)) return 'present';
    return accounts.TotalCount !== undefined && accounts.TotalCount <= ids.length ? 'absent' : undefined;
  },
  managementAccountRecord: async (patient) => {
    const directory = (await directoryOf(patient)).answer?.ResourceDirectory;
    if (!directory || !(await accountsOf(patient)).answer) return undefined;
    const { answer, error } = await patient.read(GetAccount, { AccountId: directory.MasterAccountId });
    if (answer) return 'answered';
    return error.code === 'EntityNotExists.Account' ? 'EntityNotExists.Account' : undefined;
  },
  directoryForMembers: async (patient) => ((await standingOf(patient)) === 'member' ? 'refused' : undefined),
  rootParentFolder: async (patient) => {
    const root = await rootFolderOf(patient);
    if (root === undefined) return undefined;
    const { answer } = await patient.read(GetFolder, { FolderId: root });
    const parent = answer?.Folder.ParentFolderId;
    return answer && (parent === undefined ? 'absent' : parent === '' ? 'empty' : neither);
  },
  ancestorsIncludeChild: async (patient) => {
    const root = await rootFolderOf(patient);
    if (root === undefined) return undefined;
    const folders = await patient.read(ListFoldersForParent, { ParentFolderId: root, ...firstPage });
    const child = folders.answer?.Folders.Folder?.[0]?.FolderId;
    if (child === undefined) return undefined;
    const { answer } = await patient.read(ListAncestors, { ChildId: child });
    return answer && (answer.Folders.Folder?.some(({ FolderId }) => FolderId === child) ? 'present' : 'absent');
  },
  baselineLeftOut: async (patient) => {
    if (!(await baselinesOf(patient)).answer) return undefined;
    const { answer, error } = await patient.read(GetAccountFactoryBaseline, {});
    if (answer) return 'default';
    return error.code === 'InvalidParameter' ? 'InvalidParameter' : undefined;
  },
};

/** Refusals that have nothing to do with what was asked for. */
const isRefusalOfAll = ({ code, family }: RpcError): boolean =>
  code === undefined || family === 'PERMISSION' || family === 'NOT_ACTIVATED';

/** Who is asking must be known before anything can be said of what they were answered. */
export const canSettle = async (patient: Patient): Promise<boolean> => (await identityOf(patient)).answer !== undefined;
