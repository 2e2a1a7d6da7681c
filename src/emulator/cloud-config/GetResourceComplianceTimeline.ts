import type { Handler, HandlerContext } from '../handler';
import type { Evaluation } from './Evaluations';
import { Evaluations } from './Evaluations';
import { resourceKey } from './GetResourceConfigurationTimeline';
import type { Records } from './History';
import type { ResourceKey } from './ResourceKey';
import { assertActivated } from './activation';
import type { TimelineQuery } from './timelinePage';
import { readTimelinePage } from './timelinePage';

/** Answers one page of a resource's evaluations, newest first. */
export const GetResourceComplianceTimeline: Handler<'GetResourceComplianceTimeline'> = (request, context) => {
  assertActivated(context);
  const { Limit: limit = 10 } = request;
  const query = { ...request, limit, scope: 'compliance/' };
  const { records, nextToken, total } = compliancePage(resourceKey(request, context), query, context);
  return {
    ResourceComplianceTimeline: {
      ComplianceList: records,
      Limit: limit,
      NextToken: nextToken,
      TotalCount: context.readings.totalCount === 'present' ? total : undefined,
    },
  };
};

/** One page of what the rules of the world come to for a resource. */
export function compliancePage(key: ResourceKey, query: TimelineQuery, context: HandlerContext) {
  const { complianceRules } = context.world;
  const page = readTimelinePage(key, query, context, (history) => new Evaluations(history, complianceRules));
  const records = page.changes.map((evaluation) => toComplianceRecord(evaluation, page.history));
  return { records, nextToken: page.nextToken, total: page.total };
}

/** The record of an evaluation in every compliance timeline. Unlike in the others, times are numbers. */
function toComplianceRecord(
  { capturedAt, change, resourceStatus, summary, before, outcomes }: Evaluation,
  evaluations: Records<Evaluation> | undefined,
) {
  const resource = evaluations?.resource;
  const accountId = Number(resource?.accountId);
  return {
    AccountId: resource?.accountId,
    AvailabilityZone: resource?.availabilityZone,
    CaptureTime: capturedAt,
    Configuration: JSON.stringify({
      Compliance: summary,
      ConfigRuleList: outcomes.map(({ rule, complianceType }) => ({
        accountId: Number.isSafeInteger(accountId) ? accountId : resource?.accountId,
        configRuleId: rule.ruleId,
        configRuleName: rule.name,
        complianceType,
      })),
    }),
    ConfigurationDiff: JSON.stringify({ Compliance: [before ?? null, summary] }),
    Region: resource?.region,
    ResourceCreateTime: resource?.createTime === undefined ? undefined : Date.parse(resource.createTime),
    ResourceId: resource?.resourceId,
    ResourceName: change.resourceName,
    ResourceStatus: resourceStatus,
    ResourceType: resource?.resourceType,
    Tags: change.tags,
  };
}
