import { defineOperation, perMinute } from '../operation';
import { accountId, count, epochMs, flag, int32, list, object, optional, text } from '../shapes';
import { ComplianceChangeRecord } from './ComplianceChangeRecord';
import { AccountNotExisted, NoPermission, ServiceUnavailable } from './errors';
import { CloudConfig } from './product';
import { timelineCache } from './timelineCache';

/** Lists the compliance evaluations of one resource, newest first. */
export const GetResourceComplianceTimeline = defineOperation({
  product: CloudConfig,
  action: 'GetResourceComplianceTimeline',
  summary: 'Lists the compliance evaluations of one resource, newest first.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    ResourceId: text({ in: 'query' }),
    /** Defaults to 30 days before now. */
    StartTime: optional(epochMs({ in: 'query' })),
    /** Defaults to now. */
    EndTime: optional(epochMs({ in: 'query' })),
    Limit: optional(int32({ in: 'query', default: 10, min: 1, max: 100 })),
    ResourceType: text({ in: 'query' }),
    Region: text({ in: 'query', mayBeEmpty: true }),
    MultiAccount: optional(flag({ in: 'query', default: false, retired: true })),
    MemberId: optional(accountId('string', { in: 'query', retired: true })),
    NextToken: optional(text({ in: 'query' })),
  },
  response: {
    ResourceComplianceTimeline: object({
      ComplianceList: optional(list(ComplianceChangeRecord)),
      Limit: optional(int32()),
      NextToken: optional(text()),
      TotalCount: optional(count()),
    }),
  },
  paging: {
    style: 'token',
    limitParameter: 'Limit',
    tokenParameter: 'NextToken',
    items: 'ResourceComplianceTimeline.ComplianceList',
    next: 'ResourceComplianceTimeline.NextToken',
    total: 'ResourceComplianceTimeline.TotalCount',
    min: 1,
    max: 100,
    default: 10,
  },
  errors: { NoPermission, AccountNotExisted, ServiceUnavailable },
  quota: perMinute(500),
  cache: timelineCache,
  ram: { action: 'config:GetResourceComplianceTimeline', resource: 'acs:config:{region}:{accountId}:*' },
  source: 'Cloud Config 2019-01-08, GetResourceComplianceTimeline',
});
