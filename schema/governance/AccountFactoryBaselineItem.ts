import { Field, ObjectType } from 'type-graphql';
import type { BaselineItemOfferRecord } from '../../src/operations/governance/ListAccountFactoryBaselineItems';
import { connectionOf } from '../relay/connectionOf';

/** An item that another one needs. */
@ObjectType({ simpleResolvers: true, description: 'A baseline item that must be applied before another one.' })
export class BaselineItemDependency {
  @Field(() => String, { description: 'The item’s name.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'The item’s version. Null if the upstream does not return it.' })
  readonly version!: string | null;
}

/** A baseline item on offer. */
@ObjectType({ simpleResolvers: true, description: 'A baseline item that the account factory offers.' })
export class AccountFactoryBaselineItem {
  @Field(() => String, { description: 'The item’s name, such as `ACS-BP_ACCOUNT_FACTORY_VPC`.' })
  readonly name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The item’s version, such as `1.0`. Null if the upstream does not return it.',
  })
  readonly version!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The description of the item, as the upstream returned it. Null if it returned none.',
  })
  readonly description!: string | null;

  @Field(() => [BaselineItemDependency], {
    nullable: true,
    description: 'The items that must be applied first. Null if the upstream does not return them.',
  })
  readonly dependsOn!: readonly BaselineItemDependency[] | null;

  /** The one place where wire names meet GraphQL names. */
  static fromRecord(record: BaselineItemOfferRecord): AccountFactoryBaselineItem {
    return Object.assign(new AccountFactoryBaselineItem(), {
      name: record.Name,
      version: record.Version ?? null,
      description: record.Description ?? null,
      dependsOn: record.DependsOn?.map(({ Name = '', Version }) => ({ name: Name, version: Version ?? null })) ?? null,
    } satisfies AccountFactoryBaselineItem);
  }
}

export const AccountFactoryBaselineItemConnection = connectionOf(AccountFactoryBaselineItem, {
  name: 'AccountFactoryBaselineItem',
  items: 'available baseline items',
});
export type AccountFactoryBaselineItemConnection = InstanceType<typeof AccountFactoryBaselineItemConnection>;
