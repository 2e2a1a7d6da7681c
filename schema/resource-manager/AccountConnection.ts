import { ArgsType, Field, ID, InputType } from 'type-graphql';
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
      'Which accounts to give. The upstream filters by tag, and by folder where subfolders do not count; then ListAccountsForParent is the list that is called. For the rest, the list is read on until the page here is full, ten of its pages at most: that costs at most nine more calls, one of GetFolder where no account of a folder and its subfolders is found, and, for the account of the gateway’s own credentials where the list leaves it out, one of GetAccount and one of GetResourceDirectory. What these do not tell of it does not match.',
  })
  readonly filter?: AccountFilter | null;
}
