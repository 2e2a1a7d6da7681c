import {
  GetAccountFactoryBaseline,
  GetEnrolledAccount,
  ListAccountFactoryBaselineItems,
  ListAccountFactoryBaselines,
  ListEnrolledAccounts,
} from '../operations';
import type { BaselineSummaryRecord } from '../operations/governance/BaselineRecord';
import type { EnrollmentSummaryRecord } from '../operations/governance/ListEnrolledAccounts';
import type { UpstreamTokenRequest } from '../pagination/readTokenPage';
import type { RpcClient } from '../rpc/client';
import type { ListLengths, ListName } from './ListLengths';
import { fanOut } from './batch/fanOut';
import { singlesOrSweep } from './batch/singlesOrSweep';
import { sweepTokens } from './batch/sweeps';
import { orNull } from './orNull';

/** Loaders for one request, bound to that caller's credentials: never share them between requests. */
export const createGovernanceLoaders = (rpc: RpcClient, lengths: ListLengths) => {
  /** A list that comes whole in its first page tells how long it is. */
  const learnWhole = (
    list: ListName,
    { NextToken }: UpstreamTokenRequest,
    records: readonly unknown[],
    nextToken: string | undefined,
  ): void => {
    if (NextToken === undefined && (nextToken === undefined || nextToken === '')) lengths.learn(list, records.length);
  };

  const enrolledAccountsPage = fanOut(
    'governance.enrolledAccountsPage',
    async (page: UpstreamTokenRequest) => {
      const { EnrolledAccounts = [], NextToken } = await rpc.call(ListEnrolledAccounts, page);
      learnWhole('enrolledAccounts', page, EnrolledAccounts, NextToken);
      return { records: EnrolledAccounts, nextToken: NextToken };
    },
    JSON.stringify,
  );

  const baselinesPage = fanOut(
    'governance.baselinesPage',
    async (page: UpstreamTokenRequest) => {
      const { Baselines = [], NextToken } = await rpc.call(ListAccountFactoryBaselines, page);
      learnWhole('accountFactoryBaselines', page, Baselines, NextToken);
      return { records: Baselines, nextToken: NextToken };
    },
    JSON.stringify,
  );

  /** An enrolment in the detail form, with progress and failure; null where the account was never enrolled. */
  const enrollmentDetail = fanOut('governance.enrollmentDetail', (accountId: string) =>
    orNull(rpc.call(GetEnrolledAccount, { AccountUid: accountId }), 'InvalidBlueprint.NotFound'),
  );

  /** A baseline in the detail form, with its items; null where there is none. */
  const baselineDetail = fanOut('governance.baselineDetail', (baselineId: string) =>
    orNull(rpc.call(GetAccountFactoryBaseline, { BaselineId: baselineId }), 'InvalidBaseline.NotFound'),
  );

  const learn = (list: ListName) => (length: number) => {
    lengths.learn(list, length);
  };

  return {
    enrolledAccountsPage,
    enrollmentDetail,

    /** An enrolment in the list form; null where the account was never enrolled. */
    enrollment: singlesOrSweep<EnrollmentSummaryRecord>('governance.enrollment', {
      // An account is enrolled once: the members, whose list counts itself, and the management account are a bound.
      length: () => lengths.of('enrolledAccounts') ?? plusOne(lengths.of('accounts')),
      loadOne: (accountId) => enrollmentDetail.load(accountId),
      sweep: (wanted) =>
        sweepTokens(
          (page) => enrolledAccountsPage.load(page),
          ({ AccountUid }) => AccountUid,
          wanted,
          learn('enrolledAccounts'),
        ),
    }),

    baselinesPage,
    baselineDetail,

    /** A baseline in the list form; null where there is none. */
    baseline: singlesOrSweep<BaselineSummaryRecord>('governance.baseline', {
      length: () => lengths.of('accountFactoryBaselines'),
      loadOne: (baselineId) => baselineDetail.load(baselineId),
      sweep: (wanted) =>
        sweepTokens(
          (page) => baselinesPage.load(page),
          ({ BaselineId }) => BaselineId,
          wanted,
          learn('accountFactoryBaselines'),
        ),
    }),

    /** One upstream page of the baseline items on offer. */
    baselineItemsPage: fanOut(
      'governance.baselineItemsPage',
      async (page: UpstreamTokenRequest) => {
        const { BaselineItems = [], NextToken } = await rpc.call(ListAccountFactoryBaselineItems, page);
        return { records: BaselineItems, nextToken: NextToken };
      },
      JSON.stringify,
    ),
  };
};

const plusOne = (length: number | undefined): number | undefined => (length === undefined ? undefined : length + 1);
