import { defineOperation, perMinute } from '../../operation';
import { optional, text } from '../../shapes';
import { AccountNotExisted, MemberNotBelongToMaster, NoPermission, ServiceUnavailable } from '../errors';
import { CloudConfig2020 } from './product';
import { countsByResourceType } from './resourceLists';

/** Counts the tracked resources of the account by type. The list sits at the root of the answer. */
export const GetDiscoveredResourceCountsGroupByResourceType = defineOperation({
  product: CloudConfig2020,
  action: 'GetDiscoveredResourceCountsGroupByResourceType',
  summary: 'Counts tracked resources by type.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: { Region: optional(text({ in: 'query' })) },
  response: countsByResourceType,
  errors: { NoPermission, MemberNotBelongToMaster, AccountNotExisted, ServiceUnavailable },
  quota: perMinute(300),
  cache: { ttlMs: 60_000 },
  ram: { action: 'config:GetDiscoveredResourceCountsGroupByResourceType', resource: '*' },
  source: 'Cloud Config 2020-09-07, GetDiscoveredResourceCountsGroupByResourceType',
});
