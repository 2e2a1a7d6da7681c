import {
  DescribeConfigurationRecorder,
  GetCallerIdentity,
  GetResourceDirectory,
  ListAccountFactoryBaselines,
  ListAccounts,
} from '../operations';
import type { CallOptions } from '../rpc/client';
import type { Patient } from './Patient';

/** What several checks want to know. */

/** How the gateway asks for a recorder: its version of Cloud Config is the one that the gateway calls. */
export const recorderOperation = DescribeConfigurationRecorder;

export const identityOf = (patient: Patient) => patient.read(GetCallerIdentity, {});
export const directoryOf = (patient: Patient) => patient.read(GetResourceDirectory, {});
export const recorderOf = (patient: Patient, of: Pick<CallOptions, 'accountId'> = {}) =>
  patient.read(recorderOperation, {}, of);
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
