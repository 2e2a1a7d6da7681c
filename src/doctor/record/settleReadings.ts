import type { Readings } from '../../emulator';
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
} from '../../operations';
import type { Probe } from '../Probe';
import { resourceOf, timelineOf } from '../cloudConfigReads';
import { accountsOf, baselinesOf, directoryOf, foldersOf, identityOf, rootFolderOf, standingOf } from '../reads';
import type { Settle } from './Settle';
import { isRefusalOfAll, neither } from './Settle';
import { indexSettlements } from './settleIndex';
import { settlements2020 } from './settleReadings2020';
import { trailSettlements } from './settleTrail';

/** A resource that nobody has. */
const unknownResource = {
  ResourceId: 'i-governance0gateway0doctor',
  ResourceType: 'ACS::ECS::Instance',
  Region: 'cn-hangzhou',
};

/** The timeline of the first tracked resource. */
async function firstTimelineOf(probe: Probe) {
  const resource = await resourceOf(probe);
  return resource && (await timelineOf(probe, resource)).answer?.ResourceConfigurationTimeline;
}

const timesOf = (timeline: Awaited<ReturnType<typeof firstTimelineOf>>): readonly number[] =>
  timeline?.ConfigurationList?.map(({ CaptureTime }) => CaptureTime) ?? [];

/** By the older version: the newer one no longer says whose a recorder is. */
const olderRecorderOf = (probe: Probe) => probe.read(DescribeConfigurationRecorder, {});

