import { defineOperation, perMinute } from '../../operation';
import { accountId, int32, list, object, optional, text } from '../../shapes';
import { AccountNotExisted, MemberNotBelongToMaster, NoPermission, ServiceUnavailable } from '../errors';
import { AggregateResourceRecord } from './ResourceRecord';
import { CloudConfig2020 } from './product';
import { resourceListPaging, resourceListParameters } from './resourceLists';

/** Lists the tracked resources of all members of an account group. Its quota is far lower than that of one account. */
export const ListAggregateDiscoveredResources = defineOperation({
  product: CloudConfig2020,
  action: 'ListAggregateDiscoveredResources',
  summary: 'Lists the tracked resources of an account group.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    ...resourceListParameters,
    AggregatorId: text({ in: 'query' }),
    /** Only those of one member. */
    ResourceAccountId: optional(accountId('number', { in: 'query' })),
  },
  response: {
    DiscoveredResourceProfiles: object({
      DiscoveredResourceProfileList: optional(list(AggregateResourceRecord)),
      MaxResults: optional(int32()),
      NextToken: optional(text()),
      TotalCount: optional(int32()),
    }),
  },
  paging: resourceListPaging,
  errors: { NoPermission, MemberNotBelongToMaster, AccountNotExisted, ServiceUnavailable },
  quota: perMinute(300),
  cache: { ttlMs: 30_000 },
  ram: { action: 'config:ListAggregateDiscoveredResources', resource: '*' },
  source: 'Cloud Config 2020-09-07, ListAggregateDiscoveredResources',
});
