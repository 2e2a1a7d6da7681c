import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { EnrollmentStatusOfAccountInput } from '../governance/AccountEnrollmentStatus';
import { PageArgs } from '../relay/PageArgs';
import { connectionOf } from '../relay/connectionOf';
import { Account } from './Account';
import { AccountStatusInput } from './AccountStatus';
import { AccountTypeInput } from './AccountType';
import { CloudTagFilter } from './CloudTag';

export const AccountConnection = connectionOf(Account, {
  name: 'Account',
  items: 'accounts',
  totalCountIsNull:
    'with a filter, and until a page has shown whether the upstream’s list has the account of the gateway’s own credentials, which is the last page if it has not',
});
export type AccountConnection = InstanceType<typeof AccountConnection>;

@InputType({
  description: 'Which accounts to give. What is left out matches every account; several members must all match.',
})
export class AccountFilter {
  @Field(() => [AccountStatusInput], { nullable: true, description: 'Only accounts in one of these states.' })
  readonly status?: readonly AccountStatusInput[] | null;

  @Field(() => [AccountTypeInput], { nullable: true, description: 'Only accounts of one of these kinds.' })
  readonly type?: readonly AccountTypeInput[] | null;

  @Field(() => [EnrollmentStatusOfAccountInput], {
    nullable: true,
    description:
      'Only accounts whose enrollment in the account factory is in one of these states. An empty list matches every account. The upstream’s list of enrollments is read once for the whole document, with a call for each hundred and up to 5,000. An account that the list lacks may be enrolled all the same: NOT_ENROLLED gives it only if GetEnrolledAccount says so, and the page can then have fewer than `first`; the other states do not give it. It costs at most 50 calls of ListEnrolledAccounts and, with NOT_ENROLLED, 101 of GetEnrolledAccount, which are the accounts of the page and the gateway’s own.',
  })
  readonly enrollmentStatus?: readonly EnrollmentStatusOfAccountInput[] | null;

  @Field(() => ID, { nullable: true, description: 'Only accounts in this folder.' })
  readonly folderId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'With `folderId`: whether accounts in the folders below it count, too.',
  })
  readonly includeSubfolders?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only accounts whose display name contains this text, in whatever letter case.',
  })
  readonly nameContains?: string | null;

  @Field(() => CloudTagFilter, { nullable: true, description: 'Only accounts with this tag.' })
  readonly tag?: CloudTagFilter | null;
}

/** What a field that lists accounts takes. */
@ArgsType()
export class AccountsArgs extends PageArgs {
  @Field(() => AccountFilter, {
    nullable: true,
    description:
      'Which accounts to give. The upstream filters by tag, and by folder where subfolders do not count; then ListAccountsForParent is the list that is called. For the rest, the list is read on until the page here is full, ten of its pages at most: that costs at most nine more calls, one of GetFolder where no account of a folder and its subfolders is found, and, for the account of the gateway’s own credentials where the list leaves it out, one of GetAccount and one of GetResourceDirectory. What these do not tell of it does not match. What `enrollmentStatus` costs comes on top.',
  })
  readonly filter?: AccountFilter | null;
}
