import { defineOperation, perMinute } from '../../operation';
import { accountId, epochMsText, int32, list, object, optional, text } from '../../shapes';
import { AccountNotExisted, NoPermission, ServiceUnavailable } from '../errors';
import { timelineCache } from '../timelineCache';
import { changeFields } from './ChangeRecord';
import { timelinePaging, timelineParameters } from './GetResourceConfigurationTimeline';
import { InvalidAggregatorId, InvalidResourceOwnerId } from './accountGroupErrors';
import { CloudConfig2020 } from './product';

/** Lists the configuration changes of one resource of an account group, newest first. Here a page may have just one. */
export const GetAggregateResourceConfigurationTimeline = defineOperation({
  product: CloudConfig2020,
  action: 'GetAggregateResourceConfigurationTimeline',
  summary: 'Lists the configuration changes of one resource of an account group, newest first.',
  methods: ['GET'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    ...timelineParameters,
    MaxResults: optional(int32({ in: 'query', default: 10, min: 1, max: 100 })),
    AggregatorId: text({ in: 'query' }),
    /** Omitted: of whichever member has the resource. */
    ResourceAccountId: optional(accountId('number', { in: 'query' })),
  },
  response: {
    ResourceConfigurationTimeline: object({
      ConfigurationList: optional(list(object({ ...changeFields, ResourceCreateTime: optional(epochMsText()) }))),
      MaxResults: optional(int32()),
      NextToken: optional(text()),
    }),
  },
  paging: { ...timelinePaging, min: 1 },
  errors: {
    NoPermission,
    'Invalid.AggregatorId.Value': InvalidAggregatorId,
    'Invalid.ResourceOwnerId.Value': InvalidResourceOwnerId,
    AccountNotExisted,
    ServiceUnavailable,
  },
  quota: perMinute(300),
  cache: timelineCache,
  ram: { action: 'config:GetAggregateResourceConfigurationTimeline', resource: '*' },
  source: 'Cloud Config 2020-09-07, GetAggregateResourceConfigurationTimeline',
});
