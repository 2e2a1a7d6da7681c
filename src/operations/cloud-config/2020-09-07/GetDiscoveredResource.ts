import { defineOperation, perMinute } from '../../operation';
import { int32, optional, text } from '../../shapes';
import { AccountNotExisted, MemberNotBelongToMaster, NoPermission, ServiceUnavailable } from '../errors';
import { ResourceDetailRecord } from './ResourceRecord';
import { CloudConfig2020 } from './product';

/** Reads one tracked resource with its full configuration: DescribeDiscoveredResource under its newer name. */
export const GetDiscoveredResource = defineOperation({
  product: CloudConfig2020,
  action: 'GetDiscoveredResource',
  summary: 'Reads one tracked resource with its full configuration.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    ResourceId: text({ in: 'query' }),
    ResourceType: text({ in: 'query' }),
    Region: text({ in: 'query', mayBeEmpty: true }),
    /** 1 asks the service to work out ComplianceType. */
    ComplianceOption: optional(int32({ in: 'query', intValues: [0, 1], default: 0 })),
  },
  response: { DiscoveredResourceDetail: ResourceDetailRecord },
  errors: { NoPermission, MemberNotBelongToMaster, AccountNotExisted, ServiceUnavailable },
  quota: perMinute(4000),
  cache: { ttlMs: 30_000 },
  ram: { action: 'config:GetDiscoveredResource', resource: '*' },
  source: 'Cloud Config 2020-09-07, GetDiscoveredResource',
});
