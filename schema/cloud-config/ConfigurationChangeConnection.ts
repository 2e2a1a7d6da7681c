import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../relay/PageInfo';
import { DateTime } from '../scalars';
import { ConfigurationChange } from './ConfigurationChange';
import { ReadGap } from './ReadGap';

/** A change, and its place among those of many resources. */
@ObjectType({ simpleResolvers: true, description: 'A change and its position among the changes of many resources.' })
export class ConfigurationChangeEdge {
  @Field(() => String, {
    description:
      'An opaque cursor for this change. Pass it as `after` to continue in the time range of the first page. It does not expire. To read on from the end of a page, `pageInfo.endCursor` takes fewer calls.',
  })
  readonly cursor!: string;

  @Field(() => ConfigurationChange, { description: 'The change at this position.' })
  readonly node!: ConfigurationChange;
}

/** How to follow changes. */
@ObjectType({ simpleResolvers: true, description: 'How to follow changes without reading known ones again.' })
export class ConfigurationChangePoll {
  @Field(() => String, {
    description:
      'An opaque text to pass as `since` next time. If this page has a next page, read that first, and poll with the `since` of the last page.',
  })
  readonly since!: string;

  @Field(() => Int, {
    description:
      'How long to wait before the next request, in milliseconds: a minute, or longer if calls are throttled.',
  })
  readonly pollAfterMs!: number;
}

/** A page of changes of many resources, newest first. */
@ObjectType({
  simpleResolvers: true,
  description: 'A page of the configuration changes of many resources, newest first.',
})
export class ConfigurationChangeConnection {
  @Field(() => [ConfigurationChangeEdge], { description: 'The changes of this page with their cursors.' })
  readonly edges!: readonly ConfigurationChangeEdge[];

  @Field(() => [ConfigurationChange], { description: 'The changes of this page.' })
  readonly nodes!: readonly ConfigurationChange[];

  @Field(() => PageInfo, {
    description:
      'Pagination details. `hasNextPage` is never false while there is more. It can be true although no change follows: with a filter, or if Cloud Config updated a resource and recorded no change. A page can be short for the same reasons.',
  })
  readonly pageInfo!: PageInfo;

  @Field(() => [ReadGap], { description: 'What is missing from this page, and why. Empty if nothing is missing.' })
  readonly gaps!: readonly ReadGap[];

  @Field(() => ConfigurationChangePoll, { description: 'How to request what comes next.' })
  readonly poll!: ConfigurationChangePoll;

  @Field(() => Int, {
    nullable: true,
    description:
      'The number of resources that Cloud Config has updated since 20 minutes before the range began. Some may have changed only after its end. Null if the number is not known, if `scope.resources` names them, or if the caller may not see all accounts.',
  })
  readonly updatedResourceCount!: number | null;

  @Field(() => DateTime, {
    description: 'When the gateway read the lists of Cloud Config, by the clock of the upstream.',
  })
  readonly readAt!: Date;

  @Field(() => DateTime, {
    description:
      'Changes that were captured after this time can still arrive: Cloud Config captures about every ten minutes, and may list a capture later.',
  })
  readonly settledUntil!: Date;
}
