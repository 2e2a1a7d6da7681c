import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { AccountSummaryRecord } from '../../src/operations/resource-manager/AccountRecord';
import { Node } from '../relay/Node';
import type { GlobalKey } from '../relay/globalId';

/** An Alibaba Cloud account: its key, and what a list has told of it already; everything else is resolved. */
@ObjectType({ simpleResolvers: true, implements: Node, description: 'An Alibaba Cloud account.' })
@Directive('@key(fields: "accountId")')
export class Account extends Node {
  @Field(() => ID, { description: 'The Alibaba Cloud account ID, usually 16 digits.' })
  readonly accountId!: string;

  /** Not a field: the directory's record of the account, if a call has returned it already. */
  readonly record?: AccountSummaryRecord;

  static of(accountId: string, record?: AccountSummaryRecord): Account {
    return Object.assign(new Account(), { accountId, record });
  }

  protected override globalKey(): GlobalKey {
    return ['Account', this.accountId];
  }
}
