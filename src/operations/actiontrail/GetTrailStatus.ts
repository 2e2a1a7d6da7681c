import { defineOperation, perSecond } from '../operation';
import { flag, isoTime, optional, text } from '../shapes';
import { TrailNotFound } from './errors';
import { ActionTrail } from './product';

/** Reads whether a trail delivers.. */
export const GetTrailStatus = defineOperation({
  product: ActionTrail,
  action: 'GetTrailStatus',
  summary: 'Reads whether a trail delivers.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    Name: text({ in: 'query', minLength: 6, maxLength: 36, pattern: '[a-z][a-z0-9_-]*' }),
    IsOrganizationTrail: optional(flag({ in: 'query', default: false })),
  },
  response: {
    IsLogging: flag(),
    StartLoggingTime: optional(isoTime()),
    StopLoggingTime: optional(isoTime()),
    LatestDeliveryTime: optional(isoTime()),
    LatestDeliveryError: optional(text()),
    LatestDeliveryLogServiceTime: optional(isoTime()),
    LatestDeliveryLogServiceError: optional(text()),
    OssBucketStatus: optional(flag()),
    SlsLogStoreStatus: optional(flag()),
  },
  errors: { TrailNotFoundException: TrailNotFound },
  quota: perSecond(100),
  cache: { ttlMs: 60_000 },
  ram: { action: 'actiontrail:GetTrailStatus', resource: 'acs:actiontrail:{region}:{accountId}:trail/{trailName}' },
  source: 'ActionTrail 2020-07-06, GetTrailStatus',
});
