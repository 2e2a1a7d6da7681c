import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../relay/PageArgs';
import { DateTime } from '../scalars';
import { ResourceEventTypeInput } from './ResourceEventType';

@InputType({ description: 'A time range, from `from` inclusive to `to` exclusive.' })
export class TimeRangeInput {
  @Field(() => DateTime, {
    nullable: true,
    description: 'The start of the range, included. Defaults to 30 days before `to`.',
  })
  readonly from?: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The end of the range, not included. Defaults to now.',
  })
  readonly to?: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The length of the range as an ISO 8601 duration, such as `P7D`, `PT12H` or `P1M`. The range ends at `to`, or now by the clock of the upstream. Cannot be combined with `from`.',
  })
  readonly last?: string | null;
}

@InputType({
  description:
    'Which changes to return. An omitted member matches every change. A change must match all given members.',
})
export class ConfigurationChangeFilter {
  @Field(() => [ResourceEventTypeInput], { nullable: true, description: 'Only changes of these kinds.' })
  readonly eventTypes?: readonly ResourceEventTypeInput[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Only changes of at least one of these properties. Spell them exactly as the upstream does; case matters. A path that begins with `/` is a JSON Pointer, such as `/Permissions/1/PortRange`: then something must have changed there, or below it. Positions in lists are those of `parts`.',
  })
  readonly paths?: readonly string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether to omit changes in which every property has the category SYSTEM: see `PropertyChange.category`. Defaults to false.',
  })
  readonly hideSystemChanges?: boolean | null;
}

/** What every timeline field takes. */
@ArgsType()
export class TimeRangeArgs extends PageArgs {
  @Field(() => TimeRangeInput, {
    nullable: true,
    description: 'The time range. Defaults to the last 30 days. Later pages keep the range of the first.',
  })
  readonly between?: TimeRangeInput | null;
}

/** What the timelines of the configuration take. */
@ArgsType()
export class TimelineArgs extends TimeRangeArgs {
  @Field(() => ConfigurationChangeFilter, {
    nullable: true,
    description:
      'Which changes to return. The upstream cannot filter changes: the gateway reads its list until this page is full, at most ten upstream pages of a hundred changes. It costs at most eight more calls than a page without a filter.',
  })
  readonly filter?: ConfigurationChangeFilter | null;
}
