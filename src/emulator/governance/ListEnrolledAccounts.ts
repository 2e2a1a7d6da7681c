import { ListEnrolledAccounts as operation } from '../../operations';
import type { Handler, HandlerContext } from '../handler';
import type { Enrollment } from './Enrollment';
import { assertGoverns, assertVerified, toIsoSeconds } from './governed';
import { tokenPageOf } from './tokenPage';

/** Lists what the caller's account factory has enrolled, in the order in which it began to. */
export const ListEnrolledAccounts: Handler<'ListEnrolledAccounts'> = (request, context) => {
  assertVerified(context);
  assertGoverns(context);
  const enrollments = context.world.accountFactory.enrollmentsOf(context.caller.accountId);
  const { items, nextToken } = tokenPageOf(operation, enrollments, request, context);
  return { EnrolledAccounts: items.map((enrollment) => toRecord(enrollment, context)), NextToken: nextToken };
};

function toRecord({ accountId, baselineId, createdAt, inputs }: Enrollment, { world, caller }: HandlerContext) {
  const { accountFactory, accounts, directories } = world;
  const progress = accountFactory.progress(accountId);
  const home = directories.ownedBy(caller.accountId);
  return {
    AccountUid: accountId,
    BaselineId: baselineId,
    CreateTime: toIsoSeconds(createdAt),
    DisplayName: accounts.get(accountId)?.displayName,
    FolderId: home?.members.get(accountId)?.folderId ?? home?.rootFolderId,
    PayerAccountUid: inputs.payerAccountId ?? accountId,
    Status: progress?.status,
    UpdateTime: progress && toIsoSeconds(progress.updatedAt),
  };
}
