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
      'The number of changes in the time range. It is exact if few calls can list all changes; equal changes of one millisecond then count once. Otherwise it is the count of the upstream. That counts equal changes separately, and may include those of the millisecond before the range. Null with a filter. Null if the upstream does not count, or if its count proved wrong or counts something else. Only Cloud Config 2019-01-08 counts. One call reads the count there, or none if the gateway uses that version anyway. One more call checks a count that is higher than those that were right in the last hour. The first check of an hour may take two calls. Null if the upstream no longer offers that version, or if the timeline is read through an account group.',
  })
  @Costs({ loads: [{ operation: GetResourceConfigurationTimeline, per: 'page', isOlder: true, untilJudged: 2 }] })
  async totalCount(
    @Root() { ownCount, toCount }: ConfigurationTimelineConnection,
    @Ctx() { loaders }: Context,
  ): Promise<number | null> {
    if (ownCount !== null || toCount === undefined) return ownCount;
    return (await loaders.cloudConfig.timelineCount.load(toCount)) ?? null;
  }
}
