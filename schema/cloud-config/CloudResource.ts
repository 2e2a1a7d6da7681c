import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import type { ResourceProfileRecord } from '../../src/operations/cloud-config/DiscoveredResourceRecord';
import { accountLoads, Costs } from '../costs';
import { Node } from '../relay/Node';
import type { GlobalKey } from '../relay/globalId';
import { Account } from '../resource-manager/Account';

/** What identifies a resource everywhere. */
export interface CloudResourceKey {
  readonly accountId: string;
  readonly region: string;
  readonly resourceType: string;
  readonly resourceId: string;
}

/** A resource that Cloud Config records: its key, and what a list has told of it already; the rest is resolved. */
@ObjectType({ simpleResolvers: true, implements: Node, description: 'A cloud resource that Cloud Config records.' })
@Directive('@key(fields: "accountId region resourceType resourceId")')
export class CloudResource extends Node {
  @Field(() => ID, { description: 'The Alibaba Cloud account ID of the account that owns the resource.' })
  readonly accountId!: string;

  @Field(() => String, { description: 'The region ID of the resource, such as `cn-hangzhou`.' })
  readonly region!: string;

  @Field(() => String, { description: 'The resource type, `ACS::Product::Kind`.' })
  readonly resourceType!: string;

  @Field(() => ID, { description: 'The ID of the resource in its own product.' })
  readonly resourceId!: string;

  @Field(() => Account, { description: 'The account that owns the resource.' })
  @Costs({ details: accountLoads, account: 'parent' })
  readonly account!: Account;

  /** Not a field: the list form, if a list or a detail call has returned it already. */
  readonly record?: ResourceProfileRecord;

  static of(key: CloudResourceKey, record?: ResourceProfileRecord): CloudResource {
    const { accountId, region, resourceType, resourceId } = key;
    return Object.assign(new CloudResource(), {
      accountId,
      region,
      resourceType,
      resourceId,
      account: Account.of(accountId),
      record,
    } satisfies Omit<CloudResource, 'id'>);
  }

  protected override globalKey(): GlobalKey {
    return ['CloudResource', this.accountId, this.region, this.resourceType, this.resourceId];
  }
}

@InputType({ description: 'What identifies a resource.' })
export class CloudResourceKeyInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The account that owns the resource. Defaults to the current account.',
  })
  readonly accountId?: string | null;

  @Field(() => String, { description: 'The region ID of the resource, such as `cn-hangzhou`.' })
  readonly region!: string;

  @Field(() => String, { description: 'The resource type, `ACS::Product::Kind`.' })
  readonly resourceType!: string;

  @Field(() => ID, { description: 'The ID of the resource in its own product.' })
  readonly resourceId!: string;
}
