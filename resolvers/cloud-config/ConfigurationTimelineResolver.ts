import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { CloudResource, CloudResourceKeyInput } from '../../schema/cloud-config/CloudResource';
import { ConfigurationTimelineConnection } from '../../schema/cloud-config/ConfigurationTimelineConnection';
import { TimelineArgs } from '../../schema/cloud-config/TimelineArgs';
import { Costs } from '../../schema/costs';
import type { Context } from '../../src/context';
import { accountOrCurrent } from '../currentAccount';
import { findResource } from './CloudResourceResolver';
import { parseResourceKey, slipIn } from './parseResourceKey';
import { resolveTimeline, timelineCosts } from './resolveTimeline';

@Resolver(() => CloudResource)
export class ConfigurationTimelineResolver {
  @Query(() => ConfigurationTimelineConnection, {
    nullable: true,
    description:
      'The configuration changes of one resource, newest first; null only where they could not be read. It is empty where nothing changed, and also where Cloud Config knows no such resource, of which `cloudResource` is null; if a part of the key has no form of such keys, an error says so.',
  })
  @Costs({ ...timelineCosts, object: 'arguments', account: 'arguments' })
  async configurationTimeline(
    @Arg('resource', () => CloudResourceKeyInput, { description: 'The resource whose changes to give.' })
    resource: CloudResourceKeyInput,
    @Args(() => TimelineArgs) args: TimelineArgs,
    @Ctx() context: Context,
  ): Promise<ConfigurationTimelineConnection> {
    const connection = await resolveTimeline(parseResourceKey(resource, ['resource']), args, context);
    const slip = slipIn(resource, ['resource']);
    const isWhole = args.after == null && !connection.pageInfo.hasNextPage;
    if (slip === undefined || !isWhole || connection.nodes.length > 0) return connection;
    // A resource with such a key may be listed all the same: the call that looks is one that the empty page has saved.
    const accountId = await accountOrCurrent(context, resource.accountId, ['resource', 'accountId']);
    const { region, resourceType, resourceId } = resource;
    const found = await findResource(context, { accountId, region, resourceType, resourceId });
    if (found === null) throw slip;
    return connection;
  }

  @FieldResolver(() => ConfigurationTimelineConnection, {
    nullable: true,
    name: 'configurationTimeline',
    description: 'The configuration changes of this resource, newest first; null only where they could not be read.',
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
