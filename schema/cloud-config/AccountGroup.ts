import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { GetFolder } from '../../src/operations';
import type {
  AccountGroupDetailRecord,
  AccountGroupRecord,
} from '../../src/operations/cloud-config/2020-09-07/AccountGroupRecord';
import { accountLoads, Costs } from '../costs';
import { defineEnum, enumValue, rawTextOf, unknownBeside } from '../enumValue';
import { Node } from '../relay/Node';
import type { GlobalKey } from '../relay/globalId';
import { Account } from '../resource-manager/Account';
import { CloudTag } from '../resource-manager/CloudTag';
import { ResourceDirectoryFolder } from '../resource-manager/ResourceDirectoryFolder';
import { DateTime } from '../scalars';
import { presentDate } from '../scalars/present';

export const AccountGroupType = defineEnum('AccountGroupType', 'How the members of an account group are chosen.', {
  DIRECTORY: 'Every member of the resource directory, including those that join later.',
  FOLDER: 'The accounts of one folder of the directory, including those that join later.',
  CUSTOM: 'Accounts that were chosen individually.',
  UNKNOWN: unknownBeside('rawType'),
});
export type AccountGroupType = keyof typeof AccountGroupType;

export const AccountGroupStatus = defineEnum('AccountGroupStatus', 'Whether an account group is ready to be read.', {
  BUILDING: 'Its members are still being collected, so its lists are incomplete.',
  READY: 'Its members are collected.',
  UNKNOWN: unknownBeside('rawStatus'),
});
export type AccountGroupStatus = keyof typeof AccountGroupStatus;

const types = { RD: 'DIRECTORY', FOLDER: 'FOLDER', CUSTOM: 'CUSTOM' } as const;

const statuses = { 0: 'BUILDING', 1: 'READY' } as const;

/** Accounts that Cloud Config lets one account read through: the fields that every form of its record has. */
@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description:
    'An account group of Cloud Config: accounts of a resource directory whose resources the owner of the group reads as one list.',
})
@Directive('@key(fields: "accountGroupId")')
export class AccountGroup extends Node {
  @Field(() => ID, { description: 'The ID of the account group, `ca-…`.' })
  readonly accountGroupId!: string;

  @Field(() => String, { nullable: true, description: 'The group’s name. Null if the upstream does not return it.' })
  readonly name!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The description of the group. Null if it has none.',
  })
  readonly description!: string | null;

  @Field(() => AccountGroupType, { description: 'How the members of the group are chosen.' })
  readonly type!: AccountGroupType;

  @Field(() => String, { nullable: true, description: rawTextOf('type') })
  readonly rawType!: string | null;

  @Field(() => AccountGroupStatus, { description: 'Whether the members of the group are collected.' })
  readonly status!: AccountGroupStatus;

  @Field(() => String, {
    nullable: true,
    description: 'The value of `status` as the upstream returned it, a number there. Null if it returned none.',
  })
  readonly rawStatus!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the group was created. Null if the upstream does not return it.',
  })
  readonly createdAt!: Date | null;

  @Field(() => Account, {
    nullable: true,
    description: 'The account that owns the group and may read through it. Null if the upstream does not return it.',
  })
  @Costs({ details: accountLoads })
  readonly owner!: Account | null;

  @Field(() => ResourceDirectoryFolder, {
    nullable: true,
    description: 'The folder whose accounts are the members of the group. Null for a group of another type.',
  })
  @Costs({ details: [{ operation: GetFolder, per: 'object' }] })
  readonly folder!: ResourceDirectoryFolder | null;

  /** Not a field: its resolver decides who may see it. */
  readonly countOfMembers!: number | null;

  @Field(() => [CloudTag], { description: 'The tags of the group itself.' })
  readonly tags!: readonly CloudTag[];

  /** The one place where wire names meet GraphQL names. */
  static fromRecord(record: AccountGroupRecord | AccountGroupDetailRecord): AccountGroup {
    const { AggregatorId: accountGroupId, AggregatorStatus: status } = record;
    const rawStatus = status?.toString();
    return Object.assign(new AccountGroup(), {
      accountGroupId,
      name: record.AggregatorName ?? null,
      description: record.Description ?? null,
      type: enumValue(types, record.AggregatorType),
      rawType: record.AggregatorType ?? null,
      status: enumValue(statuses, rawStatus),
      rawStatus: rawStatus ?? null,
      createdAt: presentDate(record.AggregatorCreateTimestamp),
      owner: record.AccountId === undefined ? null : Account.of(record.AccountId),
      folder: record.FolderId ? ResourceDirectoryFolder.of(record.FolderId) : null,
      countOfMembers: record.AggregatorAccountCount ?? null,
      tags: (record.Tags ?? []).map(({ TagKey = '', TagValue = '' }) => ({ key: TagKey, value: TagValue })),
    } satisfies Omit<AccountGroup, 'id'>);
  }

  protected override globalKey(): GlobalKey {
    return ['AccountGroup', this.accountGroupId];
  }
}
