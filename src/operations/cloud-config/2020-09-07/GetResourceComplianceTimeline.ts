import type { TokenPaging } from '../../operation';
import { defineOperation, perMinute } from '../../operation';
import { int32, list, object, optional, text } from '../../shapes';
import { ComplianceChangeRecord } from '../ComplianceChangeRecord';
import { AccountNotExisted, NoPermission, ServiceUnavailable } from '../errors';
import { timelineCache } from '../timelineCache';
import { timelinePaging, timelineParameters } from './GetResourceConfigurationTimeline';
import { CloudConfig2020 } from './product';

/** How the evaluations of an account and those of an account group page. */
export const compliancePaging: TokenPaging = {
  ...timelinePaging,
  items: 'ResourceComplianceTimeline.ComplianceList',
  next: 'ResourceComplianceTimeline.NextToken',
  min: 1,
};

/** The parameters of both. */
export const complianceParameters = {
  ...timelineParameters,
  MaxResults: optional(int32({ in: 'query', default: 10, min: 1, max: 100 })),
};

/** What both answer. */
export const complianceResponse = {
  ResourceComplianceTimeline: object({
    ComplianceList: optional(list(ComplianceChangeRecord)),
    MaxResults: optional(int32()),
    NextToken: optional(text()),
  }),
};

/** Lists the compliance evaluations of one resource. GET only, and no total. */
export const GetResourceComplianceTimeline = defineOperation({
  product: CloudConfig2020,
  action: 'GetResourceComplianceTimeline',
  summary: 'Lists the compliance evaluations of one resource.',
  methods: ['GET'],
  kind: 'read',
  retry: 'safe',
  parameters: complianceParameters,
  response: complianceResponse,
  paging: compliancePaging,
  errors: { NoPermission, AccountNotExisted, ServiceUnavailable },
  quota: perMinute(500),
  cache: timelineCache,
  ram: { action: 'config:GetResourceComplianceTimeline', resource: '*' },
  source: 'Cloud Config 2020-09-07, GetResourceComplianceTimeline',
});
