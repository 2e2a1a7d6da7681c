import {
  DescribeConfigurationRecorder,
  GetCallerIdentity,
  GetConfigurationRecorder,
  GetResourceDirectory,
  ListAccountFactoryBaselines,
  ListAccounts,
  ListEnrolledAccounts,
  ListFoldersForParent,
} from '../operations';
import type { Operation, ResponseOf } from '../operations/operation';
import type { CallOptions } from '../rpc/client';
import type { Settings } from '../settings';
import type { Outcome, Probe } from './Probe';

/** What several checks want to know. */

/** How the gateway asks for a recorder, in the version of Cloud Config that it speaks. */
export const recorderOperation = ({ settings }: Probe): Operation =>
  isNewer(settings) ? GetConfigurationRecorder : DescribeConfigurationRecorder;

const isNewer = ({ cloudConfigVersion }: Settings): boolean => cloudConfigVersion === '2020-09-07';

/** Whether configuration and timelines of members are read through an account group; the rest needs a role either way. */
export const readsThroughGroup = ({ settings }: Probe): boolean => settings.memberAccess === 'account-group';

export const identityOf = (probe: Probe) => probe.read(GetCallerIdentity, {});
export const directoryOf = (probe: Probe) => probe.read(GetResourceDirectory, {});
/** What both versions say of a recorder. */
type Recorder = Pick<
  ResponseOf<typeof GetConfigurationRecorder>['ConfigurationRecorder'],
  'ConfigurationRecorderStatus' | 'ResourceTypes'
>;
export const recorderOf = (
  probe: Probe,
  of: Pick<CallOptions, 'accountId'> = {},
): Promise<Outcome<{ readonly ConfigurationRecorder: Recorder }>> =>
  isNewer(probe.settings)
    ? probe.read(GetConfigurationRecorder, {}, of)
    : probe.read(DescribeConfigurationRecorder, {}, of);
export const baselinesOf = (probe: Probe) => probe.read(ListAccountFactoryBaselines, { MaxResults: 100 });

/** The first page of what is numbered, as long as may be. */
export const firstPage = { PageNumber: 1, PageSize: 100 };

/** The parameters of the first and longest page of a list. None if the operation does not page. */
export const longestPage = ({ paging }: Operation): Readonly<Record<string, number>> => ({
  ...(paging && { [paging.limitParameter]: paging.max }),
  ...(paging?.style === 'page' && { [paging.pageParameter]: 1 }),
});

/** The first page of the directory's members. */
export const accountsOf = (probe: Probe) => probe.read(ListAccounts, firstPage);

export const rootFolderOf = async (probe: Probe): Promise<string | undefined> =>
  (await directoryOf(probe)).answer?.ResourceDirectory.RootFolderId;
export const foldersOf = (probe: Probe, parentId: string) =>
  probe.read(ListFoldersForParent, { ParentFolderId: parentId, ...firstPage });
export const enrollmentsOf = (probe: Probe) => probe.read(ListEnrolledAccounts, { MaxResults: 100 });

/** What the caller is to the directory. */
export type Standing = 'management' | 'delegated' | 'member' | 'none' | 'unknown';

const noDirectory: ReadonlySet<string | undefined> = new Set([
  'ResourceDirectoryNotInUse',
  'EntityNotExists.ResourceDirectory',
]);

/** By GetResourceDirectory, which answers any member, and ListAccounts, which answers management and delegated ones. */
export async function standingOf(probe: Probe): Promise<Standing> {
  const [identity, directory] = [await identityOf(probe), await directoryOf(probe)];
  if (noDirectory.has(directory.error?.code)) return 'none';
  if (!identity.answer || !directory.answer) return 'unknown';
  if (directory.answer.ResourceDirectory.MasterAccountId === identity.answer.AccountId) return 'management';
  const accounts = await accountsOf(probe);
  return accounts.answer ? 'delegated' : 'member';
}
