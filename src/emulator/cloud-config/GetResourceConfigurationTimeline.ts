import type { GetResourceConfigurationTimeline as Operation } from '../../operations';
import type { RequestOf } from '../../operations/operation';
import type { Handler, HandlerContext } from '../handler';
import type { Change, History, Records } from './History';
import type { ResourceKey } from './ResourceKey';
import { assertActivated } from './activation';
import { meantAccounts } from './retiredParameters';
import { readTimelinePage } from './timelinePage';

type Request = Pick<
  RequestOf<typeof Operation>,
  'Region' | 'ResourceType' | 'ResourceId' | 'MultiAccount' | 'MemberId'
>;

/** What the timeline of the configuration lists: the changes themselves. */
export const asRecorded = (history: History): History => history;

/** Answers one page of a resource's history, newest change first. */
export const GetResourceConfigurationTimeline: Handler<'GetResourceConfigurationTimeline'> = (request, context) => {
  assertActivated(context);
  const { Limit: limit = 10 } = request;
  const page = readTimelinePage(resourceKey(request, context), { ...request, limit }, context, asRecorded);
  return {
    ResourceConfigurationTimeline: {
      ConfigurationList: page.changes.map((change) => toChangeRecord(change, page.history)),
      Limit: limit,
      NextToken: page.nextToken,
      TotalCount: context.readings.totalCount === 'present' ? page.total : undefined,
    },
  };
};

/** The resource that is meant: of the caller, or by retired parameters of the first member that has it. */
export function resourceKey(request: Request, context: HandlerContext): ResourceKey {
  const { Region: region, ResourceType: resourceType, ResourceId: resourceId } = request;
  const keys = [];
  for (const accountId of meantAccounts(request, context)) {
    const key = { accountId, region, resourceType, resourceId };
    if (context.world.timelines.get(key)) return key;
    keys.push(key);
  }
  return keys[0] ?? { accountId: context.caller.accountId, region, resourceType, resourceId };
}

/** The record of a change in every timeline. */
export function toChangeRecord(change: Change, history: Records<Change> | undefined) {
  const resource = history?.resource;
  return {
    AccountId: resource?.accountId,
    AvailabilityZone: resource?.availabilityZone,
    CaptureTime: change.capturedAt,
    ConfigurationDiff: change.diff,
    Region: resource?.region,
    ResourceCreateTime: resource?.createTime === undefined ? undefined : Date.parse(resource.createTime),
    ResourceEventType: change.type,
    ResourceId: resource?.resourceId,
    ResourceName: change.resourceName,
    ResourceType: resource?.resourceType,
    Tags: change.tags,
  };
}
