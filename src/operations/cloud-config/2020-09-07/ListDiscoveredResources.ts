import { defineOperation, perMinute } from '../../operation';
import { int32, list, object, optional, text } from '../../shapes';
import { AccountNotExisted, MemberNotBelongToMaster, NoPermission, ServiceUnavailable } from '../errors';
import { ResourceRecord } from './ResourceRecord';
import { CloudConfig2020 } from './product';
import { resourceListPaging, resourceListParameters } from './resourceLists';

/** Lists the tracked resources of the account. MaxResults is required. */
export const ListDiscoveredResources = defineOperation({
  product: CloudConfig2020,
  action: 'ListDiscoveredResources',
  summary: 'Lists the tracked resources of the account.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: resourceListParameters,
  response: {
    DiscoveredResourceProfiles: object({
      DiscoveredResourceProfileList: optional(list(ResourceRecord)),
      MaxResults: optional(int32()),
      NextToken: optional(text()),
      TotalCount: optional(int32()),
    }),
  },
  paging: resourceListPaging,
  errors: { NoPermission, MemberNotBelongToMaster, AccountNotExisted, ServiceUnavailable },
  quota: perMinute(4000),
  cache: { ttlMs: 30_000 },
  ram: { action: 'config:ListDiscoveredResources', resource: '*' },
  source: 'Cloud Config 2020-09-07, ListDiscoveredResources',
});
