import type { CallInAccount, CloudConfigApi } from '../loaders/cloud-config/CloudConfigApi';
import { orNull } from '../loaders/orNull';
import { GetEnrolledAccount, GetResourceDirectory, ListEnrolledAccounts } from '../operations';
import type { EnrollmentSummaryRecord } from '../operations/governance/ListEnrolledAccounts';
import { readAll } from '../pagination/readWholeList';
import type { CallOptions, RpcClient } from '../rpc/client';
import type { MutationEnd } from './Ledger';
import type { Subject } from './Subject';

/** That a mutation was carried out, or that its wanted state exists. */
export interface Evidence {
  readonly outcome: Extract<MutationEnd['outcome'], 'SUCCEEDED' | 'IN_PROGRESS'>;
  /** The account that was created, or is being enrolled. */
  readonly accountId?: string;
}

/** How evidence is read. Nothing is taken from a cache. */
export interface EvidenceReads {
  /** Calls in an account; in the gateway's own if none is named. */
  readonly callIn: (accountId?: string) => CallInAccount;
  readonly cloudConfig: CloudConfigApi;
}

/** What reads evidence by a client's calls. */
export const evidenceReads = (
  rpc: RpcClient,
  callOptions: (accountId: string) => Promise<CallOptions>,
  cloudConfig: CloudConfigApi,
): EvidenceReads => ({
  callIn: (accountId) => async (operation, request) => {
    const options = accountId === undefined ? {} : await callOptions(accountId);
    return rpc.call(operation, request, { ...options, fresh: true });
  },
  cloudConfig,
});

/**
 * So much earlier may a time of the upstream be than that of the gateway before it. A clock that is off by up to 5 s is not
 * corrected, and the upstream's times have whole seconds. What is older than the send by less was not there before it: that
 * was looked up.
 */
const clockToleranceMs = 10_000;

/** Statuses of an enrollment that is not at its end. */
const underWay: ReadonlySet<string | undefined> = new Set(['Pending', 'Scheduling', 'Running']);

/**
 * Reads whether a mutation was carried out.
 *
 * @param since the upstream's time before it was sent, milliseconds since the epoch: what is older is not its doing.
 * @returns undefined if nothing of it is to be seen. That may change while the upstream is still at it.
 * @throws RpcError if that cannot be read.
 */
export const findEvidence = async (
  subject: Subject,
  since: number,
  { callIn, cloudConfig }: EvidenceReads,
): Promise<Evidence | undefined> => {
  switch (subject.kind) {
    case 'recorder': {
      const status = await recorderStatus(cloudConfig, callIn(subject.accountId));
      if (subject.wanted === 'OFF') return isOff(status) ? succeeded : undefined;
      return isOff(status) ? undefined : byStatus(status);
    }
    case 'recordedTypes': {
      const recorder = await orNull(cloudConfig.recorder(callIn(subject.accountId)), ...notActivated);
      return sameTypes(recorder?.ResourceTypes, subject.resourceTypes)
        ? byStatus(recorder?.ConfigurationRecorderStatus)
        : undefined;
    }
    case 'enterpriseEdition': {
      const api = cloudConfig.older ?? cloudConfig;
      const recorder = await orNull(api.recorder(callIn(subject.accountId)), ...notActivated);
      const status = recorder?.OrganizationEnableStatus;
      return isOff(status) ? undefined : byStatus(status);
    }
    case 'directory': {
      const answer = await orNull(callIn()(GetResourceDirectory, {}), 'ResourceDirectoryNotInUse');
      return answer?.ResourceDirectory.MasterAccountId === subject.accountId ? succeeded : undefined;
    }
    case 'enrollment': {
      const { accountId } = subject;
      const found = await enrollmentOf(callIn(), accountId);
      const isNew = isSince(found?.CreateTime, since) || isSince(found?.UpdateTime, since);
      return isNew || underWay.has(found?.Status) ? { outcome: 'IN_PROGRESS', accountId } : undefined;
    }
    case 'newAccount':
      return findNewAccount(subject, since, callIn());
  }
};

const succeeded: Evidence = { outcome: 'SUCCEEDED' };

const byStatus = (status: string | undefined): Evidence =>
  status === 'REGISTERED' ? succeeded : { outcome: 'IN_PROGRESS' };

const isOff = (status: string | undefined): boolean => status === undefined || status === 'REGISTRABLE';

/** Codes by which an account without Cloud Config says so. */
const notActivated = ['NOT_ACTIVATED'];

const recorderStatus = async (api: CloudConfigApi, call: CallInAccount): Promise<string | undefined> =>
  (await orNull(api.recorder(call), ...notActivated))?.ConfigurationRecorderStatus;

const sameTypes = (recorded: readonly string[] | undefined, wanted: readonly string[]): boolean => {
  const types = new Set(recorded);
  return types.size === wanted.length && wanted.every((type) => types.has(type));
};

const isSince = (time: string | undefined, since: number): boolean =>
  time !== undefined && Date.parse(time) > since - clockToleranceMs;

const enrollmentOf = (call: CallInAccount, accountId: string) =>
  orNull(call(GetEnrolledAccount, { AccountUid: accountId }), 'InvalidBlueprint.NotFound');

/** An account of that name whose enrollment began since then. */
const findNewAccount = async (
  { accountNamePrefix, displayName }: Extract<Subject, { kind: 'newAccount' }>,
  since: number,
  call: CallInAccount,
): Promise<Evidence | undefined> => {
  const list = { operation: ListEnrolledAccounts, keyOf: ({ AccountUid }: EnrollmentSummaryRecord) => AccountUid };
  const enrolled = await readAll(list, async ({ fresh: _, ...page }) => {
    const { EnrolledAccounts = [], NextToken } = await call(ListEnrolledAccounts, page);
    return { records: EnrolledAccounts, nextToken: NextToken };
  });
  for (const { AccountUid: accountId, DisplayName, CreateTime } of enrolled.values()) {
    if (DisplayName !== displayName || !isSince(CreateTime, since)) continue;
    const prefix = (await enrollmentOf(call, accountId))?.Inputs?.AccountNamePrefix;
    if (prefix === undefined || prefix === accountNamePrefix) return { outcome: 'IN_PROGRESS', accountId };
  }
  return undefined;
};
