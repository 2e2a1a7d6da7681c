import { defineOperation, perMinute } from '../operation';
import { accountId, flag, optional, text } from '../shapes';
import { ResourceDetailRecord } from './DiscoveredResourceRecord';
import { AccountNotExisted, MemberNotBelongToMaster, NoPermission, ServiceUnavailable } from './errors';
import { CloudConfig } from './product';

/**
 * Reads one tracked resource with its full configuration.
 *
 * What an unknown resource gets is not documented for this version: the product's later one answers `NoData`, 404.
 */
export const DescribeDiscoveredResource = defineOperation({
  product: CloudConfig,
  action: 'DescribeDiscoveredResource',
  summary: 'Reads one tracked resource with its full configuration.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    ResourceId: text({ in: 'query' }),
    ResourceType: text({ in: 'query' }),
    /** Required by the page, optional in the metadata: always sent. */
    Region: text({ in: 'query', mayBeEmpty: true }),
    MultiAccount: optional(flag({ in: 'query', default: false, retired: true })),
    MemberId: optional(accountId('number', { in: 'query', retired: true })),
  },
  response: { DiscoveredResourceDetail: ResourceDetailRecord },
  errors: { NoPermission, MemberNotBelongToMaster, AccountNotExisted, ServiceUnavailable },
  quota: perMinute(2000),
  cache: { ttlMs: 30_000 },
  ram: { action: 'config:DescribeDiscoveredResource', resource: 'acs:config:{region}:{accountId}:*' },
  source: 'Cloud Config 2019-01-08, DescribeDiscoveredResource',
});
