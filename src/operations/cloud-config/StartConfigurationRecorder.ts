import { defineOperation, perMinute } from '../operation';
import { flag, optional } from '../shapes';
import { ConfigurationRecorderRecord } from './ConfigurationRecorderRecord';
import { AccountNotExisted, NoPermission, ServiceUnavailable } from './errors';
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
    ProcessIsRunning: {
      status: 400,
      message: 'The process is running.',
      code: 'CONFLICT',
      explanation: {
        en: 'Cloud Config is still building this recorder. Wait until its status is REGISTERED.',
        zh: '配置审计正在初始化该账号的资源监控，请等待其状态变为 REGISTERED。',
      },
      retryable: true,
    },
    RDMemberNoPermission: {
      status: 400,
      message:
        'You are not authorized to perform the operation. The reasons include: 1. You have not enabled the resource directory service. 2. You are not using the administrator account of resource directory.',
      code: 'FORBIDDEN',
      explanation: {
        en: 'The enterprise edition needs a resource directory and the credentials of its management account.',
        zh: '开通企业版需要先开通资源目录，并使用资源目录的企业管理账号调用。',
      },
    },
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
  source: 'Cloud Config 2019-01-08, StartConfigurationRecorder (en-US and zh-CN)',
});
