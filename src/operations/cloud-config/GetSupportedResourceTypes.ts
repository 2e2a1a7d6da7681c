import { defineOperation, perMinute } from '../operation';
import { list, text } from '../shapes';
import { AccountNotExisted, NoPermission, ServiceUnavailable } from './errors';
import { CloudConfig } from './product';

/** Lists every resource type that Cloud Config can track. No paging: the list sits at the root of the answer. */
export const GetSupportedResourceTypes = defineOperation({
  product: CloudConfig,
  action: 'GetSupportedResourceTypes',
  summary: 'Lists every resource type the service can track.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {},
  response: { ResourceTypes: list(text()) },
  errors: { NoPermission, AccountNotExisted, ServiceUnavailable },
  quota: perMinute(300),
  cache: { ttlMs: 3_600_000 },
  ram: { action: 'config:GetSupportedResourceTypes', resource: 'acs:config:{region}:{accountId}:*' },
  source: 'Cloud Config 2019-01-08, GetSupportedResourceTypes',
});
