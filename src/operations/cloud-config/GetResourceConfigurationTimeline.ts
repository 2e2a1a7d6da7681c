import { defineOperation, perMinute } from '../operation';
import type { RecordOf } from '../shapes';
import {
  accountId,
  count,
  epochMs,
  epochMsText,
  flag,
  int32,
  jsonText,
  list,
  object,
  oneOf,
  optional,
  text,
} from '../shapes';
import { AccountNotExisted, MemberNotBelongToMaster, NoPermission, ServiceUnavailable } from './errors';
import { CloudConfig } from './product';
import { timelineCache } from './timelineCache';

/** Kinds of change that this version documents; later ones add revised forms. */
export const resourceEventTypes = ['DISCOVERED', 'MODIFY', 'REMOVE'] as const;

const changeFields = {
  AccountId: optional(accountId('number', { wireAlso: 'string' })),
  AvailabilityZone: optional(text()),
  CaptureTime: epochMsText(),
  /** An object keyed by property, each value `[before, after]`; printed samples break that form. */
  ConfigurationDiff: optional(jsonText()),
  Region: optional(text()),
  ResourceCreateTime: optional(epochMsText()),
  /** Printed samples, JSON and XML, spell the key with a lower-case first letter. */
  ResourceEventType: optional(oneOf(resourceEventTypes, { aliases: ['resourceEventType'] })),
  ResourceId: optional(text()),
  ResourceName: optional(text()),
  ResourceType: optional(text()),
  /** An object of key to array of values; printed samples are malformed. */
  Tags: optional(jsonText()),
};

/** One recorded change of a resource. */
export const ConfigurationChangeRecord = object(changeFields);
export type ConfigurationChangeRecord = RecordOf<typeof changeFields>;

/** Lists the configuration changes of one resource, newest first. */
export const GetResourceConfigurationTimeline = defineOperation({
  product: CloudConfig,
  action: 'GetResourceConfigurationTimeline',
  summary: 'Lists the configuration changes of one resource, newest first.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    ResourceId: text({ in: 'query' }),
    /** Omitted: 30 days before now. */
    StartTime: optional(epochMs({ in: 'query' })),
    /** Omitted: now. */
    EndTime: optional(epochMs({ in: 'query' })),
    Limit: optional(int32({ in: 'query', default: 10, min: 1, max: 100 })),
    ResourceType: text({ in: 'query' }),
    Region: text({ in: 'query', mayBeEmpty: true }),
    MultiAccount: optional(flag({ in: 'query', default: false, retired: true })),
    MemberId: optional(accountId('number', { in: 'query', retired: true })),
    NextToken: optional(text({ in: 'query' })),
  },
  response: {
    ResourceConfigurationTimeline: object({
      ConfigurationList: optional(list(ConfigurationChangeRecord)),
      Limit: optional(int32()),
      NextToken: optional(text()),
      TotalCount: optional(count()),
    }),
  },
  paging: {
    style: 'token',
    limitParameter: 'Limit',
    tokenParameter: 'NextToken',
    items: 'ResourceConfigurationTimeline.ConfigurationList',
    next: 'ResourceConfigurationTimeline.NextToken',
    total: 'ResourceConfigurationTimeline.TotalCount',
    min: 1,
    max: 100,
    default: 10,
  },
  errors: {
    NoPermission,
    MemberNotBelongToMaster,
    AccountNotExisted,
    ServiceUnavailable,
  },
  quota: perMinute(300),
  cache: timelineCache,
  ram: { action: 'config:GetResourceConfigurationTimeline', resource: 'acs:config:{region}:{accountId}:*' },
  source: 'Cloud Config 2019-01-08, GetResourceConfigurationTimeline (en-US)',
});
