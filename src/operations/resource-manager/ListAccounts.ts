import { defineOperation, perSecond } from '../operation';
import { flag, int32, list, object, optional, text } from '../shapes';
import { AccountSummaryRecord } from './AccountRecord';
import { NoResourceDirectory } from './errors';
import { ResourceManager } from './product';

/** Lists every member of the directory. Only the management account, or a delegated administrator, may. */
export const ListAccounts = defineOperation({
  product: ResourceManager,
  action: 'ListAccounts',
  summary: 'Lists every member of the directory.',
  methods: ['POST', 'GET'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    PageNumber: optional(int32({ in: 'query', default: 1, min: 1 })),
    PageSize: optional(int32({ in: 'query', default: 10, min: 1, max: 100 })),
    Tag: optional(list(object({ Key: optional(text()), Value: optional(text()) }), { encoding: 'flat', in: 'query' })),
    IncludeTags: optional(flag({ in: 'query', default: false })),
  },
  response: {
    TotalCount: optional(int32()),
    PageSize: optional(int32()),
    PageNumber: optional(int32()),
    Accounts: object({ Account: optional(list(AccountSummaryRecord)) }),
  },
  paging: {
    style: 'page',
    limitParameter: 'PageSize',
    pageParameter: 'PageNumber',
    items: 'Accounts.Account',
    total: 'TotalCount',
    min: 1,
    max: 100,
    default: 10,
  },
  errors: { 'EntityNotExists.ResourceDirectory': NoResourceDirectory },
  quota: perSecond(20),
  cache: { ttlMs: 60_000 },
  source: 'Resource Management 2020-03-31, ListAccounts',
});