/** How each open point shows in reads that change nothing. */
export const settlements: { readonly [K in keyof Readings]?: Settle<K> } = {
  ...settlements2020,
  ...indexSettlements,
  ...trailSettlements,
  lastPageToken: async (probe) => {
    const enrolled = await probe.read(ListEnrolledAccounts, { MaxResults: 100 });
    const baselines = await baselinesOf(probe);
    const timeline = await firstTimelineOf(probe);
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
  totalCount: async (probe) => {
    const timeline = await firstTimelineOf(probe);
    return timeline && (timeline.TotalCount === undefined ? 'absent' : 'present');
  },
  timelineOrder: async (probe) => {
    const times = timesOf(await firstTimelineOf(probe));
    const steps = times.slice(1).map((time, index) => Math.sign(time - (times[index] ?? time)));
    if (steps.every((step) => step === 0)) return undefined;
    if (steps.every((step) => step <= 0)) return 'newest-first';
    return steps.every((step) => step >= 0) ? 'oldest-first' : neither;
  },
  timelineTotal: async (probe) => {
    const resource = await resourceOf(probe);
    const times = timesOf(await firstTimelineOf(probe));
    const newer = times.filter((time) => time > Math.min(...times) + 1);
    if (!resource || newer.length === 0) return undefined;
    // Without the oldest change: a count of the window does not have it.
    const window = { StartTime: Math.min(...newer) - 1, EndTime: Math.max(...newer) + 1 };
    const { answer } = await probe.read(GetResourceConfigurationTimeline, { ...resource, ...window, Limit: 100 });
    const { ConfigurationList = [], NextToken = '', TotalCount } = answer?.ResourceConfigurationTimeline ?? {};
    if (TotalCount === undefined || ConfigurationList.length === 0) return undefined;
    if (TotalCount === ConfigurationList.length) return 'window';
    return NextToken !== '' ? undefined : TotalCount > ConfigurationList.length ? 'history' : neither;
  },
  badToken: async (probe) => {
    const resource = await resourceOf(probe);
    if (!resource) return undefined;
    const { answer, error } = await probe.read(GetResourceConfigurationTimeline, {
      ...resource,
      Limit: 100,
      NextToken: 'garbled-by-doctor',
    });
    if (answer) return 'first-page';
    return error.code === 'TokenInvalid' ? 'TokenInvalid' : error.code === undefined ? undefined : neither;
  },
  eventTypeKey: async (probe, record) => {
    await firstTimelineOf(probe);
    const path = 'ResourceConfigurationTimeline.ConfigurationList[].ResourceEventType';
    const field = record.field(GetResourceConfigurationTimeline, path);
    if (!field || field.types.size === 0) return undefined;
    if (field.spellings.size === 0) return 'ResourceEventType';
    return field.spellings.has('resourceEventType') ? 'resourceEventType' : neither;
  },
  unknownResource: async (probe) => {
    const { answer, error } = await probe.read(GetResourceConfigurationTimeline, unknownResource);
    if (answer) return (answer.ResourceConfigurationTimeline.ConfigurationList ?? []).length === 0 ? 'empty' : neither;
    return error.code === 'NoData' ? 'NoData' : isRefusalOfAll(error) ? undefined : neither;
  },
  unknownResourceDetail: async (probe) => {
    const { answer, error } = await probe.read(DescribeDiscoveredResource, unknownResource);
    if (answer) return answer.DiscoveredResourceDetail.Configuration === undefined ? 'bare' : neither;
    return error.code === 'NoData' ? 'NoData' : isRefusalOfAll(error) ? undefined : neither;
  },
  detailKeys: async (probe, record) => {
    const resource = await resourceOf(probe);
    if (!resource) return undefined;
    await probe.read(DescribeDiscoveredResource, resource);
    const field = record.field(DescribeDiscoveredResource, 'DiscoveredResourceDetail.ResourceId');
    if (!field || field.types.size === 0) return undefined;
    if (field.spellings.size === 0) return 'documented';
    return field.spellings.has('resourceId') ? 'lower-first' : neither;
  },
  accountIds: async (probe, record) => {
    await olderRecorderOf(probe);
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
  neverActivated: async (probe) =>
    (await olderRecorderOf(probe)).error?.code === 'AccountNotExisted' ? 'AccountNotExisted' : undefined,
  inapplicableFields: async (probe) => {
    const recorder = (await olderRecorderOf(probe)).answer?.ConfigurationRecorder;
    if (!recorder) return undefined;
    // To the management account AccountId does not apply, to a member OrganizationMasterId.
    const standing = await standingOf(probe);
    if (standing === 'unknown') return undefined;
    const value = standing === 'management' ? recorder.AccountId : recorder.OrganizationMasterId;
    if (standing !== 'management' && value !== undefined && value !== '0') return neither;
    return value === undefined ? 'absent' : value === '0' ? 'zero' : 'present';
  },
  countsDefaultGroup: async (probe) => {
    const { answer } = await probe.read(GetDiscoveredResourceCounts, {});
    const names = answer?.GroupedResourceCounts.GroupedResourceCountList?.map(({ GroupName = '' }) => GroupName) ?? [];
    if (names.length === 0) return undefined;
    return names.every((name) => name.startsWith('ACS::')) ? 'ResourceType' : 'Region';
  },
  listAccountsIncludesManagement: async (probe) => {
    const directory = (await directoryOf(probe)).answer?.ResourceDirectory;
    const accounts = (await accountsOf(probe)).answer;
    if (!directory || !accounts) return undefined;
    const ids = accounts.Accounts.Account?.map(({ AccountId }) => AccountId) ?? [];
    if (ids.includes(directory.MasterAccountId)) return 'present';
    return accounts.TotalCount !== undefined && accounts.TotalCount <= ids.length ? 'absent' : undefined;
  },
  managementAccountRecord: async (probe) => {
    const directory = (await directoryOf(probe)).answer?.ResourceDirectory;
    if (!directory || !(await accountsOf(probe)).answer) return undefined;
    const { answer, error } = await probe.read(GetAccount, { AccountId: directory.MasterAccountId });
    if (answer) return 'answered';
    return error.code === 'EntityNotExists.Account' ? 'EntityNotExists.Account' : undefined;
  },
  directoryForMembers: async (probe) => ((await standingOf(probe)) === 'member' ? 'refused' : undefined),
  rootParentFolder: async (probe) => {
    const root = await rootFolderOf(probe);
    if (root === undefined) return undefined;
    const { answer } = await probe.read(GetFolder, { FolderId: root });
    const parent = answer?.Folder.ParentFolderId;
    return answer && (parent === undefined ? 'absent' : parent === '' ? 'empty' : neither);
  },
  ancestorsIncludeChild: async (probe) => {
    const root = await rootFolderOf(probe);
    if (root === undefined) return undefined;
    const folders = await foldersOf(probe, root);
    const child = folders.answer?.Folders.Folder?.[0]?.FolderId;
    if (child === undefined) return undefined;
    const { answer } = await probe.read(ListAncestors, { ChildId: child });
    return answer && (answer.Folders.Folder?.some(({ FolderId }) => FolderId === child) ? 'present' : 'absent');
  },
  baselineLeftOut: async (probe) => {
    if (!(await baselinesOf(probe)).answer) return undefined;
    const { answer, error } = await probe.read(GetAccountFactoryBaseline, {});
    if (answer) return 'default';
    return error.code === 'InvalidParameter' ? 'InvalidParameter' : undefined;
  },
};

/** Who is asking must be known before anything can be said of what they were answered. */
export const canSettle = async (probe: Probe): Promise<boolean> => (await identityOf(probe)).answer !== undefined;
