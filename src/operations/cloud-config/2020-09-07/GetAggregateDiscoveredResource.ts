import { defineOperation, perMinute } from '../../operation';
import { accountId, int32, optional, text } from '../../shapes';
import { AccountNotExisted, MemberNotBelongToMaster, NoPermission, ServiceUnavailable } from '../errors';
import { ResourceDetailRecord } from './ResourceRecord';
import { CloudConfig2020 } from './product';

/** Reads one tracked resource of a member of an account group, with its full configuration. */
export const GetAggregateDiscoveredResource = defineOperation({
  product: CloudConfig2020,
  action: 'GetAggregateDiscoveredResource',
  summary: 'Reads one tracked resource of an account group.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    ResourceId: text({ in: 'query' }),
    ResourceType: text({ in: 'query' }),
    Region: text({ in: 'query', mayBeEmpty: true }),
    AggregatorId: text({ in: 'query' }),
    /** Omitted: of whichever member has it. */
    ResourceAccountId: optional(accountId('number', { in: 'query' })),
    /** 1 asks the service to work out ComplianceType. */
    ComplianceOption: optional(int32({ in: 'query', intValues: [0, 1] })),
  },
  response: { DiscoveredResourceDetail: ResourceDetailRecord },
  errors: { NoPermission, MemberNotBelongToMaster, AccountNotExisted, ServiceUnavailable },
  quota: perMinute(3000),
  cache: { ttlMs: 30_000 },
  ram: {
    action: 'config:GetAggregateDiscoveredResource',
    resource: 'acs:config:*:{#accountId}:resource/{#ResourceId}',
  },
  source: 'Cloud Config 2020-09-07, GetAggregateDiscoveredResource',
});
