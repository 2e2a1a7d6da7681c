import { UserError } from '../errors/UserError';
import {
  GetAccountFactoryBaseline,
  GetEnrolledAccount,
  ListAccountFactoryBaselineItems,
  ListAccountFactoryBaselines,
  ListEnrolledAccounts,
} from '../operations';
import type { BaselineSummaryRecord } from '../operations/governance/BaselineRecord';
import type { EnrollmentSummaryRecord } from '../operations/governance/ListEnrolledAccounts';
import { maxPageSize } from '../pagination/pageSize';
import type { UpstreamTokenRequest } from '../pagination/readTokenPage';
import { readAll } from '../pagination/readWholeList';
import type { CallOptions, RpcClient } from '../rpc/client';
import type { KnownLists, ListName } from './KnownLists';
import { fanOut } from './batch/fanOut';
import { sharedOnly } from './batch/sharedOnly';
import { singlesOrSweep } from './batch/singlesOrSweep';
import { sweepTokens } from './batch/sweeps';
import { orNull } from './orNull';

/** The list of enrolled accounts. */
const enrolledAccounts = {
  operation: ListEnrolledAccounts,
  keyOf: ({ AccountUid }: EnrollmentSummaryRecord) => AccountUid,
};

/** The most pages of the list that a document reads to find out which accounts are enrolled. */
export const maxEnrollmentPages = 50;

/** The list of baselines. */
const accountFactoryBaselines = {
  operation: ListAccountFactoryBaselines,
  keyOf: ({ BaselineId }: BaselineSummaryRecord) => BaselineId,
};

/** Loaders for one request, bound to that caller's credentials: never share them between requests. */
export const createGovernanceLoaders = (rpc: RpcClient, lists: KnownLists) => {
  /** A list whose first page is its last shows its length. */
  const learnWhole = (
    list: ListName,
    { NextToken }: UpstreamTokenRequest,
    records: readonly unknown[],
    nextToken: string | undefined,
  ): void => {
    if (NextToken === undefined && (nextToken === undefined || nextToken === ''))
      lists.learnLength(list, records.length);
  };

  const readEnrolledAccountsPage = async (
    { fresh, ...page }: UpstreamTokenRequest,
    options: CallOptions = { fresh },
  ) => {
    const { EnrolledAccounts = [], NextToken } = await rpc.call(ListEnrolledAccounts, page, options);
    learnWhole('enrolledAccounts', page, EnrolledAccounts, NextToken);
    return { records: EnrolledAccounts, nextToken: NextToken };
  };

  const enrolledAccountsPage = fanOut(
    'governance.enrolledAccountsPage',
    (page: UpstreamTokenRequest) => readEnrolledAccountsPage(page),
    JSON.stringify,
  );

  const sharedEnrolledAccountsPage = sharedOnly(enrolledAccountsPage, (page) =>
    readEnrolledAccountsPage(page, { sharedOnly: true }),
  );

  const readBaselinesPage = async ({ fresh, ...page }: UpstreamTokenRequest, options: CallOptions = { fresh }) => {
    const { Baselines = [], NextToken } = await rpc.call(ListAccountFactoryBaselines, page, options);
    learnWhole('accountFactoryBaselines', page, Baselines, NextToken);
    return { records: Baselines, nextToken: NextToken };
  };

  const baselinesPage = fanOut(
    'governance.baselinesPage',
    (page: UpstreamTokenRequest) => readBaselinesPage(page),
    JSON.stringify,
  );

  const sharedBaselinesPage = sharedOnly(baselinesPage, (page) => readBaselinesPage(page, { sharedOnly: true }));

  /** An enrollment in the detail form, with progress and failure; null if the account was never enrolled. */
  const enrollmentDetail = fanOut('governance.enrollmentDetail', (accountId: string) =>
    orNull(rpc.call(GetEnrolledAccount, { AccountUid: accountId }), 'InvalidBlueprint.NotFound'),
  );

  /** A baseline in the detail form, with its items; null if there is none. */
  const baselineDetail = fanOut('governance.baselineDetail', (baselineId: string) =>
    orNull(rpc.call(GetAccountFactoryBaseline, { BaselineId: baselineId }), 'InvalidBaseline.NotFound'),
  );

  const learn = (list: ListName) => (length: number) => {
    lists.learnLength(list, length);
  };

  return {
    enrolledAccountsPage,
    enrollmentDetail,

    /** The whole list of enrollments, by account. There is one: `all`. The upstream may omit a record of it. */
    enrollments: fanOut('governance.enrollments', async (_key: 'all') => {
      let pages = 0;
      const enrollments = await readAll(enrolledAccounts, (page) => {
        pages += 1;
        if (pages > maxEnrollmentPages) throw tooManyEnrollments();
        return enrolledAccountsPage.load(page);
      });
      lists.learnLength('enrolledAccounts', enrollments.size);
      return enrollments;
    }),

    /** An enrollment in the list form; null if the account was never enrolled. */
    enrollment: singlesOrSweep<EnrollmentSummaryRecord>('governance.enrollment', {
      list: 'enrolledAccounts',
      lists,
      // An account is enrolled once: the members, whose list counts itself, and the management account are a bound.
      length: () => lists.lengthOf('enrolledAccounts') ?? plusOne(lists.lengthOf('accounts')),
      loadOne: (accountId) => enrollmentDetail.load(accountId),
      sweep: (wanted, { sharedOnly: shared, isWorthwhile }) =>
        sweepTokens(shared ? sharedEnrolledAccountsPage : (page) => enrolledAccountsPage.load(page), {
          ...enrolledAccounts,
          wanted,
          isWorthwhile,
          learnLength: learn('enrolledAccounts'),
        }),
    }),

    baselinesPage,
    baselineDetail,

    /** A baseline in the list form; null if there is none. */
    baseline: singlesOrSweep<BaselineSummaryRecord>('governance.baseline', {
      list: 'accountFactoryBaselines',
      lists,
      length: () => lists.lengthOf('accountFactoryBaselines'),
      loadOne: (baselineId) => baselineDetail.load(baselineId),
      sweep: (wanted, { sharedOnly: shared, isWorthwhile }) =>
        sweepTokens(shared ? sharedBaselinesPage : (page) => baselinesPage.load(page), {
          ...accountFactoryBaselines,
          wanted,
          isWorthwhile,
          learnLength: learn('accountFactoryBaselines'),
        }),
    }),

    /** One upstream page of the baseline items on offer. */
    baselineItemsPage: fanOut(
      'governance.baselineItemsPage',
      async ({ fresh, ...page }: UpstreamTokenRequest) => {
        const { BaselineItems = [], NextToken } = await rpc.call(ListAccountFactoryBaselineItems, page, { fresh });
        return { records: BaselineItems, nextToken: NextToken };
      },
      JSON.stringify,
    ),
  };
};

const plusOne = (length: number | undefined): number | undefined => (length === undefined ? undefined : length + 1);

const tooManyEnrollments = (): UserError => {
  const most = maxEnrollmentPages * maxPageSize;
  return new UserError(
    'LIMIT_EXCEEDED',
    {
      en: `filter.enrollmentStatus supports at most ${most} enrolled accounts, but there are more. Read accountEnrollments instead.`,
      zh: `filter.enrollmentStatus 最多支持 ${most} 个已注册账号，实际数量更多。请改用 accountEnrollments。`,
    },
    ['filter', 'enrollmentStatus'],
  );
};
