import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { CloudResource, CloudResourceKeyInput } from '../../schema/cloud-config/CloudResource';
import { ConfigurationTimelineConnection } from '../../schema/cloud-config/ConfigurationTimelineConnection';
import { TimelineArgs } from '../../schema/cloud-config/TimelineArgs';
import { CostsTimelinePage } from '../../schema/costs';
import type { Context } from '../../src/context';
import { GetDiscoveredResourceCounts, GetSupportedResourceTypes } from '../../src/operations';
import { checkTypeOfNothing } from './checkResourceTypes';
import { resolveTimeline } from './resolveTimeline';

@Resolver(() => CloudResource)
export class ConfigurationTimelineResolver {
  @Query(() => ConfigurationTimelineConnection, {
    nullable: true,
    description:
      'The configuration changes of one resource, newest first. One upstream call a page; two for 100, and from 95 on where changes lie just behind the range. Where there are none, a second call tells whether there is such a type, and a third one where that is not supported.',
  })
  @CostsTimelinePage(GetSupportedResourceTypes, GetDiscoveredResourceCounts)
  async configurationTimeline(
    @Arg('resource', () => CloudResourceKeyInput, { description: 'The resource.' }) resource: CloudResourceKeyInput,
    @Args(() => TimelineArgs) args: TimelineArgs,
    @Ctx() context: Context,
  ): Promise<ConfigurationTimelineConnection> {
    const timeline = await resolveTimeline(resource, args, context);
    const isEmpty = args.after == null && timeline.edges.length === 0 && !timeline.pageInfo.hasNextPage;
    if (isEmpty) {
      const accountId = resource.accountId ?? (await context.currentAccountId());
      await checkTypeOfNothing(accountId, resource.resourceType, ['resource', 'resourceType'], context);
    }
    return timeline;
  }

  @FieldResolver(() => ConfigurationTimelineConnection, {
    nullable: true,
    name: 'configurationTimeline',
    description:
      'The configuration changes of this resource, newest first. One upstream call a page; two for 100, and from 95 on where changes lie just behind the range.',
  })
  @CostsTimelinePage()
  timelineOfResource(
    @Root() resource: CloudResource,
    @Args(() => TimelineArgs) args: TimelineArgs,
    @Ctx() context: Context,
  ): Promise<ConfigurationTimelineConnection> {
    return resolveTimeline(resource, args, context);
  }
}
