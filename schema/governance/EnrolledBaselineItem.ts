import { Field, ObjectType } from 'type-graphql';
import type { BaselineItemRecord } from '../../src/operations/governance/BaselineItemRecord';
import { BaselineItem } from './BaselineItem';

/** One item of the baseline that an account is enrolled under. */
@ObjectType({ simpleResolvers: true, description: 'One item of the baseline of an enrolled account.' })
export class EnrolledBaselineItem extends BaselineItem {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the item was omitted for this account. Null if the upstream does not return it.',
  })
  readonly skip!: boolean | null;

  /** The one place where wire names meet GraphQL names. */
  static override fromRecord(record: BaselineItemRecord): EnrolledBaselineItem {
    return Object.assign(new EnrolledBaselineItem(), BaselineItem.fromRecord(record), {
      skip: record.Skip ?? null,
    } satisfies Omit<EnrolledBaselineItem, keyof BaselineItem>);
  }
}
