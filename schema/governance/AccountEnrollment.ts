import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { GetAccountFactoryBaseline, GetFolder, ListAccountFactoryBaselines } from '../../src/operations';
import type { EnrollmentSummaryRecord } from '../../src/operations/governance/ListEnrolledAccounts';
import { accountLoads, Costs } from '../costs';
import { pollAfterMs, pollAfterMsText } from '../pollAfterMs';
import { Node } from '../relay/Node';
import type { GlobalKey } from '../relay/globalId';
import { Account } from '../resource-manager/Account';
import { ResourceDirectoryFolder } from '../resource-manager/ResourceDirectoryFolder';
import { DateTime } from '../scalars';
import { presentDate } from '../scalars/present';
import { AccountEnrollmentStatus, parseEnrollmentStatus } from './AccountEnrollmentStatus';
import { AccountFactoryBaseline } from './AccountFactoryBaseline';

const inProgress: ReadonlySet<AccountEnrollmentStatus> = new Set(['PENDING', 'SCHEDULING', 'RUNNING']);

/** How an account came, or comes, under a baseline of the account factory: the list form; the rest is resolved. */
@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: 'The enrollment of an account in the account factory, which applies a baseline to the account.',
})
@Directive('@key(fields: "accountId")')
export class AccountEnrollment extends Node {
  @Field(() => ID, { description: 'The Alibaba Cloud account ID of the enrolled account.' })
  readonly accountId!: string;

  @Field(() => Account, { description: 'The enrolled account.' })
  @Costs({ details: accountLoads, account: 'parent' })
  readonly account!: Account;

  @Field(() => AccountEnrollmentStatus, { description: 'The status of the enrollment.' })
  readonly status!: AccountEnrollmentStatus;

  @Field(() => String, {
    nullable: true,
    description: 'The value of `status` as the upstream returned it. Null if it returned none, as for NOT_ENROLLED.',
  })
  readonly rawStatus!: string | null;

  @Field(() => Int, { nullable: true, description: pollAfterMsText })
  get pollAfterMs(): number | null {
    return inProgress.has(this.status) ? pollAfterMs : null;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The account’s display name. Null if the upstream does not return it, as for NOT_ENROLLED.',
  })
  readonly displayName!: string | null;

  @Field(() => ResourceDirectoryFolder, {
    nullable: true,
    description: 'The folder that holds the account. Null if the upstream does not return it, as for NOT_ENROLLED.',
  })
  @Costs({ details: [{ operation: GetFolder, per: 'object' }] })
  readonly folder!: ResourceDirectoryFolder | null;

  @Field(() => Account, {
    nullable: true,
    description: 'The account that pays for this one. Null if the upstream does not return it, as for NOT_ENROLLED.',
  })
  @Costs({ details: accountLoads })
  readonly payer!: Account | null;

  @Field(() => AccountFactoryBaseline, {
    nullable: true,
    description: 'The baseline for the account. Null if the upstream does not return it, as for NOT_ENROLLED.',
  })
  @Costs({
    details: [{ operation: GetAccountFactoryBaseline, per: 'object', orList: ListAccountFactoryBaselines }],
  })
  readonly baseline!: AccountFactoryBaseline | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the account was enrolled. Null if the upstream does not return it, as for NOT_ENROLLED.',
  })
  readonly createdAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the enrollment last changed. Null if the upstream does not return it, as for NOT_ENROLLED.',
  })
  readonly updatedAt!: Date | null;

  /**
   * The one place where wire names meet GraphQL names.
   *
   * @param record null if the account was never enrolled.
   */
  static fromRecord(accountId: string, record: EnrollmentSummaryRecord | null): AccountEnrollment {
    return Object.assign(new AccountEnrollment(), {
      accountId,
      account: Account.of(accountId),
      status: record === null ? 'NOT_ENROLLED' : parseEnrollmentStatus(record.Status),
      rawStatus: record?.Status ?? null,
      displayName: record?.DisplayName ?? null,
      folder: record?.FolderId ? ResourceDirectoryFolder.of(record.FolderId) : null,
      payer: record?.PayerAccountUid === undefined ? null : Account.of(record.PayerAccountUid),
      baseline: record?.BaselineId ? AccountFactoryBaseline.of(record.BaselineId) : null,
      createdAt: presentDate(record?.CreateTime),
      updatedAt: presentDate(record?.UpdateTime),
    } satisfies Omit<AccountEnrollment, 'id' | 'pollAfterMs'>);
  }

  protected override globalKey(): GlobalKey {
    return ['AccountEnrollment', this.accountId];
  }
}
