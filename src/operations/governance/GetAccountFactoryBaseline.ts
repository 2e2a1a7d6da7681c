import { defineOperation } from '../operation';
import { optional, text } from '../shapes';
import { baselineFields, BaselineItems } from './BaselineRecord';
import { CallerNotFound, InternalError, InvalidEnterpriseRealNameNotFound, InvalidParameter } from './errors';
import { Governance } from './product';

/** Reads one baseline with its items. POST only, although it reads. */
export const GetAccountFactoryBaseline = defineOperation({
  product: Governance,
  action: 'GetAccountFactoryBaseline',
  summary: 'Reads one baseline.',
  methods: ['POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    /** What leaving it out means is not documented: always sent. */
    BaselineId: optional(text({ in: 'query' })),
    RegionId: optional(text({ in: 'query' })),
  },
  response: { ...baselineFields, BaselineItems: optional(BaselineItems) },
  errors: {
    InvalidParameter,
    'InvalidUser.NotFound': CallerNotFound,
    'InvalidBaseline.NotFound': {
      status: 404,
      message: 'The specified baseline does not exist.',
      code: 'NOT_FOUND',
      explanation: { en: 'There is no such baseline.', zh: '指定的基线不存在。' },
    },
    'InvalidEnterpriseRealName.NotFound': InvalidEnterpriseRealNameNotFound,
    InternalError,
  },
  quota: 'unknown',
  cache: { ttlMs: 60_000 },
  ram: { action: 'governance:GetAccountFactoryBaseline', resource: '*' },
  source: 'Cloud Governance Center 2021-01-20, GetAccountFactoryBaseline',
});
