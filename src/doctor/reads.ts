import {
  DescribeConfigurationRecorder,
  GetCallerIdentity,
  GetConfigurationRecorder,
  GetResourceDirectory,
  ListAccountFactoryBaselines,
  ListAccounts,
} from '../operations';
import type { Operation, ResponseOf } from '../operations/operation';
import type { CallOptions } from '../rpc/client';
import type { Settings } from '../settings';
import type { Outcome, Patient } from './Patient';

/** What several checks want to know. */

/** How the gateway asks for a recorder, in the version of Cloud Config that it speaks. */
export const recorderOperation = ({ settings }: Patient): Operation =>
  isNewer(settings) ? GetConfigurationRecorder : DescribeConfigurationRecorder;

const isNewer = ({ cloudConfigVersion }: Settings): boolean => cloudConfigVersion === '2020-09-07';

/** Whether configuration and timelines of members are read through an account group; the rest needs a role either way. */
export const readsThroughGroup = ({ settings }: Patient): boolean => settings.memberAccess === 'account-group';

export const identityOf = (patient: Patient) => patient.read(GetCallerIdentity, {});
export const directoryOf = (patient: Patient) => patient.read(GetResourceDirectory, {});
/** What both versions say of a recorder. */
type Recorder = Pick<
  ResponseOf<typeof GetConfigurationRecorder>['ConfigurationRecorder'],
  'ConfigurationRecorderStatus' | 'ResourceTypes'
>;
export const recorderOf = (
  patient: Patient,
  of: Pick<CallOptions, 'accountId'> = {},
): Promise<Outcome<{ readonly ConfigurationRecorder: Recorder }>> =>
  isNewer(patient.settings)
    ? patient.read(GetConfigurationRecorder, {}, of)
    : patient.read(DescribeConfigurationRecorder, {}, of);
export const baselinesOf = (patient: Patient) => patient.read(ListAccountFactoryBaselines, { MaxResults: 100 });

/** The first page of what is numbered, as long as may be. */
export const firstPage = { PageNumber: 1, PageSize: 100 };

/** The first page of the directory's members. */
export const accountsOf = (patient: Patient) => patient.read(ListAccounts, firstPage);

/** What the caller is to the directory. */
export type Standing = 'management' | 'delegated' | 'member' | 'none' | 'unknown';

const noDirectory: ReadonlySet<string | undefined> = new Set([
  'ResourceDirectoryNotInUse',
  'EntityNotExists.ResourceDirectory',
]);

/** By GetResourceDirectory, which answers any member, and ListAccounts, which answers management and delegated ones. */
export async function standingOf(patient: Patient): Promise<Standing> {
  const [identity, directory] = [await identityOf(patient), await directoryOf(patient)];
  if (noDirectory.has(directory.error?.code)) return 'none';
  if (!identity.answer || !directory.answer) return 'unknown';
  if (directory.answer.ResourceDirectory.MasterAccountId === identity.answer.AccountId) return 'management';
  const accounts = await accountsOf(patient);
  return accounts.answer ? 'delegated' : 'member';
}
