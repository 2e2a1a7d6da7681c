import { defineOperation, perSecond } from '../operation';
import type { RecordOf } from '../shapes';
import { object } from '../shapes';
import { directoryFields } from './ResourceDirectoryRecord';
import { ResourceManager } from './product';

/** The directory that the calling account owns or belongs to. */
export type ResourceDirectoryRecord = RecordOf<typeof directoryFields>;

/** Reads the directory that the calling account owns or is a member of. */
export const GetResourceDirectory = defineOperation({
  product: ResourceManager,
  action: 'GetResourceDirectory',
  summary: 'Reads the resource directory that the calling account belongs to.',
  methods: ['POST', 'GET'],
  kind: 'read',
  retry: 'safe',
  parameters: {},
  response: { ResourceDirectory: object(directoryFields) },
  errors: {
    ResourceDirectoryNotInUse: {
      status: 404,
      message: 'The specified account is not an Alibaba Cloud account or a member account of the resource directory.',
      code: 'NOT_FOUND',
      explanation: {
        en: 'This account belongs to no resource directory.',
        zh: '当前账号不属于任何资源目录。',
      },
    },
  },
  quota: perSecond(50),
  cache: { ttlMs: 60_000 },
  ram: { action: 'resourcemanager:GetResourceDirectory', resource: '*' },
  source: 'Resource Management 2020-03-31, GetResourceDirectory',
});
