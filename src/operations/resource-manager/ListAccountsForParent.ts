import { defineOperation, perSecond } from '../operation';
import { flag, int32, list, object, optional, text } from '../shapes';
import { FolderAccountRecord } from './AccountRecord';
import { invalidParameter, NoResourceDirectory, NoSuchFolder } from './errors';
import { ResourceManager } from './product';

/** Lists the members directly in one folder; the root folder where none is named. */
export const ListAccountsForParent = defineOperation({
  product: ResourceManager,
  action: 'ListAccountsForParent',
  summary: 'Lists the members directly in one folder.',
  methods: ['POST', 'GET'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    ParentFolderId: optional(text({ in: 'query' })),
    /** A fuzzy filter by name. */
    QueryKeyword: optional(text({ in: 'query' })),
    PageNumber: optional(int32({ in: 'query', default: 1, min: 1 })),
    PageSize: optional(int32({ in: 'query', default: 10, min: 1, max: 100 })),
    Tag: optional(list(object({ Key: optional(text()), Value: optional(text()) }), { encoding: 'flat', in: 'query' })),
    IncludeTags: optional(flag({ in: 'query', default: false })),
  },
  response: {
    TotalCount: optional(int32()),
    PageSize: optional(int32()),
    PageNumber: optional(int32()),
    Accounts: object({ Account: optional(list(FolderAccountRecord)) }),
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
  errors: {
    'InvalidParameter.ParentFolderId': invalidParameter('ParentFolderId'),
    'EntityNotExists.ResourceDirectory': NoResourceDirectory,
    'EntityNotExists.Folder': NoSuchFolder,
  },
  quota: perSecond(50),
  cache: { ttlMs: 60_000 },
  source: 'Resource Management 2020-03-31, ListAccountsForParent',
});
