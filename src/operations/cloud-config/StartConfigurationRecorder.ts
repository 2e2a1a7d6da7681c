import { defineOperation, perMinute } from '../operation';
import { flag, optional } from '../shapes';
import { ConfigurationRecorderRecord } from './ConfigurationRecorderRecord';
import { AccountNotExisted, NoPermission, ProcessIsRunning, RDMemberNoPermission, ServiceUnavailable } from './errors';
import { CloudConfig } from './product';

/**
 * Switches on resource tracking for the calling account, or the enterprise edition for its organisation.
 *
 * Answers before the recorder is built, and both editions of its document print REGISTRABLE in that answer: the
 * status of the direct answer proves nothing.
 */
export const StartConfigurationRecorder = defineOperation({
  product: CloudConfig,
  action: 'StartConfigurationRecorder',
  summary: 'Switches on resource tracking for the calling account, or the enterprise edition for an organisation.',
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
    CreateSLRFail: {
      status: 500,
      message: 'Failed to create SLR.',
      code: 'UPSTREAM_REJECTED',
      explanation: {
        en: 'Cloud Config could not create its service-linked role AliyunServiceRoleForConfig in this account.',
        zh: '配置审计无法在该账号下创建服务关联角色 AliyunServiceRoleForConfig。',
      },
    },
    AccountNotExisted,
    ServiceUnavailable,
  },
  quota: perMinute(60),
  ram: { action: 'config:StartConfigurationRecorder', resource: 'acs:config:{region}:{accountId}:*' },
  source: 'Cloud Config 2019-01-08, StartConfigurationRecorder (en-US and zh-CN)',
});
