import { defineOperation, perMinute } from '../../operation';
import { accountId, optional, text } from '../../shapes';
import { AccountNotExisted, NoPermission, ServiceUnavailable } from '../errors';
import { timelineCache } from '../timelineCache';
import { complianceParameters, compliancePaging, complianceResponse } from './GetResourceComplianceTimeline';
import { InvalidAggregatorId, InvalidResourceOwnerId } from './accountGroupErrors';
import { CloudConfig2020 } from './product';

/** Lists the compliance evaluations of one resource of an account group. */
export const GetAggregateResourceComplianceTimeline = defineOperation({
  product: CloudConfig2020,
  action: 'GetAggregateResourceComplianceTimeline',
  summary: 'Lists the compliance evaluations of one resource of an account group.',
  methods: ['GET'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    ...complianceParameters,
    AggregatorId: text({ in: 'query' }),
    /** Defaults to whichever member has the resource. */
    ResourceAccountId: optional(accountId('number', { in: 'query' })),
  },
  response: complianceResponse,
  paging: compliancePaging,
  errors: {
    NoPermission,
    'Invalid.AggregatorId.Value': InvalidAggregatorId,
    'Invalid.ResourceOwnerId.Value': InvalidResourceOwnerId,
    AccountNotExisted,
    ServiceUnavailable,
  },
  quota: perMinute(500),
  cache: timelineCache,
  ram: { action: 'config:GetAggregateResourceComplianceTimeline', resource: '*' },
  source: 'Cloud Config 2020-09-07, GetAggregateResourceComplianceTimeline',
});
