import { defineOperation, perMinute } from '../../operation';
import { list, text } from '../../shapes';
import { InvalidResourceTypes, NoPermission, ProcessIsRunning, ServiceUnavailable } from '../errors';
import { RecorderRecord } from './RecorderRecord';
import { CloudConfig2020 } from './product';

/** Replaces the set of resource types that are tracked: PutConfigurationRecorder under its newer name. */
export const UpdateConfigurationRecorder = defineOperation({
  product: CloudConfig2020,
  action: 'UpdateConfigurationRecorder',
  summary: 'Replaces the set of resource types that are tracked.',
  methods: ['POST', 'GET'],
  kind: 'write',
  async: true,
  retry: 'conditional',
  parameters: { ResourceTypes: list(text(), { encoding: 'csv', in: 'form' }) },
  response: { ConfigurationRecorder: RecorderRecord },
  errors: { NoPermission, 'Invalid.ResourceTypes.Value': InvalidResourceTypes, ProcessIsRunning, ServiceUnavailable },
  quota: perMinute(60),
  ram: { action: 'config:UpdateConfigurationRecorder', resource: '*' },
  source: 'Cloud Config 2020-09-07, UpdateConfigurationRecorder',
});
