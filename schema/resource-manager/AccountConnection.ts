import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { GetFolder, ListAccounts } from '../../src/operations';
import { CostsFilter, tellAccount } from '../costs';
import { PageArgs } from '../relay/PageArgs';
import { connectionOf } from '../relay/connectionOf';
import { Account } from './Account';
import { AccountStatusInput } from './AccountStatus';
import { AccountTypeInput } from './AccountType';
import { CloudTagFilter } from './CloudTag';

export const AccountConnection = connectionOf(Account, { name: 'Account', items: 'accounts' });
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
      'Which accounts to give. Folder and tag are filtered by the upstream; for the rest up to ten of its pages are read for one page here. The account of the gateway’s own credentials, where the directory’s list leaves it out, is held against it by one upstream call or two: by what the directory tells of it, and what that does not say does not match.',
  })
  @CostsFilter(ListAccounts, GetFolder, ...tellAccount)
  readonly filter?: AccountFilter | null;
}
