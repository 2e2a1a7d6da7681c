import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import type { AccountGroupMemberRecord } from '../../src/operations/cloud-config/2020-09-07/AccountGroupRecord';
import { accountLoads, Costs } from '../costs';
import { rawTextOf } from '../enumValue';
import { Node } from '../relay/Node';
import { PageArgs } from '../relay/PageArgs';
import { connectionOf } from '../relay/connectionOf';
import type { GlobalKey } from '../relay/globalId';
import { Account } from '../resource-manager/Account';
import {
  ConfigurationRecorderStatus,
  ConfigurationRecorderStatusInput,
  parseRecorderStatus,
} from './ConfigurationRecorder';

/** An account as a member of an account group. */
@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description:
    'A member of an account group, with the recorder status that the group reports. Reading it makes no call to the member.',
})
export class AccountGroupMember extends Node {
  /** Not a field: members are found through their group. */
  readonly accountGroupId!: string;

  @Field(() => ID, { description: 'The Alibaba Cloud account ID of the member.' })
  readonly accountId!: string;

  @Field(() => Account, { description: 'The account of the member.' })
  @Costs({ details: accountLoads, account: 'parent' })
  readonly account!: Account;

  @Field(() => ConfigurationRecorderStatus, {
    nullable: true,
    description:
      'The recorder status that the account group last reported. Null if it reported none. To read the member itself, select the recorder of `account`.',
  })
  readonly recorderStatus!: ConfigurationRecorderStatus | null;

  @Field(() => String, { nullable: true, description: rawTextOf('recorderStatus') })
  readonly rawRecorderStatus!: string | null;

  /** The one place where wire names meet GraphQL names. */
  static fromRecord(
    accountGroupId: string,
    { AccountId, RecorderStatus }: AccountGroupMemberRecord,
  ): AccountGroupMember {
    return Object.assign(new AccountGroupMember(), {
      accountGroupId,
      accountId: AccountId,
      account: Account.of(AccountId),
      recorderStatus: RecorderStatus === undefined ? null : parseRecorderStatus(RecorderStatus),
      rawRecorderStatus: RecorderStatus ?? null,
    } satisfies Omit<AccountGroupMember, 'id'>);
  }

  protected override globalKey(): GlobalKey {
    return ['AccountGroupMember', this.accountGroupId, this.accountId];
  }
}

export const AccountGroupMemberConnection = connectionOf(AccountGroupMember, {
  name: 'AccountGroupMember',
  items: 'members of an account group',
  totalCountIsNull: 'if the upstream does not return it',
});
export type AccountGroupMemberConnection = InstanceType<typeof AccountGroupMemberConnection>;

@InputType({ description: 'Which members of an account group to return. An omitted member matches every account.' })
export class AccountGroupMemberFilter {
  @Field(() => [ConfigurationRecorderStatusInput], {
    nullable: true,
    description:
      'Only members whose recorder is in one of these states, as the group reports it. An empty list matches every member.',
  })
  readonly recorderStatus?: readonly ConfigurationRecorderStatusInput[] | null;
}

/** What a field that lists the members of an account group takes. */
@ArgsType()
export class AccountGroupMembersArgs extends PageArgs {
  @Field(() => AccountGroupMemberFilter, {
    nullable: true,
    description: 'Which members to return; `totalCount` counts these. The filter costs no call.',
  })
  readonly filter?: AccountGroupMemberFilter | null;
}
