import { Field, ObjectType } from 'type-graphql';
import { parseJsonText } from '../../src/json/parseJsonText';
import type { BaselineItemRecord } from '../../src/operations/governance/BaselineItemRecord';
import { rawTextOf } from '../enumValue';
import { JSONValue } from '../scalars';

/** One item of a baseline. */
@ObjectType({ simpleResolvers: true, description: 'One item of a baseline.' })
export class BaselineItem {
  @Field(() => String, { description: 'The item’s name, such as `ACS-BP_ACCOUNT_FACTORY_VPC`.' })
  readonly name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The item’s version, such as `1.0`. Null if the upstream does not return it.',
  })
  readonly version!: string | null;

  @Field(() => String, { nullable: true, description: rawTextOf('config') })
  readonly rawConfig!: string | null;

  /** Parsed when it is selected. A getter that cannot throw. */
  @Field(() => JSONValue, {
    nullable: true,
    description: 'The item’s settings. Null if there are none, or if they cannot be parsed: see `rawConfig`.',
  })
  get config(): unknown {
    return this.rawConfig === null ? null : parseJsonText(this.rawConfig);
  }

  /** The one place where wire names meet GraphQL names. */
  static fromRecord({ Name, Version, Config }: BaselineItemRecord): BaselineItem {
    return Object.assign(new BaselineItem(), {
      name: Name ?? '',
      version: Version ?? null,
      rawConfig: Config ?? null,
    } satisfies Omit<BaselineItem, 'config'>);
  }
}
