import type { TokenPaging } from '../../operation';
import { defineOperation, perMinute } from '../../operation';
import { epochMs, int32, list, object, optional, text } from '../../shapes';
import { AccountNotExisted, MemberNotBelongToMaster, NoPermission, ServiceUnavailable } from '../errors';
import { timelineCache } from '../timelineCache';
import { ChangeRecord } from './ChangeRecord';
import { CloudConfig2020 } from './product';

/** How both timelines page, but for the smallest page. */
export const timelinePaging: Omit<TokenPaging, 'min'> = {
  style: 'token',
  limitParameter: 'MaxResults',
  tokenParameter: 'NextToken',
  items: 'ResourceConfigurationTimeline.ConfigurationList',
  next: 'ResourceConfigurationTimeline.NextToken',
  max: 100,
  default: 10,
};

/** The parameters of both timelines. */
export const timelineParameters = {
  ResourceId: text({ in: 'query' }),
  /** Omitted: 30 days before now. */
  StartTime: optional(epochMs({ in: 'query' })),
  /** Omitted: now. */
  EndTime: optional(epochMs({ in: 'query' })),
  ResourceType: text({ in: 'query' }),
  Region: text({ in: 'query', mayBeEmpty: true }),
  NextToken: optional(text({ in: 'query' })),
};

/** Lists the configuration changes of one resource, newest first. GET only; a page has at least two, and no total. */
export const GetResourceConfigurationTimeline = defineOperation({
  product: CloudConfig2020,
  action: 'GetResourceConfigurationTimeline',
  summary: 'Lists the configuration changes of one resource, newest first.',
  methods: ['GET'],
  kind: 'read',
  retry: 'safe',
  parameters: { ...timelineParameters, MaxResults: optional(int32({ in: 'query', default: 10, min: 2, max: 100 })) },
  response: {
    ResourceConfigurationTimeline: object({
      ConfigurationList: optional(list(ChangeRecord)),
      MaxResults: optional(int32()),
      NextToken: optional(text()),
    }),
  },
  paging: { ...timelinePaging, min: 2 },
  errors: { NoPermission, MemberNotBelongToMaster, AccountNotExisted, ServiceUnavailable },
  quota: perMinute(300),
  cache: timelineCache,
  ram: { action: 'config:GetResourceConfigurationTimeline', resource: '*' },
  source: 'Cloud Config 2020-09-07, GetResourceConfigurationTimeline',
});
