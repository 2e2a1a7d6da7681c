import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../relay/PageArgs';
import { DateTime } from '../scalars';
import { ResourceEventTypeInput } from './ResourceEventType';

@InputType({ description: 'A time range, from `from` inclusive to `to` exclusive.' })
export class TimeRangeInput {
  @Field(() => DateTime, {
    nullable: true,
    description: 'The first moment of the range; left out: 30 days before `to`.',
  })
  readonly from?: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The moment that ends the range, itself not in it; left out: now.',
  })
  readonly to?: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'How long the range is, as an ISO 8601 duration such as `P7D`, `PT12H` or `P1M`, in place of `from`: it ends at `to`, or now by the clock of the upstream. Beside `from` it is refused.',
  })
  readonly last?: string | null;
}

@InputType({
  description: 'Which changes to give. What is left out matches every change; several members must all match.',
})
export class ConfigurationChangeFilter {
  @Field(() => [ResourceEventTypeInput], { nullable: true, description: 'Only changes of these kinds.' })
  readonly eventTypes?: readonly ResourceEventTypeInput[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Only changes of at least one of these properties, spelled as the upstream spells them, letter case included.',
  })
  readonly paths?: readonly string[] | null;
}

/** What every timeline field takes. */
@ArgsType()
export class TimeRangeArgs extends PageArgs {
  @Field(() => TimeRangeInput, {
    nullable: true,
    description: 'The time range; left out: the 30 days before now. Later pages keep the range of the first.',
  })
  readonly between?: TimeRangeInput | null;
}

/** What the timelines of the configuration take. */
@ArgsType()
export class TimelineArgs extends TimeRangeArgs {
  @Field(() => ConfigurationChangeFilter, {
    nullable: true,
    description:
      'Which changes to return. The upstream cannot filter: its list is read until this page is full, at most ten upstream pages of a hundred changes. It costs at most eight more calls than a page without a filter.',
  })
  readonly filter?: ConfigurationChangeFilter | null;
}
