import { defineOperation, perMinute } from '../../operation';
import { AccountNotExisted, NoPermission, ServiceUnavailable } from '../errors';
import { RecorderRecord } from './RecorderRecord';
import { CloudConfig2020 } from './product';

/** Reads the recorder of the calling account: DescribeConfigurationRecorder under its newer name. */
export const GetConfigurationRecorder = defineOperation({
  product: CloudConfig2020,
  action: 'GetConfigurationRecorder',
  summary: 'Reads the state of the calling account’s configuration recorder.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {},
  response: { ConfigurationRecorder: RecorderRecord },
  errors: { NoPermission, AccountNotExisted, ServiceUnavailable },
  quota: perMinute(300),
  cache: { ttlMs: 10_000 },
  ram: { action: 'config:GetConfigurationRecorder', resource: '*' },
  source: 'Cloud Config 2020-09-07, GetConfigurationRecorder',
});
