import type { Handlers } from '../../handler';
import { compliancePage } from '../GetResourceComplianceTimeline';
import { asRecorded, toChangeRecord } from '../GetResourceConfigurationTimeline';
import { keyOf } from '../ResourceKey';
import { assertActivated } from '../activation';
import { readTimelinePage } from '../timelinePage';

type TimelineHandlers = Pick<Handlers, 'GetResourceConfigurationTimeline2020' | 'GetResourceComplianceTimeline2020'>;

/** One page of what was recorded of a resource, newest first. */
export const timelineHandlers: TimelineHandlers = {
  GetResourceConfigurationTimeline2020(request, context) {
    assertActivated(context);
    const { MaxResults: limit = 10 } = request;
    const query = { ...request, limit, scope: '2020-09-07/' };
    const page = readTimelinePage(keyOf(request, context.caller.accountId), query, context, asRecorded);
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

  GetResourceComplianceTimeline2020(request, context) {
    assertActivated(context);
    const { MaxResults: limit = 10 } = request;
    const query = { ...request, limit, scope: '2020-09-07/compliance/' };
    const { records, nextToken } = compliancePage(keyOf(request, context.caller.accountId), query, context);
    return { ResourceComplianceTimeline: { ComplianceList: records, MaxResults: limit, NextToken: nextToken } };
  },
};
