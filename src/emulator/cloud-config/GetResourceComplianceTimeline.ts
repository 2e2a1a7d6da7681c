import type { Handler } from '../handler';
import type { Evaluation } from './Evaluations';
import { Evaluations } from './Evaluations';
import { resourceKey } from './GetResourceConfigurationTimeline';
import type { History, Records } from './History';
import { assertActivated } from './activation';
import { readTimelinePage } from './timelinePage';

/** Answers one page of a resource's evaluations, newest first. */
export const GetResourceComplianceTimeline: Handler<'GetResourceComplianceTimeline'> = (request, context) => {
  assertActivated(context);
  const { Limit: limit = 10 } = request;
  const query = { ...request, limit, scope: 'compliance/' };
  const page = readTimelinePage(resourceKey(request, context), query, context, evaluationsIn(context));
  return {
    ResourceComplianceTimeline: {
      ComplianceList: page.changes.map((evaluation) => toComplianceRecord(evaluation, page.history)),
      Limit: limit,
      NextToken: page.nextToken,
      TotalCount: context.readings.totalCount === 'present' ? page.total : undefined,
    },
  };
};

/** What the rules of the world come to for a history. */
export const evaluationsIn =
  ({ world }: Parameters<Handler<'GetResourceComplianceTimeline'>>[1]) =>
  (history: History): Evaluations =>
    new Evaluations(history, world.complianceRules);

/** An evaluation as every compliance timeline tells it: unlike in the others, times are numbers. */
export function toComplianceRecord(
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
