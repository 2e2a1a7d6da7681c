import { Field, ObjectType } from 'type-graphql';
import { parseJsonText } from '../../src/changes/parseJsonText';
import type { BaselineItemRecord } from '../../src/operations/governance/BaselineItemRecord';
import { JSONValue } from '../scalars';

/** One item of the baseline that an account is enrolled under. */
@ObjectType({ simpleResolvers: true, description: 'One item of the baseline that an account is enrolled under.' })
export class EnrolledBaselineItem {
  @Field(() => String, { description: 'The item’s name, `ACS-BP_ACCOUNT_FACTORY_VPC`.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'The item’s version, `1.0`.' })
  readonly version!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the item was left out for this account.' })
  readonly skip!: boolean | null;

  @Field(() => String, { nullable: true, description: 'The upstream’s own text of the item’s settings.' })
  readonly rawConfig!: string | null;

  /** Parsed where it is asked for; a getter that cannot throw. */
  @Field(() => JSONValue, {
    nullable: true,
    description: 'The item’s settings; null where they could not be parsed: see `rawConfig`.',
  })
  get config(): unknown {
    return this.rawConfig === null ? null : parseJsonText(this.rawConfig);
  }

  /** The one place where wire names meet GraphQL names. */
  static fromRecord(record: BaselineItemRecord): EnrolledBaselineItem {
    return Object.assign(new EnrolledBaselineItem(), {
      name: record.Name ?? '',
      version: record.Version ?? null,
      skip: record.Skip ?? null,
      rawConfig: record.Config ?? null,
    } satisfies Omit<EnrolledBaselineItem, 'config'>);
  }
}
