import { GetEnrolledAccount } from '../operations';
import type { RpcClient } from '../rpc/client';
import { fanOut } from './batch/fanOut';
import { orNull } from './orNull';

/** Loaders for one request, bound to that caller's credentials: never share them between requests. */
export const createGovernanceLoaders = (rpc: RpcClient) => ({
  /** An enrolment with its progress; null where the account was never enrolled. */
  enrolledAccount: fanOut('governance.enrolledAccount', (accountId: string) =>
    orNull(rpc.call(GetEnrolledAccount, { AccountUid: accountId }), 'InvalidBlueprint.NotFound'),
  ),
});
