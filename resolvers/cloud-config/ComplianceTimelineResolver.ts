import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CloudResource } from '../../schema/cloud-config/CloudResource';
import { ComplianceChange } from '../../schema/cloud-config/ComplianceChange';
import { ComplianceTimelineConnection } from '../../schema/cloud-config/ComplianceTimelineConnection';
import { TimeRangeArgs } from '../../schema/cloud-config/TimelineArgs';
import { Costs } from '../../schema/costs';
import type { Context } from '../../src/context';
import { GetResourceComplianceTimeline } from '../../src/operations';
import { toConnection } from '../../src/pagination/toConnection';
import { parseTimelinePage, timelinePageCosts } from './timelinePageKey';

@Resolver(() => CloudResource)
export class ComplianceTimelineResolver {
  @FieldResolver(() => ComplianceTimelineConnection, {
    nullable: true,
    description:
      'How the compliance of this resource with the rules of Cloud Config changed, newest first. Null if it cannot be read. Empty if no rule evaluated the resource in the time range.',
  })
  @Costs({
    page: timelinePageCosts(GetResourceComplianceTimeline),
    object: 'parent',
    account: 'parent',
  })
  async complianceTimeline(
    @Root() resource: CloudResource,
    @Args(() => TimeRangeArgs) args: TimeRangeArgs,
    @Ctx() context: Context,
  ): Promise<ComplianceTimelineConnection> {
    const { cursors, ...key } = await parseTimelinePage('complianceTimeline', resource, args, [], context);
    const page = await context.loaders.cloudConfig.compliancePage.load(key);
    const connection = toConnection(page, cursors, args.after, (record) => ComplianceChange.fromRecord(record));
    return { ...connection, range: { from: new Date(key.from), to: new Date(key.to) } };
  }
}
