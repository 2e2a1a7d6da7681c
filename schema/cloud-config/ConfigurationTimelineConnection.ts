import { Field, ObjectType } from 'type-graphql';
import { PageInfo } from '../relay/PageInfo';
import { DateTime } from '../scalars';
import type { CloudResourceKey } from './CloudResource';
import { ConfigurationChange } from './ConfigurationChange';

/** A change and its place in a timeline. */
@ObjectType({ simpleResolvers: true, description: 'A change and its position in a timeline.' })
export class ConfigurationTimelineEdge {
  @Field(() => String, {
    description:
      'An opaque cursor for this change. Pass it as `after` to continue in the time range of the first page. It does not expire.',
  })
  readonly cursor!: string;

  @Field(() => ConfigurationChange, { description: 'The change at this position.' })
  readonly node!: ConfigurationChange;
}

/** The time range that a page was read from. */
@ObjectType({ simpleResolvers: true, description: 'A time range, from `from` inclusive to `to` exclusive.' })
export class TimeRange {
  @Field(() => DateTime, { description: 'The start of the range, included.' })
  readonly from!: Date;

  @Field(() => DateTime, { description: 'The end of the range, not included.' })
  readonly to!: Date;
}

/** A range of the timeline of one resource: from its first millisecond to the one after its last. */
export interface TimelineRange {
  readonly resource: CloudResourceKey;
  readonly from: number;
  readonly to: number;
  /** What the upstream counted when it sent the page. */
  readonly claimedCount?: number;
}

/** A page of a timeline, newest first. */
@ObjectType({
  simpleResolvers: true,
  description: 'A page of the configuration changes of one resource, newest first.',
})
export class ConfigurationTimelineConnection {
  @Field(() => [ConfigurationTimelineEdge], { description: 'The changes of this page with their cursors.' })
  readonly edges!: readonly ConfigurationTimelineEdge[];

  @Field(() => [ConfigurationChange], { description: 'The changes of this page.' })
  readonly nodes!: readonly ConfigurationChange[];

  @Field(() => PageInfo, {
    description:
      'Pagination details. `hasNextPage` is exact, except with a filter: then it can be true although no later item matches.',
  })
  readonly pageInfo!: PageInfo;

  @Field(() => TimeRange, {
    description:
      'The time range that was read, also if the request named none or half of one. Later pages keep the range of the first.',
  })
  readonly range!: TimeRange;

  /** Not a field: the resource that changed. */
  readonly resource!: CloudResourceKey;

  /** Not a field: how many changes there are, if one page was the whole range; else null, and with a filter. */
  readonly ownCount!: number | null;

  /** Not a field: by how many calls it was read, if the upstream listed nothing in any of them. */
  readonly emptyCalls?: number;

  /** Not a field: what to count if `ownCount` is null; absent with a filter. */
  readonly toCount?: TimelineRange;
}
