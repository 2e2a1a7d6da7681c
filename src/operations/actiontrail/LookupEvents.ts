import { defineOperation, perSecond } from '../operation';
import { int32, isoTime, list, object, oneOf, optional, text } from '../shapes';
import { EventRecord } from './EventRecord';
import {
  IncompleteSignature,
  InvalidParameterCombination,
  InvalidParameterEndTime,
  InvalidParameterStartTime,
  InvalidQueryParameter,
} from './errors';
import { ActionTrail } from './product';

/** What events can be searched by. Two must both match, and only some go together. */
export const lookupKeys = [
  'ServiceName',
  'EventName',
  'User',
  'EventId',
  'ResourceType',
  'ResourceName',
  'EventRW',
  'EventAccessKeyId',
  'SensitiveAction',
  'SourceIpAddress',
  'EventType',
  'RoleName',
  'PrincipalId',
] as const;

/**
 * Searches the management events of the account in the region of the host. Events can be searched for 90 days, about
 * ten minutes after they happened. The metadata of 2025 has a higher quota than the pages: the lower one is kept.
 */
export const LookupEvents = defineOperation({
  product: ActionTrail,
  action: 'LookupEvents',
  summary: 'Searches the events of the account in one region.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    NextToken: optional(text({ in: 'query' })),
    MaxResults: int32({ in: 'query', min: 1, max: 50 }),
    /** Both bounds or neither, at most 30 days apart. */
    StartTime: optional(isoTime({ in: 'query' })),
    EndTime: optional(isoTime({ in: 'query' })),
    Direction: optional(oneOf(['BACKWARD', 'FORWARD'], { in: 'query', default: 'BACKWARD' })),
    LookupAttribute: optional(
      list(object({ Key: optional(oneOf(lookupKeys)), Value: optional(text()) }), {
        in: 'query',
        encoding: 'flat',
        maxItems: 2,
      }),
    ),
  },
  response: {
    StartTime: optional(isoTime()),
    EndTime: optional(isoTime()),
    NextToken: optional(text()),
    Events: optional(list(EventRecord)),
  },
  paging: {
    style: 'token',
    limitParameter: 'MaxResults',
    tokenParameter: 'NextToken',
    items: 'Events',
    next: 'NextToken',
    min: 1,
    max: 50,
  },
  errors: {
    IncompleteSignature,
    InvalidParameterCombination,
    InvalidQueryParameter,
    InvalidParameterEndTime,
    InvalidParameterStartTime,
  },
  quota: perSecond(2),
  cache: { ttlMs: 30_000 },
  ram: { action: 'actiontrail:LookupEvents', resource: '*' },
  source: 'ActionTrail 2020-07-06, LookupEvents',
});
