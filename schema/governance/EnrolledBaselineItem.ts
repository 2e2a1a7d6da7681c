import { Field, ObjectType } from 'type-graphql';
import type { BaselineItemRecord } from '../../src/operations/governance/BaselineItemRecord';
import { BaselineItem } from './BaselineItem';

/** One item of the baseline that an account is enrolled under. */
@ObjectType({ simpleResolvers: true, description: 'One item of the baseline that an account is enrolled under.' })
export class EnrolledBaselineItem extends BaselineItem {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the item was left out for this account; null where the upstream does not tell.',
  })
  readonly skip!: boolean | null;

  /** The one place where wire names meet GraphQL names. */
  static override fromRecord(record: BaselineItemRecord): EnrolledBaselineItem {
    return Object.assign(new EnrolledBaselineItem(), BaselineItem.fromRecord(record), {
      skip: record.Skip ?? null,
    } satisfies Omit<EnrolledBaselineItem, keyof BaselineItem>);
  }
}
