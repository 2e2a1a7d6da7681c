import { defineOperation, perMinute } from '../../operation';
import { CreateSLRFail, NoPermission, ProcessIsRunning, ServiceUnavailable } from '../errors';
import { RecorderRecord } from './RecorderRecord';
import { CloudConfig2020 } from './product';

/** Switches on resource tracking for the calling account. The enterprise edition is only to be had in 2019-01-08. */
export const StartConfigurationRecorder = defineOperation({
  product: CloudConfig2020,
  action: 'StartConfigurationRecorder',
  summary: 'Switches on resource tracking for the calling account.',
  methods: ['POST'],
  kind: 'write',
  async: true,
  retry: 'conditional',
  parameters: {},
  response: { ConfigurationRecorder: RecorderRecord },
  errors: { NoPermission, ProcessIsRunning, CreateSLRFail, ServiceUnavailable },
  quota: perMinute(60),
  ram: { action: 'config:StartConfigurationRecorder', resource: '*' },
  source: 'Cloud Config 2020-09-07, StartConfigurationRecorder',
});
