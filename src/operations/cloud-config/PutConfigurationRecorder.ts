import { defineOperation, perMinute } from '../operation';
import { accountId, list, object, oneOf, optional, text } from '../shapes';
import { recorderStatuses } from './ConfigurationRecorderRecord';
import { AccountNotExisted, NoPermission, ProcessIsRunning, RDMemberNoPermission, ServiceUnavailable } from './errors';
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
    'Invalid.ResourceTypes.Value': {
      status: 400,
      message: 'The specified resourceTypes is invalid.',
      code: 'BAD_USER_INPUT',
      explanation: {
        en: 'Cloud Config does not know one of the resource types. `supportedResourceTypes` lists those that it does.',
        zh: '配置审计不支持其中某个资源类型，可通过 `supportedResourceTypes` 查询支持的资源类型。',
      },
    },
    ProcessIsRunning,
    RDMemberNoPermission,
    AccountNotExisted,
    ServiceUnavailable,
  },
  quota: perMinute(60),
  source: 'Cloud Config 2019-01-08, PutConfigurationRecorder',
});
