import type { Handlers } from '../../handler';
import { toChangeRecord } from '../GetResourceConfigurationTimeline';
import { assertActivated } from '../activation';
import { readTimelinePage } from '../timelinePage';

/** One page of a resource's history, newest change first. */
export const timelineHandlers: Pick<Handlers, 'GetResourceConfigurationTimeline2020'> = {
  GetResourceConfigurationTimeline2020(request, context) {
    assertActivated(context);
    const { Region: region, ResourceType: resourceType, ResourceId: resourceId, MaxResults: limit = 10 } = request;
    const key = { accountId: context.caller.accountId, region, resourceType, resourceId };
    const page = readTimelinePage(key, { ...request, limit, scope: '2020-09-07/' }, context);
    return {
      ResourceConfigurationTimeline: {
        ConfigurationList: page.changes.map((change) => ({
          ...toChangeRecord(change, page.history),
          Relationship: change.relationship ?? '',
          RelationshipDiff: change.relationshipDiff ?? '',
        })),
        MaxResults: limit,
        NextToken: page.nextToken,
      },
    };
  },
};
