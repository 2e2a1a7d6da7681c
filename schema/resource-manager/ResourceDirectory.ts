import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { GetFolder } from '../../src/operations';
import type { ResourceDirectoryRecord } from '../../src/operations/resource-manager/GetResourceDirectory';
import { accountLoads, Costs } from '../costs';
import { defineEnum, enumValue, rawTextOf, unknownBeside } from '../enumValue';
import { Node } from '../relay/Node';
import type { GlobalKey } from '../relay/globalId';
import { DateTime } from '../scalars';
import { presentDate } from '../scalars/present';
import { Account } from './Account';
import { ResourceDirectoryFolder } from './ResourceDirectoryFolder';

export const ControlPolicyStatus = defineEnum(
  'ControlPolicyStatus',
  'State of the control policy feature of a resource directory.',
  {
    ENABLED: 'Control policies are enabled.',
    PENDING_ENABLE: 'Control policies are being enabled.',
    DISABLED: 'Control policies are disabled.',
    PENDING_DISABLE: 'Control policies are being disabled.',
    UNKNOWN: unknownBeside('rawControlPolicyStatus'),
  },
);
export type ControlPolicyStatus = keyof typeof ControlPolicyStatus;

export const MemberDeletionStatus = defineEnum(
  'MemberDeletionStatus',
  'Whether members of a resource directory may be deleted.',
  {
    ENABLED: 'Members may be deleted.',
    DISABLED: 'Members may not be deleted.',
    UNKNOWN: unknownBeside('rawMemberDeletionStatus'),
  },
);
export type MemberDeletionStatus = keyof typeof MemberDeletionStatus;

const controlPolicyStatuses = {
  Enabled: 'ENABLED',
  PendingEnable: 'PENDING_ENABLE',
  Disabled: 'DISABLED',
  PendingDisable: 'PENDING_DISABLE',
} as const;

const memberDeletionStatuses = { Enabled: 'ENABLED', Disabled: 'DISABLED' } as const;

/** The resource directory that an account owns or belongs to. */
@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: 'A resource directory: the tree of folders and member accounts of one management account.',
})
@Directive('@key(fields: "resourceDirectoryId")')
export class ResourceDirectory extends Node {
  @Field(() => ID, { description: 'The directory ID, `rd-…`.' })
  readonly resourceDirectoryId!: string;

  @Field(() => Account, { description: 'The account that owns the directory.' })
  @Costs({ details: accountLoads, account: 'directory' })
  readonly managementAccount!: Account;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the management account. Null if the upstream does not return it.',
  })
  readonly managementAccountName!: string | null;

  @Field(() => ResourceDirectoryFolder, { description: 'The folder that contains all others.' })
  @Costs({ details: [{ operation: GetFolder, per: 'object' }], level: 'root' })
  readonly rootFolder!: ResourceDirectoryFolder;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the directory was enabled. Null if the upstream does not return it.',
  })
  readonly createdAt!: Date | null;

  @Field(() => ControlPolicyStatus, {
    nullable: true,
    description: 'The state of the control policy feature. Null if the upstream does not return it.',
  })
  readonly controlPolicyStatus!: ControlPolicyStatus | null;

  @Field(() => String, { nullable: true, description: rawTextOf('controlPolicyStatus') })
  readonly rawControlPolicyStatus!: string | null;

  @Field(() => MemberDeletionStatus, {
    nullable: true,
    description: 'Whether members may be deleted. Null if the upstream does not return it.',
  })
  readonly memberDeletionStatus!: MemberDeletionStatus | null;

  @Field(() => String, { nullable: true, description: rawTextOf('memberDeletionStatus') })
  readonly rawMemberDeletionStatus!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The enterprise name from the real-name verification of the management account. Null if the upstream does not return it.',
  })
  readonly identityInformation!: string | null;

  /** The one place where wire names meet GraphQL names. */
  static fromRecord(record: ResourceDirectoryRecord): ResourceDirectory {
    const { ControlPolicyStatus: controlPolicy, MemberDeletionStatus: memberDeletion } = record;
    return Object.assign(new ResourceDirectory(), {
      resourceDirectoryId: record.ResourceDirectoryId,
      managementAccount: Account.of(record.MasterAccountId),
      managementAccountName: record.MasterAccountName ?? null,
      rootFolder: ResourceDirectoryFolder.of(record.RootFolderId),
      createdAt: presentDate(record.CreateTime),
      controlPolicyStatus: controlPolicy === undefined ? null : enumValue(controlPolicyStatuses, controlPolicy),
      rawControlPolicyStatus: controlPolicy ?? null,
      memberDeletionStatus: memberDeletion === undefined ? null : enumValue(memberDeletionStatuses, memberDeletion),
      rawMemberDeletionStatus: memberDeletion ?? null,
      identityInformation: record.IdentityInformation ?? null,
    } satisfies Omit<ResourceDirectory, 'id'>);
  }

  protected override globalKey(): GlobalKey {
    return ['ResourceDirectory', this.resourceDirectoryId];
  }
}
