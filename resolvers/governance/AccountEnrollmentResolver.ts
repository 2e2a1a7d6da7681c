import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Costs } from '../../schema/costs';
import { AccountEnrollment } from '../../schema/governance/AccountEnrollment';
import {
  AccountEnrollmentConnection,
  AccountEnrollmentsArgs,
} from '../../schema/governance/AccountEnrollmentConnection';
import { parseEnrollmentStatus } from '../../schema/governance/AccountEnrollmentStatus';
import { EnrolledBaselineItem } from '../../schema/governance/EnrolledBaselineItem';
import { EnrollmentFailure } from '../../schema/governance/EnrollmentFailure';
import { EnrollmentStep } from '../../schema/governance/EnrollmentStep';
import type { Context } from '../../src/context';
import { GetEnrolledAccount, ListEnrolledAccounts } from '../../src/operations';
import type { EnrolledAccountRecord } from '../../src/operations/governance/GetEnrolledAccount';
import type { EnrollmentSummaryRecord } from '../../src/operations/governance/ListEnrolledAccounts';
import { connectTokens } from '../paging';
import { toSet } from '../toSet';

@Resolver(() => AccountEnrollment)
export class AccountEnrollmentResolver {
  @Query(() => AccountEnrollmentConnection, {
    nullable: true,
    description: 'The accounts that are enrolled in the account factory. Null if they cannot be read.',
  })
  @Costs({ page: { list: ListEnrolledAccounts }, filter: { readsOn: true }, account: 'directory' })
  accountEnrollments(
    @Args(() => AccountEnrollmentsArgs) { filter, ...page }: AccountEnrollmentsArgs,
    @Ctx() { access, cursors, loaders }: Context,
  ): Promise<AccountEnrollmentConnection> {
    const wanted = toSet(filter?.status);
    return connectTokens<EnrollmentSummaryRecord, AccountEnrollment>(
      {
        operation: ListEnrolledAccounts,
        field: 'accountEnrollments',
        page,
        cursors,
        args: wanted ?? null,
        isSeen: access.filter('accountEnrollments', ({ AccountUid }) => AccountUid),
        matches: wanted && (({ Status }) => wanted.includes(parseEnrollmentStatus(Status))),
        keyOf: ({ AccountUid }) => AccountUid,
        toNode: (record) => AccountEnrollment.fromRecord(record.AccountUid, record),
      },
      (upstreamPage) => loaders.governance.enrolledAccountsPage.load(upstreamPage),
    );
  }

  @FieldResolver(() => [EnrolledBaselineItem], {
    nullable: true,
    description: 'The baseline items for the account. Null if the upstream does not return them, as for NOT_ENROLLED.',
  })
  @Costs({ loads: [{ operation: GetEnrolledAccount, per: 'parent' }] })
  async baselineItems(
    @Root() enrollment: AccountEnrollment,
    @Ctx() context: Context,
  ): Promise<EnrolledBaselineItem[] | null> {
    const items = (await detailOf(enrollment, context))?.BaselineItems;
    return items?.map((item) => EnrolledBaselineItem.fromRecord(item)) ?? null;
  }

  @FieldResolver(() => [EnrollmentStep], {
    nullable: true,
    description: 'The progress of each baseline item. Null if the upstream does not return it, as for NOT_ENROLLED.',
  })
  @Costs({ loads: [{ operation: GetEnrolledAccount, per: 'parent' }] })
  async progress(@Root() enrollment: AccountEnrollment, @Ctx() context: Context): Promise<EnrollmentStep[] | null> {
    const steps = (await detailOf(enrollment, context))?.Progress;
    return steps?.map((step) => EnrollmentStep.fromRecord(step)) ?? null;
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether the initialization of the account is complete. Null if the upstream does not return it, as for NOT_ENROLLED.',
  })
  @Costs({ loads: [{ operation: GetEnrolledAccount, per: 'parent' }] })
  async initialized(@Root() enrollment: AccountEnrollment, @Ctx() context: Context): Promise<boolean | null> {
    return (await detailOf(enrollment, context))?.Initialized ?? null;
  }

  @FieldResolver(() => EnrollmentFailure, {
    nullable: true,
    description: 'Why the enrollment failed. Null, without a call, if it did not fail.',
  })
  @Costs({ loads: [{ operation: GetEnrolledAccount, per: 'parent' }] })
  async failure(@Root() enrollment: AccountEnrollment, @Ctx() context: Context): Promise<EnrollmentFailure | null> {
    // A printed sample shows ErrorInfo beside Finished: it means something with a failed status only.
    if (enrollment.status !== 'FAILED' && enrollment.status !== 'SCHEDULE_FAILED') return null;
    return EnrollmentFailure.fromRecord((await detailOf(enrollment, context))?.ErrorInfo ?? {});
  }
}

/** The enrollment of an account; one that is NOT_ENROLLED if there is none. */
export const loadEnrollment = async ({ loaders }: Context, accountId: string): Promise<AccountEnrollment> =>
  AccountEnrollment.fromRecord(accountId, await loaders.governance.enrollment.load(accountId));

const detailOf = async (
  { accountId, status }: AccountEnrollment,
  { loaders }: Context,
): Promise<EnrolledAccountRecord | null> =>
  status === 'NOT_ENROLLED' ? null : loaders.governance.enrollmentDetail.load(accountId);
