import { defineOperation, perMinute } from '../operation';
import { accountId, flag, int32, list, object, optional, text } from '../shapes';
import { ResourceProfileRecord } from './DiscoveredResourceRecord';
import { AccountNotExisted, MemberNotBelongToMaster, NoPermission, ServiceUnavailable } from './errors';
import { CloudConfig } from './product';

/** Lists the tracked resources of the account, in the list form. PageSize and PageNumber are both required. */
export const ListDiscoveredResources = defineOperation({
  product: CloudConfig,
  action: 'ListDiscoveredResources',
  summary: 'Lists the tracked resources of the account.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    ResourceId: optional(text({ in: 'query' })),
    /** The reverse of what the name suggests: 1 = still exists, 0 = deleted. */
    ResourceDeleted: optional(int32({ in: 'query', intValues: [0, 1], default: 1 })),
    PageSize: int32({ in: 'query', min: 1, max: 100 }),
    PageNumber: int32({ in: 'query', min: 1 }),
    ResourceTypes: optional(list(text(), { encoding: 'csv', in: 'query' })),
    Regions: optional(list(text(), { encoding: 'csv', in: 'query' })),
    MultiAccount: optional(flag({ in: 'query', default: false, retired: true })),
    MemberId: optional(accountId('number', { in: 'query', retired: true })),
  },
  response: {
    DiscoveredResourceProfiles: object({
      DiscoveredResourceProfileList: optional(list(ResourceProfileRecord)),
      PageNumber: optional(int32()),
      PageSize: optional(int32()),
      TotalCount: optional(int32()),
    }),
  },
  paging: {
    style: 'page',
    limitParameter: 'PageSize',
    pageParameter: 'PageNumber',
    items: 'DiscoveredResourceProfiles.DiscoveredResourceProfileList',
    total: 'DiscoveredResourceProfiles.TotalCount',
    min: 1,
    max: 100,
  },
  errors: { NoPermission, MemberNotBelongToMaster, AccountNotExisted, ServiceUnavailable },
  quota: perMinute(600),
  cache: { ttlMs: 30_000 },
  ram: { action: 'config:ListDiscoveredResources', resource: 'acs:config:{region}:{accountId}:*' },
  source: 'Cloud Config 2019-01-08, ListDiscoveredResources',
});
