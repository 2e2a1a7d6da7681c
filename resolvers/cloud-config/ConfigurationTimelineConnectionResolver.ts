import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { ConfigurationTimelineConnection } from '../../schema/cloud-config/ConfigurationTimelineConnection';
import { Costs } from '../../schema/costs';
import type { Context } from '../../src/context';
import { GetResourceConfigurationTimeline } from '../../src/operations';

@Resolver(() => ConfigurationTimelineConnection)
export class ConfigurationTimelineConnectionResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many changes the time range holds. Exact if few calls list them all: then equal changes of one millisecond count once. Otherwise the count of the upstream, which counts equal changes each, and perhaps those of the millisecond before the range. Null with a filter, and if the number cannot be known: the upstream does not count, or its count was seen to be wrong or to be of something else. Only Cloud Config 2019-01-08 counts. One call reads the count there, or none if the gateway uses that version anyway. Until the gateway knows whether counts are right, which it checks about once an hour, this takes two calls. Null if the upstream no longer has that version, or if the timeline is read through an account group.',
  })
  @Costs({ loads: [{ operation: GetResourceConfigurationTimeline, per: 'page', isOlder: true, untilJudged: 1 }] })
  async totalCount(
    @Root() { ownCount, toCount }: ConfigurationTimelineConnection,
    @Ctx() { loaders }: Context,
  ): Promise<number | null> {
    if (ownCount !== null || toCount === undefined) return ownCount;
    return (await loaders.cloudConfig.timelineCount.load(toCount)) ?? null;
  }
}
