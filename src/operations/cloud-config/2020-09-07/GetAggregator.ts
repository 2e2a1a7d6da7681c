import { defineOperation, perMinute } from '../../operation';
import { text } from '../../shapes';
import { AccountNotExisted, ServiceUnavailable } from '../errors';
import { AccountGroupDetailRecord } from './AccountGroupRecord';
import { accountGroupTags } from './ListAggregators';
import { InvalidAggregatorId } from './accountGroupErrors';
import { CloudConfig2020 } from './product';

/** Reads one account group with its members and the state of the recorder of each. */
export const GetAggregator = defineOperation({
  product: CloudConfig2020,
  action: 'GetAggregator',
  summary: 'Reads one account group with its members.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    AggregatorId: text({ in: 'query' }),
    /** Deprecated. */
    Tag: accountGroupTags,
  },
  response: { Aggregator: AccountGroupDetailRecord },
  errors: { 'Invalid.AggregatorId.Value': InvalidAggregatorId, AccountNotExisted, ServiceUnavailable },
  quota: perMinute(500),
  cache: { ttlMs: 60_000 },
  ram: { action: 'config:GetAggregator', resource: 'acs:config:*:{#accountId}:aggregator/{#AggregatorId}' },
  source: 'Cloud Config 2020-09-07, GetAggregator',
});
