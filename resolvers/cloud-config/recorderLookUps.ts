import type { MutationOutcome } from '../../schema/writing/MutationOutcome';
import type { Context } from '../../src/context';
import { UserError } from '../../src/errors/UserError';
import { StartConfigurationRecorder, StopConfigurationRecorder } from '../../src/operations';
import type { ConfigurationRecorderRecord } from '../../src/operations/cloud-config/ConfigurationRecorderRecord';
import { maxPageSize } from '../../src/pagination/pageSize';
import { loadAccountRecord } from '../resource-manager/loadAccount';
import type { LookUp } from '../writing/lookUps';
import { asDocumented, rejected } from '../writing/lookUps';
import type { RecorderTarget } from './recorderTarget';

/** Whether the upstream is building the recorder: it takes no other change then. */
export const whetherItIsBuilt = (
  context: Context,
  target: RecorderTarget,
  outcome: Extract<MutationOutcome, 'REJECTED' | 'IN_PROGRESS'>,
): LookUp => ({
  ...ofTheState,
  find: async () =>
    isBuilding(await recorderOf(context, target)) ? { outcome, error: processIsRunning() } : undefined,
});

/** Whether there is a recorder to change. */
export const whetherItIsActivated = (context: Context, target: RecorderTarget): LookUp => ({
  ...ofTheState,
  find: async () => ((await recorderOf(context, target)) === null ? rejected(notActivated()) : undefined),
});

/** Whether the recorder is off already. */
export const whetherItIsOff = (context: Context, target: RecorderTarget): LookUp => ({
  ...ofTheState,
  find: async () => {
    const record = await recorderOf(context, target);
    return isOff(record) ? { outcome: 'ALREADY_DONE', error: offAlready() } : undefined;
  },
});

/** Whether account groups forbid to stop the recorder: those that the account owns, or one of its whole directory. */
export const whetherItIsInAGroup = (context: Context, target: RecorderTarget): LookUp => ({
  subject: { en: 'the account groups', zh: '账号组' },
  explains: [],
  find: async () => {
    // There is nothing to stop then, and nothing to look up for an account that Cloud Config does not know.
    if (isOff(await recorderOf(context, target))) return undefined;
    const { field } = target;
    const accountId = await target.settle();
    const { records } = await context.loaders.accountGroups.groupsPage.load({ MaxResults: maxPageSize });
    if (accountId === (await context.currentAccountId())) {
      return records.length === 0 ? undefined : rejected(asDocumented(StopConfigurationRecorder, 'AdminStopSLRFail'));
    }
    const isOfDirectory = records.some(({ AggregatorType }) => AggregatorType === 'RD');
    const isHeld = isOfDirectory && (await loadAccountRecord(context, accountId)) !== null;
    return isHeld ? rejected(asDocumented(StopConfigurationRecorder, 'MemberStopSLRFail', field)) : undefined;
  },
});

/** Whether the account owns a directory: the enterprise edition is for its management account alone. */
export const whetherItManages = (context: Context, { field, settle }: RecorderTarget): LookUp => ({
  subject: { en: 'whether the account manages a resource directory', zh: '该账号是否为资源目录的管理账号' },
  explains: [],
  field,
  isBeforeSend: true,
  find: async () => {
    const accountId = await settle();
    const directory = await context.loaders.resourceManager.resourceDirectory.load('current');
    if (directory?.MasterAccountId === accountId) return undefined;
    const isOwn = accountId === (await context.currentAccountId());
    // For another account, only the directory can answer: an account outside it may have a directory of its own.
    const mayNot = isOwn || (directory !== null && (await loadAccountRecord(context, accountId)) !== null);
    return mayNot ? rejected(asDocumented(StartConfigurationRecorder, 'RDMemberNoPermission', field)) : undefined;
  },
});

/**
 * Whether the organization was upgraded or is being upgraded, or only the recorder built: ProcessIsRunning says either. Only the older
 * version has the enterprise edition.
 */
export const whetherItIsUpgraded = ({ loaders }: Context, { settle }: RecorderTarget): LookUp => ({
  subject: { en: 'the state of the enterprise edition', zh: '企业版的状态' },
  explains: ['ProcessIsRunning'],
  isBeforeSend: true,
  find: async () => {
    const recorder = await loaders.cloudConfig.organization.load(await settle());
    if (recorder?.OrganizationEnableStatus === 'REGISTERED') return { outcome: 'ALREADY_DONE', error: isUpgraded() };
    if (recorder?.OrganizationEnableStatus === 'BUILDING') return { outcome: 'IN_PROGRESS', error: upgradeIsRunning() };
    return isBuilding(recorder) ? rejected(processIsRunning()) : undefined;
  },
});

const ofTheState = { subject: { en: 'the state of the recorder', zh: '资源监控的状态' }, explains: [] };

const recorderOf = async (
  { loaders }: Context,
  { settle }: RecorderTarget,
): Promise<ConfigurationRecorderRecord | null> => loaders.cloudConfig.configurationRecorder.load(await settle());

const isBuilding = (record: ConfigurationRecorderRecord | null | undefined): boolean =>
  record?.ConfigurationRecorderStatus === 'BUILDING' || record?.ConfigurationRecorderStatus === 'REBUILDING';

const isOff = (record: ConfigurationRecorderRecord | null): boolean =>
  record === null || record.ConfigurationRecorderStatus === 'REGISTRABLE';

const processIsRunning = (): UserError => asDocumented(StartConfigurationRecorder, 'ProcessIsRunning');

const notActivated = (): UserError =>
  new UserError('CONFLICT', {
    en: 'Cloud Config is not activated in this account. Start its recorder first.',
    zh: '该账号尚未开通配置审计，请先启动其资源监控。',
  });

const offAlready = (): UserError =>
  new UserError('CONFLICT', {
    en: 'The recorder of this account is already off.',
    zh: '该账号的资源监控已处于关闭状态。',
  });

const isUpgraded = (): UserError =>
  new UserError('CONFLICT', {
    en: 'The organization already has the enterprise edition.',
    zh: '该组织已开通企业版。',
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
