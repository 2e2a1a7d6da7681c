import { defineOperation, perMinute } from '../../operation';
import { optional, text } from '../../shapes';
import { AccountNotExisted, MemberNotBelongToMaster, NoPermission, ServiceUnavailable } from '../errors';
import { CloudConfig2020 } from './product';
import { countsByRegion } from './resourceLists';

/** Counts the tracked resources of the account by region. The list sits at the root of the answer. */
export const GetDiscoveredResourceCountsGroupByRegion = defineOperation({
  product: CloudConfig2020,
  action: 'GetDiscoveredResourceCountsGroupByRegion',
  summary: 'Counts tracked resources by region.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: { ResourceType: optional(text({ in: 'query' })) },
  response: countsByRegion,
  errors: { NoPermission, MemberNotBelongToMaster, AccountNotExisted, ServiceUnavailable },
  quota: perMinute(300),
  cache: { ttlMs: 60_000 },
  ram: { action: 'config:GetDiscoveredResourceCountsGroupByRegion', resource: '*' },
  source: 'Cloud Config 2020-09-07, GetDiscoveredResourceCountsGroupByRegion',
});
