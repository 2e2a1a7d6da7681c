import { defineOperation, perMinute } from '../../operation';
import { int32, list, object, optional, text } from '../../shapes';
import { AccountNotExisted, NoPermission, ServiceUnavailable } from '../errors';
import { AccountGroupRecord } from './AccountGroupRecord';
import { CloudConfig2020 } from './product';

/** What an account group can be narrowed by; sent as one JSON text. */
export const accountGroupTags = optional(
  list(object({ Key: optional(text()), Value: optional(text()) }), { encoding: 'json', in: 'query', maxItems: 21 }),
);

/** Lists the account groups that the calling account owns. MaxResults is required. */
export const ListAggregators = defineOperation({
  product: CloudConfig2020,
  action: 'ListAggregators',
  summary: 'Lists the account groups of the calling account.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    NextToken: optional(text({ in: 'query', minLength: 1, maxLength: 100 })),
    MaxResults: int32({ in: 'query', min: 1, max: 100 }),
    Tag: accountGroupTags,
  },
  response: {
    AggregatorsResult: object({ Aggregators: optional(list(AccountGroupRecord)), NextToken: optional(text()) }),
  },
  paging: {
    style: 'token',
    limitParameter: 'MaxResults',
    tokenParameter: 'NextToken',
    items: 'AggregatorsResult.Aggregators',
    next: 'AggregatorsResult.NextToken',
    min: 1,
    max: 100,
  },
  errors: { NoPermission, AccountNotExisted, ServiceUnavailable },
  quota: perMinute(120),
  cache: { ttlMs: 60_000 },
  ram: { action: 'config:ListAggregators', resource: 'acs:config:*:{accountId}:aggregator/*' },
  source: 'Cloud Config 2020-09-07, ListAggregators',
});
