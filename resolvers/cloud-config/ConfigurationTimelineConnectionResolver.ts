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
      'How many changes the time range holds, as the upstream counts them: it may count those of the very millisecond before the range, too. Null if the upstream does not count them, and with a filter. Cloud Config 2020-09-07 does not count: one call reads it in 2019-01-08, and it is null if the upstream no longer has that version, or if the timeline is read through an account group.',
  })
  @Costs({ loads: [{ operation: GetResourceConfigurationTimeline, per: 'page', isOlder: true }] })
  async totalCount(
    @Root() { ownCount, toCount }: ConfigurationTimelineConnection,
    @Ctx() { loaders }: Context,
  ): Promise<number | null> {
    if (ownCount !== null || toCount === undefined) return ownCount;
    return (await loaders.cloudConfig.timelineCount.load(toCount)) ?? null;
  }
}
