import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { BaselineSummaryRecord } from '../../src/operations/governance/BaselineRecord';
import { Node } from '../relay/Node';
import type { GlobalKey } from '../relay/globalId';

/** A baseline of the account factory: its key, and what a list has told of it already; the rest is resolved. */
@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: 'A baseline of the account factory: the settings for enrolled accounts.',
})
@Directive('@key(fields: "baselineId")')
export class AccountFactoryBaseline extends Node {
  @Field(() => ID, { description: 'The baseline ID, `afb-…`.' })
  readonly baselineId!: string;

  /** Not a field: the list form, if a list or a detail call has returned it already. */
  readonly record?: BaselineSummaryRecord;

  static of(baselineId: string, record?: BaselineSummaryRecord): AccountFactoryBaseline {
    return Object.assign(new AccountFactoryBaseline(), { baselineId, record });
  }

  protected override globalKey(): GlobalKey {
    return ['AccountFactoryBaseline', this.baselineId];
  }
}
