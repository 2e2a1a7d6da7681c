import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { defineEnum } from '../enumValue';
import { JSONValue } from '../scalars';
import { MutationInput } from '../writing/MutationInput';
import { MutationPayload } from '../writing/MutationPayload';

export const ResellAccountType = defineEnum(
  'ResellAccountType',
  'The identity of a new member, for resellers on the international site.',
  {
    RESELL: 'A reseller’s account.',
    NON_RESELL: 'Not a reseller’s account.',
  },
);
export type ResellAccountType = keyof typeof ResellAccountType;

@InputType({ description: 'A baseline item that replaces the item of the same name in the baseline.' })
export class BaselineItemInput {
  @Field(() => String, { description: 'The item’s name, such as `ACS-BP_ACCOUNT_FACTORY_VPC`.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'The item’s version. Defaults to `1.0`.' })
  readonly version?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True omits the item.' })
  readonly skip?: boolean | null;

  @Field(() => JSONValue, { nullable: true, description: 'The item’s settings, as an object.' })
  readonly config?: unknown;
}

@InputType({ description: 'A tag to set.' })
export class CloudTagInput {
  @Field(() => String, { description: 'The tag’s key.' })
  readonly key!: string;

  @Field(() => String, { description: 'The tag’s value. It can be empty.' })
  readonly value!: string;
}

/** What both ways into the account factory take. */
@InputType()
abstract class AccountFactoryInput extends MutationInput {
  @Field(() => ID, { nullable: true, description: 'The baseline to apply. Defaults to the system’s default baseline.' })
  readonly baselineId?: string | null;

  @Field(() => [BaselineItemInput], {
    nullable: true,
    description: 'Items that replace the items of the same names in the baseline. Its other items stay.',
  })
  readonly baselineItems?: readonly BaselineItemInput[] | null;

  @Field(() => [CloudTagInput], { nullable: true, description: 'Tags for the account, at most 20.' })
  readonly tags?: readonly CloudTagInput[] | null;
}

@InputType({ description: 'The account to enroll, and the baseline to apply.' })
export class EnrollAccountInput extends AccountFactoryInput {
  @Field(() => ID, { description: 'The existing account.' })
  readonly accountId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Changes nothing: an existing account keeps its display name. The upstream uses it for new accounts.',
  })
  readonly displayName?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Changes nothing: an existing account stays in its folder. The upstream uses it for new accounts.',
  })
  readonly folderId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Changes nothing: an existing account keeps its payer. The upstream uses it for new accounts.',
  })
  readonly payerAccountId?: string | null;

  @Field(() => ResellAccountType, {
    nullable: true,
    description: 'Changes nothing: an existing account keeps its identity. The upstream uses it for new accounts.',
  })
  readonly resellAccountType?: ResellAccountType | null;
}

@InputType({ description: 'The account to create, and the baseline to apply.' })
export class CreateAccountInput extends AccountFactoryInput {
  @Field(() => String, { description: 'The prefix of the new account’s login name.' })
  readonly accountNamePrefix!: string;

  @Field(() => String, { description: 'The new account’s display name.' })
  readonly displayName!: string;

  @Field(() => ID, { nullable: true, description: 'The folder for the account. Defaults to the root folder.' })
  readonly folderId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The account that pays. Defaults to the new account itself.' })
  readonly payerAccountId?: string | null;

  @Field(() => ResellAccountType, {
    nullable: true,
    description:
      'The identity of the new account, for resellers on the international site only. Defaults to RESELL there.',
  })
  readonly resellAccountType?: ResellAccountType | null;
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'The account, and the progress of its enrollment.',
})
export class EnrollAccountPayload extends MutationPayload {
  /** Not a field: the account of `account` and `enrollment`. Absent if none is known. */
  readonly accountId?: string;
}
