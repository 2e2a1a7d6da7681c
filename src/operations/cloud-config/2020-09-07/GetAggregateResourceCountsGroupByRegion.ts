import { defineOperation, perMinute } from '../../operation';
import { accountId, optional, text } from '../../shapes';
import { AccountNotExisted, NoPermission, ServiceUnavailable } from '../errors';
import { InvalidAggregatorId } from './accountGroupErrors';
import { CloudConfig2020 } from './product';
import { countsByRegion } from './resourceLists';

/** Counts the tracked resources of an account group by region. The list sits at the root of the answer. */
export const GetAggregateResourceCountsGroupByRegion = defineOperation({
  product: CloudConfig2020,
  action: 'GetAggregateResourceCountsGroupByRegion',
  summary: 'Counts resources of an account group by region.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    ResourceType: optional(text({ in: 'query' })),
    AggregatorId: text({ in: 'query' }),
    /** Only the members in one folder. */
    FolderId: optional(text({ in: 'query' })),
    /** Only one member. */
    ResourceAccountId: optional(accountId('number', { in: 'query' })),
  },
  response: countsByRegion,
  errors: {
    NoPermission,
    'Invalid.AggregatorId.Value': InvalidAggregatorId,
    AccountNotExisted,
    ServiceUnavailable,
  },
  quota: perMinute(300),
  cache: { ttlMs: 60_000 },
  ram: { action: 'config:GetAggregateResourceCountsGroupByRegion', resource: '*' },
  source: 'Cloud Config 2020-09-07, GetAggregateResourceCountsGroupByRegion',
});
