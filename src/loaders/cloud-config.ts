import { DescribeConfigurationRecorder, GetResourceConfigurationTimeline } from '../operations';
import type { TimelinePageRequest } from '../pagination/readTimelinePage';
import { readTimelinePage } from '../pagination/readTimelinePage';
import type { RpcClient } from '../rpc/client';
import { fanOut } from './batch/fanOut';
import { orNull } from './orNull';

/** Which resource a timeline is of, in the account of the credentials. */
export interface ResourceKey {
  readonly region: string;
  readonly resourceType: string;
  readonly resourceId: string;
}

/** One page of one timeline. Two requests are the same page where `filter` says the same. */
export interface TimelinePageKey extends TimelinePageRequest {
  readonly resource: ResourceKey;
  /** What `matches` leaves in, as text. */
  readonly filter: string;
}

/** Loaders for one request, bound to that caller's credentials: never share them between requests. */
export const createCloudConfigLoaders = (rpc: RpcClient) => ({
  /** The recorder of the account of the credentials, by that account's id; null where Cloud Config was never activated. */
  configurationRecorder: fanOut('cloudConfig.configurationRecorder', async (_accountId: string) => {
    const answer = await orNull(rpc.call(DescribeConfigurationRecorder, {}), 'AccountNotExisted');
    return answer?.ConfigurationRecorder ?? null;
  }),

  /** One page of a timeline: one call, two where 100 changes are asked for. */
  timelinePage: fanOut(
    'cloudConfig.timelinePage',
    ({ resource, ...request }: TimelinePageKey) =>
      readTimelinePage(request, async (page) => {
        const call = rpc.call(GetResourceConfigurationTimeline, {
          ResourceId: resource.resourceId,
          ResourceType: resource.resourceType,
          Region: resource.region,
          ...page,
        });
        // For a resource that Cloud Config never saw an empty page and 404 are both possible: they mean the same.
        const answer = await orNull(call, 'NoData');
        if (answer === null) return { records: [], totalCount: 0 };
        const { ConfigurationList = [], NextToken, TotalCount } = answer.ResourceConfigurationTimeline;
        return { records: ConfigurationList, nextToken: NextToken, totalCount: TotalCount };
      }),
    ({ resource: { region, resourceType, resourceId }, from, to, first, position, filter }) =>
      JSON.stringify([region, resourceType, resourceId, from, to, first, position, filter]),
  ),
});
