import { defineOperation } from '../operation';
import { list, optional, text } from '../shapes';
import { BaselineSummaryRecord } from './BaselineRecord';
import { CallerNotFound, InternalError, InvalidEnterpriseRealNameNotFound } from './errors';
import { pageParameters, pagesOf } from './paging';
import { Governance } from './product';

/** Lists the baselines of the account factory. Returns no total. */
export const ListAccountFactoryBaselines = defineOperation({
  product: Governance,
  action: 'ListAccountFactoryBaselines',
  summary: 'Lists baselines.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    ...pageParameters(),
    RegionId: optional(text({ in: 'query' })),
  },
  response: { Baselines: optional(list(BaselineSummaryRecord)), NextToken: optional(text()) },
  paging: pagesOf('Baselines'),
  errors: {
    'InvalidUser.NotFound': CallerNotFound,
    'InvalidEnterpriseRealName.NotFound': InvalidEnterpriseRealNameNotFound,
    InternalError,
  },
  quota: 'unknown',
  cache: { ttlMs: 60_000 },
  ram: { action: 'governance:ListAccountFactoryBaselines', resource: '*' },
  source: 'Cloud Governance Center 2021-01-20, ListAccountFactoryBaselines',
});
