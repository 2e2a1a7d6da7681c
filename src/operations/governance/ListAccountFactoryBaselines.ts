import { defineOperation } from '../operation';
import { int32, list, optional, text } from '../shapes';
import { BaselineSummaryRecord } from './BaselineRecord';
import { CallerNotFound, InternalError, InvalidEnterpriseRealNameNotFound } from './errors';
import { Governance } from './product';

/** Lists the baselines of the account factory. No total is told. */
export const ListAccountFactoryBaselines = defineOperation({
  product: Governance,
  action: 'ListAccountFactoryBaselines',
  summary: 'Lists baselines.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    NextToken: optional(text({ in: 'query' })),
    MaxResults: optional(int32({ in: 'query', default: 10, min: 1, max: 100 })),
    RegionId: optional(text({ in: 'query' })),
  },
  response: { Baselines: optional(list(BaselineSummaryRecord)), NextToken: optional(text()) },
  paging: {
    style: 'token',
    limitParameter: 'MaxResults',
    tokenParameter: 'NextToken',
    items: 'Baselines',
    next: 'NextToken',
    min: 1,
    max: 100,
    default: 10,
  },
  errors: {
    'InvalidUser.NotFound': CallerNotFound,
    'InvalidEnterpriseRealName.NotFound': InvalidEnterpriseRealNameNotFound,
    InternalError,
  },
  quota: 'unknown',
  cache: { ttlMs: 60_000 },
  source: 'Cloud Governance Center 2021-01-20, ListAccountFactoryBaselines',
});
