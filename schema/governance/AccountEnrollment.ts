import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { EnrolledAccountRecord } from '../../src/operations/governance/GetEnrolledAccount';
import { enumMembers, enumValue } from '../enumValue';
import { Node } from '../relay/Node';
import { toGlobalId } from '../relay/globalId';
import { Account } from '../resource-manager/Account';
import { ResourceDirectoryFolder } from '../resource-manager/ResourceDirectoryFolder';
import { DateTime } from '../scalars';
import { presentDate } from '../scalars/present';
import { AccountFactoryBaseline } from './AccountFactoryBaseline';
import { EnrolledBaselineItem } from './EnrolledBaselineItem';
import { EnrollmentFailure } from './EnrollmentFailure';
import { EnrollmentStep } from './EnrollmentStep';

export const AccountEnrollmentStatus = enumMembers(
  'NOT_ENROLLED',
  'PENDING',
  'SCHEDULING',
  'RUNNING',
  'FINISHED',
  'FAILED',
  'SCHEDULE_FAILED',
  'UNKNOWN',
);
export type AccountEnrollmentStatus = keyof typeof AccountEnrollmentStatus;
registerEnumType(AccountEnrollmentStatus, {
  name: 'AccountEnrollmentStatus',
  description: 'Where the enrolment of an account is.',
  valuesConfig: {
    NOT_ENROLLED: { description: 'The account was never enrolled in the account factory.' },
    PENDING: { description: 'The enrolment waits for its turn.' },
    SCHEDULING: { description: 'The enrolment is being scheduled.' },
    RUNNING: { description: 'The baseline is being applied: see `progress`.' },
    FINISHED: { description: 'The baseline was applied.' },
    FAILED: { description: 'A baseline item could not be applied: see `failure`.' },
    SCHEDULE_FAILED: { description: 'The enrolment could not be scheduled: see `failure`.' },
    UNKNOWN: { description: 'A value that this gateway does not know yet: see `rawStatus`.' },
  },
});

const statuses = {
  Pending: 'PENDING',
  Scheduling: 'SCHEDULING',
  Running: 'RUNNING',
  Finished: 'FINISHED',
  Failed: 'FAILED',
  ScheduleFailed: 'SCHEDULE_FAILED',
} as const;

/** How an account came, or comes, under a baseline of the account factory. */
@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: 'The enrolment of an account in the account factory, which applies a baseline to it.',
})
@Directive('@key(fields: "accountId")')
export class AccountEnrollment extends Node {
  @Field(() => ID, { description: 'The enrolled account.' })
  readonly accountId!: string;

  @Field(() => Account, { description: 'The enrolled account.' })
  readonly account!: Account;

  @Field(() => AccountEnrollmentStatus, { description: 'Where the enrolment is.' })
  readonly status!: AccountEnrollmentStatus;

  @Field(() => String, {
    nullable: true,
    description: 'The upstream’s own text of `status`; null where it gave none, as for NOT_ENROLLED.',
  })
  readonly rawStatus!: string | null;

  @Field(() => String, { nullable: true, description: 'The account’s display name.' })
  readonly displayName!: string | null;

  @Field(() => ResourceDirectoryFolder, { nullable: true, description: 'The folder that holds the account.' })
  readonly folder!: ResourceDirectoryFolder | null;

  @Field(() => Account, { nullable: true, description: 'The account that pays for it.' })
  readonly payer!: Account | null;

  @Field(() => AccountFactoryBaseline, { nullable: true, description: 'The baseline that is applied to it.' })
  readonly baseline!: AccountFactoryBaseline | null;

  @Field(() => DateTime, { nullable: true, description: 'When the account was enrolled.' })
  readonly createdAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the enrolment last changed.' })
  readonly updatedAt!: Date | null;

  @Field(() => [EnrolledBaselineItem], {
    nullable: true,
    description: 'The items that are applied; null where there is no enrolment.',
  })
  readonly baselineItems!: readonly EnrolledBaselineItem[] | null;

  @Field(() => [EnrollmentStep], {
    nullable: true,
    description: 'How far each baseline item is; null where there is no enrolment.',
  })
  readonly progress!: readonly EnrollmentStep[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the initialisation of the account is complete.' })
  readonly initialized!: boolean | null;

  @Field(() => EnrollmentFailure, { nullable: true, description: 'Why it failed; null where it did not.' })
  readonly failure!: EnrollmentFailure | null;

  /**
   * The one place where wire names meet GraphQL names.
   *
   * @param record null where the account was never enrolled.
   */
  static fromRecord(accountId: string, record: EnrolledAccountRecord | null): AccountEnrollment {
    return Object.assign(new AccountEnrollment(), {
      id: toGlobalId('AccountEnrollment', accountId),
      accountId,
      account: Account.of(accountId),
      status: record === null ? 'NOT_ENROLLED' : enumValue(statuses, record.Status),
      rawStatus: record?.Status ?? null,
      displayName: record?.DisplayName ?? null,
      folder: record?.FolderId ? ResourceDirectoryFolder.of(record.FolderId) : null,
      payer: record?.PayerAccountUid === undefined ? null : Account.of(record.PayerAccountUid),
      baseline: record?.BaselineId ? AccountFactoryBaseline.of(record.BaselineId) : null,
      createdAt: presentDate(record?.CreateTime),
      updatedAt: presentDate(record?.UpdateTime),
      baselineItems: record?.BaselineItems?.map((item) => EnrolledBaselineItem.fromRecord(item)) ?? null,
      progress: record?.Progress?.map((step) => EnrollmentStep.fromRecord(step)) ?? null,
      initialized: record?.Initialized ?? null,
      failure: failed(record) ? EnrollmentFailure.fromRecord(record.ErrorInfo ?? {}) : null,
    } satisfies AccountEnrollment);
  }
}

/** A printed sample shows ErrorInfo beside Finished: it means something with a failed status only. */
const failed = (record: EnrolledAccountRecord | null): record is EnrolledAccountRecord =>
  record?.Status === 'Failed' || record?.Status === 'ScheduleFailed';
