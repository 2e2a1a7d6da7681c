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
    'with a filter. Also null until a page has shown whether the upstream list includes the gateway’s own account. If the list omits that account, only the last page shows it',
});
export type AccountConnection = InstanceType<typeof AccountConnection>;

@InputType({
  description:
    'Which accounts to return. An omitted member matches every account. An account must match all given members.',
})
export class AccountFilter {
  @Field(() => [AccountStatusInput], { nullable: true, description: 'Only accounts with one of these statuses.' })
  readonly status?: readonly AccountStatusInput[] | null;

  @Field(() => [AccountTypeInput], { nullable: true, description: 'Only accounts of one of these kinds.' })
  readonly type?: readonly AccountTypeInput[] | null;

  @Field(() => [EnrollmentStatusOfAccountInput], {
    nullable: true,
    description:
      'Only accounts whose enrollment in the account factory has one of these statuses. An empty list matches every account. The gateway reads the upstream list of enrollments once per document, a hundred per call and at most 5,000. An account that the list lacks can be enrolled nevertheless. NOT_ENROLLED returns it only if GetEnrolledAccount confirms that it is not, so the page can have fewer than `first` items. The other statuses do not return it. It costs at most 50 calls of ListEnrolledAccounts and, with NOT_ENROLLED, 101 of GetEnrolledAccount. The latter are for the accounts of the page and the gateway’s own account.',
  })
  readonly enrollmentStatus?: readonly EnrollmentStatusOfAccountInput[] | null;

  @Field(() => ID, { nullable: true, description: 'Only accounts in this folder.' })
  readonly folderId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether accounts in the folders below `folderId` match, too. Requires `folderId`.',
  })
  readonly includeSubfolders?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only accounts whose display name contains this text. Case does not matter.',
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
      'Which accounts to return. The upstream filters by tag, and by folder without its subfolders, in the list ListAccountsForParent. For all other members, the gateway reads the list until the page is full, at most ten upstream pages. That costs at most nine more calls of the list, one of GetFolder, one of GetAccount and one of GetResourceDirectory. GetFolder is called if no account is found in a folder and its subfolders. The other two are called for the gateway’s own account if the list omits it. That account does not match a member whose value they do not return. The cost of `enrollmentStatus` is added.',
  })
  readonly filter?: AccountFilter | null;
}
