import { defineOperation, perMinute } from '../../operation';
import { accountId, optional, text } from '../../shapes';
import { AccountNotExisted, NoPermission, ServiceUnavailable } from '../errors';
import { InvalidAggregatorId } from './accountGroupErrors';
import { CloudConfig2020 } from './product';
import { countsByResourceType } from './resourceLists';

/** Counts the tracked resources of an account group by type. The list sits at the root of the answer. */
export const GetAggregateResourceCountsGroupByResourceType = defineOperation({
  product: CloudConfig2020,
  action: 'GetAggregateResourceCountsGroupByResourceType',
  summary: 'Counts resources of an account group by type.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    Region: optional(text({ in: 'query' })),
    AggregatorId: text({ in: 'query' }),
    /** Only the members in one folder. */
    FolderId: optional(text({ in: 'query' })),
    /** Only one member. */
    ResourceAccountId: optional(accountId('number', { in: 'query' })),
  },
  response: countsByResourceType,
  errors: {
    NoPermission,
    'Invalid.AggregatorId.Value': InvalidAggregatorId,
    AccountNotExisted,
    ServiceUnavailable,
  },
  quota: perMinute(300),
  cache: { ttlMs: 60_000 },
  ram: { action: 'config:GetAggregateResourceCountsGroupByResourceType', resource: '*' },
  source: 'Cloud Config 2020-09-07, GetAggregateResourceCountsGroupByResourceType',
});
