import { defineOperation, perMinute } from '../operation';
import { flag, optional } from '../shapes';
import { ConfigurationRecorderRecord } from './ConfigurationRecorderRecord';
import {
  AccountNotExisted,
  CreateSLRFail,
  NoPermission,
  ProcessIsRunning,
  RDMemberNoPermission,
  ServiceUnavailable,
} from './errors';
import { CloudConfig } from './product';

/**
 * Switches on resource tracking for the calling account, or the enterprise edition for its organization.
 *
 * Answers before the recorder is built, and both editions of its document print REGISTRABLE in that answer: the
 * status of the direct answer proves nothing.
 */
export const StartConfigurationRecorder = defineOperation({
  product: CloudConfig,
  action: 'StartConfigurationRecorder',
  summary: 'Switches on resource tracking for the calling account, or the enterprise edition for an organization.',
  methods: ['POST'],
  kind: 'write',
  async: true,
  retry: 'conditional',
  parameters: { EnterpriseEdition: optional(flag({ in: 'form', default: false })) },
  response: { ConfigurationRecorder: ConfigurationRecorderRecord },
  errors: {
    NoPermission,
    ProcessIsRunning,
    RDMemberNoPermission,
    CreateSLRFail,
    AccountNotExisted,
    ServiceUnavailable,
  },
  quota: perMinute(60),
  ram: { action: 'config:StartConfigurationRecorder', resource: 'acs:config:{region}:{accountId}:*' },
  source: 'Cloud Config 2019-01-08, StartConfigurationRecorder (en-US and zh-CN)',
});
