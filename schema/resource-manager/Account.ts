import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Node } from '../relay/Node';
import { toGlobalId } from '../relay/globalId';

/** An Alibaba Cloud account, by its key; everything else about it is resolved. */
@ObjectType({ simpleResolvers: true, implements: Node, description: 'An Alibaba Cloud account.' })
@Directive('@key(fields: "accountId")')
export class Account extends Node {
  @Field(() => ID, { description: 'The Alibaba Cloud account ID, 16 digits as a rule.' })
  readonly accountId!: string;

  static of(accountId: string): Account {
    return Object.assign(new Account(), { accountId, id: toGlobalId('Account', accountId) });
  }
}
