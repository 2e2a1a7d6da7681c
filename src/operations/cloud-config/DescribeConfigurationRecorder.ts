import { defineOperation, perMinute } from '../operation';
import { ConfigurationRecorderRecord } from './ConfigurationRecorderRecord';
import { AccountNotExisted, NoPermission, ServiceUnavailable } from './errors';
import { CloudConfig } from './product';

/** Reads the recorder of the calling account. An account that was never activated may answer 404 or REGISTRABLE. */
export const DescribeConfigurationRecorder = defineOperation({
  product: CloudConfig,
  action: 'DescribeConfigurationRecorder',
  summary: 'Reads the state of the calling account’s configuration recorder.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {},
  response: { ConfigurationRecorder: ConfigurationRecorderRecord },
  errors: { NoPermission, AccountNotExisted, ServiceUnavailable },
  quota: perMinute(300),
  cache: { ttlMs: 10_000 },
  ram: { action: 'config:DescribeConfigurationRecorder', resource: 'acs:config:{region}:{accountId}:*' },
  source: 'Cloud Config 2019-01-08, DescribeConfigurationRecorder',
});
