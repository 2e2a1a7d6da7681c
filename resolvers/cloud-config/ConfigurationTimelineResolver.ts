import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { CloudResource, CloudResourceKeyInput } from '../../schema/cloud-config/CloudResource';
import { ConfigurationTimelineConnection } from '../../schema/cloud-config/ConfigurationTimelineConnection';
import { TimelineArgs } from '../../schema/cloud-config/TimelineArgs';
import { Costs, countCalls } from '../../schema/costs';
import type { Context } from '../../src/context';
import { maxUpstreamPages } from '../../src/pagination/Page';
import { checkResourceKey, keyCheckLoads } from './checkResourceKey';
import { parseResourceKey } from './parseResourceKey';
import { resolveTimeline, timelineCosts } from './resolveTimeline';

@Resolver(() => CloudResource)
export class ConfigurationTimelineResolver {
  @Query(() => ConfigurationTimelineConnection, {
    nullable: true,
    description:
      'The configuration changes of one resource, newest first. Null if they cannot be read. Null if Cloud Config has no such resource; the error then has the nearest name. If the first page is empty, the gateway looks up the resource with one call. For a key without an existing resource it makes two more, one of them only once per document.',
  })
  @Costs({ ...timelineCosts, ifEmpty: keyCheckLoads, object: 'arguments', account: 'arguments' })
  async configurationTimeline(
    @Arg('resource', () => CloudResourceKeyInput, { description: 'The resource whose changes to return.' })
    resource: CloudResourceKeyInput,
    @Args(() => TimelineArgs) args: TimelineArgs,
    @Ctx() context: Context,
  ): Promise<ConfigurationTimelineConnection> {
    const connection = await resolveTimeline(parseResourceKey(resource, ['resource']), args, context);
    const isChecked =
      args.after == null && mayBeUnknown(connection) && !context.loaders.cloudConfig.hasSeen(connection.resource);
    if (isChecked) {
      await checkResourceKey(connection.resource, ['resource'], context);
    }
    return connection;
  }

  @FieldResolver(() => ConfigurationTimelineConnection, {
    nullable: true,
    name: 'configurationTimeline',
    description: 'The configuration changes of this resource, newest first. Null if they cannot be read.',
  })
  @Costs({ ...timelineCosts, object: 'parent', account: 'parent' })
  timelineOfResource(
    @Root() resource: CloudResource,
    @Args(() => TimelineArgs) args: TimelineArgs,
    @Ctx() context: Context,
  ): Promise<ConfigurationTimelineConnection> {
    return resolveTimeline(resource, args, context);
  }
}

/** Whether the upstream listed nothing at all, by so few calls that a look-up costs no more than a long page. */
const mayBeUnknown = ({ pageInfo, emptyCalls }: ConfigurationTimelineConnection): boolean =>
  !pageInfo.hasNextPage && emptyCalls !== undefined && emptyCalls + countCalls(keyCheckLoads) <= maxUpstreamPages;
