import type { CloudResourceKey, CloudResourceKeyInput } from '../../schema/cloud-config/CloudResource';
import { ConfigurationChange } from '../../schema/cloud-config/ConfigurationChange';
import type { ConfigurationTimelineConnection } from '../../schema/cloud-config/ConfigurationTimelineConnection';
import type { TimelineArgs } from '../../schema/cloud-config/TimelineArgs';
import type { FieldCosts } from '../../schema/costs';
import type { Context } from '../../src/context';
import { DescribeDiscoveredResource, GetResourceConfigurationTimeline } from '../../src/operations';
import { toConnection } from '../../src/pagination/toConnection';
import { isWanted, parseChangeFilter } from './changeFilter';
import { parseTimelinePage, timelinePageCosts } from './timelinePageKey';

/** What such a page costs, and its resource, if more than the key of that is selected. */
export const timelineCosts: FieldCosts = {
  page: timelinePageCosts(GetResourceConfigurationTimeline),
  filter: { readsOn: true },
  details: [{ operation: DescribeDiscoveredResource, per: 'object' }],
};

/** One page of the timeline of one resource, whose key is checked. @throws UserError for other arguments that do not fit. */
export const resolveTimeline = async (
  resource: CloudResourceKeyInput,
  args: TimelineArgs,
  context: Context,
): Promise<ConfigurationTimelineConnection> => {
  const wanted = parseChangeFilter(args.filter);
  const { cursors, ...pageKey } = await parseTimelinePage('configurationTimeline', resource, args, [wanted], context);
  const { resource: key, from, to } = pageKey;

  const page = await context.loaders.cloudConfig.timelinePage.load({
    resource: key,
    from,
    to,
    first: pageKey.first,
    position: pageKey.position,
    filter: JSON.stringify(wanted),
    matches: wanted === null ? undefined : (record) => isWanted(key.resourceType, record, wanted),
  });

  const { edges, nodes, pageInfo, totalCount } = toConnection(page, cursors, args.after, (record) =>
    ConfigurationChange.fromRecord(key, record),
  );
  // With a filter, other changes lie between two of these.
  if (wanted === null) ConfigurationChange.link(nodes, page.hasNextPage ? undefined : from);
  return {
    edges,
    nodes,
    pageInfo,
    resource: key,
    range: { from: new Date(from), to: new Date(to) },
    ownCount: totalCount,
    emptyCalls: page.emptyCalls,
    toCount: wanted === null ? { resource: key, from, to, claimedCount: page.claimedCount } : undefined,
  };
};

/** The change with this key; null if the timeline of its resource has none. */
export const findChange = async (
  { loaders }: Context,
  resource: CloudResourceKey,
  capturedAt: string,
  identity: string,
): Promise<ConfigurationChange | null> => {
  // What no clock says is no moment of a change.
  if (!/^\d{1,15}$/.test(capturedAt)) return null;
  const record = await loaders.cloudConfig.change.load({ resource, capturedAt: Number(capturedAt), identity });
  return record && ConfigurationChange.fromRecord(resource, record);
};
