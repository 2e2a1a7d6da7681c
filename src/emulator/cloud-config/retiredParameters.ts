import { invalid } from '../gatewayErrors';
import type { HandlerContext } from '../handler';
import { BusinessError } from '../handler';

/** Parameters that were retired in 2021. */
export interface RetiredParameters {
  readonly MultiAccount?: boolean;
  readonly MemberId?: string;
}

/**
 * Whose resources a request means: the caller's, or by parameters retired in 2021 those of one member of its directory,
 * or of the caller and every member.
 */
export function* meantAccounts(
  { MemberId: memberId, MultiAccount: multiAccount }: RetiredParameters,
  { world, caller, readings }: HandlerContext,
): Generator<string> {
  const isRetired = memberId !== undefined || multiAccount === true;
  if (isRetired && readings.retiredParameters === 'rejected') {
    throw invalid(memberId === undefined ? 'MultiAccount' : 'MemberId');
  }
  const directory = world.directories.ownedBy(caller.accountId);
  const isHonored = isRetired && readings.retiredParameters === 'honoured';
  if (isHonored && memberId !== undefined) {
    if (memberId !== caller.accountId && !directory?.members.has(memberId)) {
      throw new BusinessError('MemberNotBelongToMaster');
    }
    yield memberId;
    return;
  }
  yield caller.accountId;
  if (isHonored) yield* directory?.members.keys() ?? [];
}
