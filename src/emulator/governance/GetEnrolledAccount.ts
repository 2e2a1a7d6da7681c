import type { Handler } from '../handler';
import { BusinessError } from '../handler';
import type { BaselineItem } from './Enrollment';
import { isAccountId } from './accountIds';
import { toIsoSeconds } from './governed';

/** Returns the progress of the enrollment of an account. */
export const GetEnrolledAccount: Handler<'GetEnrolledAccount'> = ({ AccountUid: accountId }, { world, caller }) => {
  const { accounts, accountFactory, directories } = world;
  const directory = directories.ownedBy(caller.accountId);
  const governingId = (directory ?? directories.joinedBy(caller.accountId))?.managementAccountId ?? caller.accountId;

  if (accounts.open(governingId)?.verification !== 'enterprise') {
    throw new BusinessError('InvalidEnterpriseRealName.NotFound');
  }
  if (!isAccountId(accountId)) throw new BusinessError('InvalidParameter', 'AccountUid');
  const account = accounts.open(accountId);
  const isVisible = accountId === caller.accountId || directory?.members.has(accountId) === true;
  if (!account || !isVisible) throw new BusinessError('InvalidUser.NotFound');

  const enrollment = accountFactory.enrollment(accountId);
  const progress = accountFactory.progress(accountId);
  if (!enrollment || !progress) throw new BusinessError('InvalidBlueprint.NotFound');
  const { inputs } = enrollment;
  const home = directory ?? directories.joinedBy(accountId);

  return {
    AccountUid: accountId,
    BaselineId: enrollment.baselineId,
    BaselineItems: enrollment.items.map(toItemRecord),
    CreateTime: toIsoSeconds(enrollment.createdAt),
    DisplayName: account.displayName,
    ErrorInfo: progress.failure && {
      Code: progress.failure.code,
      Message: progress.failure.message,
      Recommend: progress.failure.recommend,
      RequestId: progress.failure.requestId,
    },
    FolderId: home?.members.get(accountId)?.folderId ?? home?.rootFolderId,
    Initialized: progress.status !== 'Pending' && progress.status !== 'Scheduling',
    Inputs: {
      AccountNamePrefix: inputs.accountNamePrefix,
      AccountUid: inputs.accountId,
      BaselineItems: inputs.items.map(toItemRecord),
      DisplayName: inputs.displayName,
      FolderId: inputs.folderId,
      PayerAccountUid: inputs.payerAccountId,
      Tag: inputs.tags.map(({ key, value }) => ({ Key: key, Value: value })),
    },
    MasterAccountUid: governingId,
    PayerAccountUid: inputs.payerAccountId ?? accountId,
    Progress: progress.steps.map(({ name, status }) => ({ Name: name, Status: status })),
    Status: progress.status,
    UpdateTime: toIsoSeconds(progress.updatedAt),
  };
};

const toItemRecord = ({ name, version, config, skip }: BaselineItem) => ({
  Config: config,
  Name: name,
  Skip: skip,
  Version: version,
});
