import { defineOperation, perMinute } from '../operation';
import { accountId, list, object, oneOf, optional, text } from '../shapes';
import { recorderStatuses } from './ConfigurationRecorderRecord';
import {
  AccountNotExisted,
  InvalidResourceTypes,
  NoPermission,
  ProcessIsRunning,
  RDMemberNoPermission,
  ServiceUnavailable,
} from './errors';
import { CloudConfig } from './product';

/** Replaces the set of resource types that are tracked; the recorder is REBUILDING for some minutes then. */
export const PutConfigurationRecorder = defineOperation({
  product: CloudConfig,
  action: 'PutConfigurationRecorder',
  summary: 'Replaces the set of resource types that are tracked.',
  methods: ['POST', 'GET'],
  kind: 'write',
  async: true,
  retry: 'conditional',
  parameters: { ResourceTypes: list(text(), { encoding: 'csv', in: 'form' }) },
  response: {
    ConfigurationRecorder: object({
      AccountId: optional(accountId('number', { wireAlso: 'string' })),
      ConfigurationRecorderStatus: optional(oneOf(recorderStatuses)),
      ResourceTypes: optional(list(text())),
    }),
  },
  errors: {
    NoPermission,
    'Invalid.ResourceTypes.Value': InvalidResourceTypes,
    ProcessIsRunning,
    // The wire's text is that of StartConfigurationRecorder, but there is no enterprise edition to ask for here.
    RDMemberNoPermission: {
      ...RDMemberNoPermission,
      explanation: {
        en: 'A member of a resource directory may not change its recorder. Use the credentials of the management account.',
        zh: '资源目录的成员账号不能更改资源监控范围，请使用资源目录的管理账号调用。',
      },
    },
    AccountNotExisted,
    ServiceUnavailable,
  },
  quota: perMinute(60),
  ram: { action: 'config:PutConfigurationRecorder', resource: 'acs:config:{region}:{accountId}:*' },
  source: 'Cloud Config 2019-01-08, PutConfigurationRecorder',
});
