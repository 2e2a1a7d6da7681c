import type { Handlers } from '../../handler';
import { evaluationsIn, toComplianceRecord } from '../GetResourceComplianceTimeline';
import { asRecorded, toChangeRecord } from '../GetResourceConfigurationTimeline';
import type { ResourceKey } from '../ResourceKey';
import { assertActivated } from '../activation';
import { readTimelinePage } from '../timelinePage';

type TimelineHandlers = Pick<Handlers, 'GetResourceConfigurationTimeline2020' | 'GetResourceComplianceTimeline2020'>;

interface NamedResource {
  readonly Region: string;
  readonly ResourceType: string;
  readonly ResourceId: string;
}

const keyOf = ({ Region, ResourceType, ResourceId }: NamedResource, accountId: string): ResourceKey => ({
  accountId,
  region: Region,
  resourceType: ResourceType,
  resourceId: ResourceId,
});

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
    const page = readTimelinePage(keyOf(request, context.caller.accountId), query, context, evaluationsIn(context));
    return {
      ResourceComplianceTimeline: {
        ComplianceList: page.changes.map((evaluation) => toComplianceRecord(evaluation, page.history)),
        MaxResults: limit,
        NextToken: page.nextToken,
      },
    };
  },
};
