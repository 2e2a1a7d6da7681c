import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../relay/PageInfo';
import { ConfigurationChange } from './ConfigurationChange';

/** A change and its place in a timeline. */
@ObjectType({ simpleResolvers: true, description: 'A change and its place in a timeline.' })
export class ConfigurationTimelineEdge {
  @Field(() => String, {
    description: 'Opaque and durable: as `after`, it goes on behind this change, in the window of the first page.',
  })
  readonly cursor!: string;

  @Field(() => ConfigurationChange, { description: 'The change that stands there.' })
  readonly node!: ConfigurationChange;
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
      'Where this page stands. `hasNextPage` is exact; only with a filter it can be true though nothing more matches.',
  })
  readonly pageInfo!: PageInfo;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many changes the time range holds, as the upstream counts them: it may count those of the very millisecond before the range, too. Null where it does not say, as in Cloud Config 2020-09-07, and with a filter.',
  })
  readonly totalCount!: number | null;
}
