import { defineOperation, perSecond } from '../operation';
import { list, object, optional } from '../shapes';
import { AccountSummaryRecord, tagParameters } from './AccountRecord';
import { NoResourceDirectory } from './errors';
import { pageCounters, pageParameters, pagesOf } from './paging';
import { ResourceManager } from './product';

/** Lists every member of the directory. Only the management account, or a delegated administrator, may. */
export const ListAccounts = defineOperation({
  product: ResourceManager,
  action: 'ListAccounts',
  summary: 'Lists every member of the directory.',
  methods: ['POST', 'GET'],
  kind: 'read',
  retry: 'safe',
  parameters: { ...pageParameters, ...tagParameters },
  response: {
    ...pageCounters,
    Accounts: object({ Account: optional(list(AccountSummaryRecord)) }),
  },
  paging: pagesOf('Accounts.Account'),
  errors: { 'EntityNotExists.ResourceDirectory': NoResourceDirectory },
  quota: perSecond(20),
  cache: { ttlMs: 60_000 },
  ram: { action: 'resourcemanager:ListAccounts', resource: 'acs:resourcemanager::{accountId}:account/*' },
  source: 'Resource Management 2020-03-31, ListAccounts',
});
