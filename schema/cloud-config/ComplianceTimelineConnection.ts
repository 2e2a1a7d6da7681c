import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../relay/PageInfo';
import { ComplianceChange } from './ComplianceChange';
import { TimeRange } from './ConfigurationTimelineConnection';

/** An evaluation and its place in a timeline. */
@ObjectType({ simpleResolvers: true, description: 'A compliance change and its place in a timeline.' })
export class ComplianceTimelineEdge {
  @Field(() => String, {
    description:
      'An opaque cursor for this change. Pass it as `after` to continue in the time range of the first page. It does not expire.',
  })
  readonly cursor!: string;

  @Field(() => ComplianceChange, { description: 'The change at this place.' })
  readonly node!: ComplianceChange;
}

/** A page of evaluations, newest first. */
@ObjectType({
  simpleResolvers: true,
  description: 'A page of the compliance changes of one resource, newest first.',
})
export class ComplianceTimelineConnection {
  @Field(() => [ComplianceTimelineEdge], { description: 'The changes of this page with their cursors.' })
  readonly edges!: readonly ComplianceTimelineEdge[];

  @Field(() => [ComplianceChange], { description: 'The changes of this page.' })
  readonly nodes!: readonly ComplianceChange[];

  @Field(() => PageInfo, { description: 'The position of this page. `hasNextPage` is exact.' })
  readonly pageInfo!: PageInfo;

  @Field(() => TimeRange, {
    description: 'The time range that was read, also if none was given. Later pages keep the range of the first.',
  })
  readonly range!: TimeRange;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many changes the time range holds. Null if one page does not hold them all: the upstream’s own count is not relied on.',
  })
  readonly totalCount!: number | null;
}
