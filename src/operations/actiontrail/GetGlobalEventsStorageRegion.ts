import { defineOperation, perSecond } from '../operation';
import { oneOf, optional } from '../shapes';
import { ActionTrail } from './product';

/** Reads the region that keeps the events of global products. An account has to request this operation by ticket. */
export const GetGlobalEventsStorageRegion = defineOperation({
  product: ActionTrail,
  action: 'GetGlobalEventsStorageRegion',
  summary: 'Reads the region that keeps the events of global products.',
  methods: ['GET'],
  kind: 'read',
  retry: 'safe',
  parameters: {},
  response: { StorageRegion: optional(oneOf(['cn-hangzhou', 'ap-southeast-1'])) },
  errors: {},
  quota: perSecond(10),
  cache: { ttlMs: 3_600_000 },
  ram: { action: 'actiontrail:GetGlobalEventsStorageRegion', resource: '*' },
  source: 'ActionTrail 2020-07-06, GetGlobalEventsStorageRegion',
});
