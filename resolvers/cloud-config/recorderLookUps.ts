import type { MutationOutcome } from '../../schema/writing/MutationOutcome';
import type { Context } from '../../src/context';
import { UserError } from '../../src/errors/UserError';
import { orNull } from '../../src/loaders/orNull';
import { DescribeConfigurationRecorder, StartConfigurationRecorder, StopConfigurationRecorder } from '../../src/operations';
import type { OperationError } from '../../src/operations/operation';
import { maxPageSize } from '../../src/pagination/pageSize';
import { loadAccountRecord } from '../resource-manager/loadAccount';
import type { Finding, LookUp } from '../writing/lookUps';
import { rejected } from '../writing/lookUps';

/** The accounts of a mutation of a recorder. */
export interface RecorderTarget {
  /** Whose recorder it changes. */
  readonly accountId: string;
  /** The input field that names the account; undefined for the current one. */
  readonly field?: readonly string[];
}

/** Whether the upstream is building the recorder: it takes no other change then. */
export const whetherItIsBuilt = (
  { loaders }: Context,
  { accountId }: RecorderTarget,
  outcome: Extract<MutationOutcome, 'REJECTED' | 'IN_PROGRESS'>,
): LookUp => ({
  subject: { en: 'the state of the recorder.', zh: '资源监控的状态' },
  explains: [],
  find: async () => {
    const record = await loaders.cloudConfig.configurationRecorder.load(accountId);
    const status = record?.ConfigurationRecorderStatus;
    return status === 'BUILDING' || status === 'REBUILDING' ? { outcome, error: asDocumented(processIsRunning) } : undefined;
  },
});

/** Whether there is a recorder to change. */
export const whetherItIsActivated = ({ loaders }: Context, { accountId }: RecorderTarget): LookUp => ({
  subject: { en: 'whether Cloud Config is activated in the account.', zh: '该账号是否已开通配置审计' },
  explains: [],
  find: async () =>
    (await loaders.cloudConfig.configurationRecorder.load(accountId)) === null ? rejected(notActivated()) : undefined,
});

/** Whether the recorder is off already. */
export const whetherItIsOff = ({ loaders }: Context, { accountId }: RecorderTarget): LookUp => ({
  subject: { en: 'the state of the recorder.', zh: '资源监控的状态' },
  explains: [],
  find: async () => {
    const record = await loaders.cloudConfig.configurationRecorder.load(accountId);
    const isOn = record !== null && record.ConfigurationRecorderStatus !== 'REGISTRABLE';
    return isOn ? undefined : { outcome: 'ALREADY_DONE', error: isOff() };
  },
});

/** Whether account groups forbid to stop the recorder: those of the account itself, or one of its whole directory. */
export const whetherItIsInAGroup = (context: Context, { accountId, field }: RecorderTarget): LookUp => ({
  subject: { en: 'the account groups.', zh: '账号组' },
  explains: [],
  find: async () => {
    const { AdminStopSLRFail, MemberStopSLRFail } = StopConfigurationRecorder.errors;
    const { records } = await context.loaders.accountGroups.groupsPage.load({ MaxResults: maxPageSize });
    if (accountId === (await context.currentAccountId())) {
      return records.length === 0 ? undefined : rejected(asDocumented(AdminStopSLRFail));
    }
    const isOfDirectory = records.some(({ AggregatorType }) => AggregatorType === 'RD');
    const isHeld = isOfDirectory && (await loadAccountRecord(context, accountId)) !== null;
    return isHeld ? rejected(asDocumented(MemberStopSLRFail, field)) : undefined;
  },
});

/** Whether the account owns a directory: the enterprise edition is for its management account alone. */
export const whetherItManages = (context: Context, { accountId, field }: RecorderTarget): LookUp => ({
  subject: { en: 'whether the account manages a resource directory.', zh: '该账号是否为资源目录的管理账号' },
  explains: [],
  field,
  find: async () => {
    const directory = await context.loaders.resourceManager.resourceDirectory.load('current');
    if (directory?.MasterAccountId === accountId) return undefined;
    const isOwn = accountId === (await context.currentAccountId());
    // Of another account only the directory can tell: one that is not in it may have a directory of its own.
    const isMember = isOwn || (directory !== null && (await loadAccountRecord(context, accountId)) !== null);
    const { RDMemberNoPermission } = StartConfigurationRecorder.errors;
    return isMember ? rejected(asDocumented(RDMemberNoPermission, field)) : undefined;
  },
});

/**
 * Whether the organisation is being upgraded, or only the recorder built: ProcessIsRunning says either. Only the older
 * version has the enterprise edition.
 */
export const whetherItIsUpgraded = (context: Context, { accountId }: RecorderTarget): LookUp => ({
  subject: { en: 'the state of the enterprise edition.', zh: '企业版的状态' },
  explains: ['ProcessIsRunning'],
  find: async (): Promise<Finding | undefined> => {
    const answer = context.rpc.call(DescribeConfigurationRecorder, {}, await context.callOptions(accountId));
    const recorder = (await orNull(answer, 'AccountNotExisted'))?.ConfigurationRecorder;
    if (recorder?.OrganizationEnableStatus === 'BUILDING') {
      return { outcome: 'IN_PROGRESS', error: upgradeIsRunning() };
    }
    const status = recorder?.ConfigurationRecorderStatus;
    return status === 'BUILDING' || status === 'REBUILDING' ? rejected(asDocumented(processIsRunning)) : undefined;
  },
});

const processIsRunning = StartConfigurationRecorder.errors.ProcessIsRunning;

/** What the upstream would answer, in the words of the catalogue. */
const asDocumented = (error: OperationError | undefined, field?: readonly string[]): UserError => {
  if (error === undefined) throw new Error('The catalogue does not list this error.');
  return new UserError(error.code, error.explanation, field, error.retryable);
};

const notActivated = (): UserError =>
  new UserError('CONFLICT', {
    en: 'Cloud Config is not activated in this account. Start its recorder first.',
    zh: '该账号尚未开通配置审计，请先启动其资源监控。',
  });

const isOff = (): UserError =>
  new UserError('CONFLICT', {
    en: 'The recorder of this account is off already.',
    zh: '该账号的资源监控已处于关闭状态。',
  });

const upgradeIsRunning = (): UserError =>
  new UserError(
    'CONFLICT',
    {
      en: 'The organization is already being upgraded to the enterprise edition. Wait until its status is REGISTERED.',
      zh: '该组织正在升级为企业版，请等待其状态变为 REGISTERED。',
    },
    undefined,
    true,
  );
