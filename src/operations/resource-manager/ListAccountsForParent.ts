import { defineOperation, perSecond } from '../operation';
import { list, object, optional, text } from '../shapes';
import { FolderAccountRecord, tagParameters } from './AccountRecord';
import { invalidParameter, NoResourceDirectory, NoSuchFolder } from './errors';
import { pageCounters, pageParameters, pagesOf } from './paging';
import { ResourceManager } from './product';

/** Lists the members directly in one folder; the root folder if none is named. */
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
    ...pageParameters,
    ...tagParameters,
  },
  response: {
    ...pageCounters,
    Accounts: object({ Account: optional(list(FolderAccountRecord)) }),
  },
  paging: pagesOf('Accounts.Account'),
  errors: {
    'InvalidParameter.ParentFolderId': invalidParameter('ParentFolderId'),
    'EntityNotExists.ResourceDirectory': NoResourceDirectory,
    'EntityNotExists.Folder': NoSuchFolder,
  },
  quota: perSecond(50),
  cache: { ttlMs: 60_000 },
  ram: { action: 'resourcemanager:ListAccountsForParent', resource: '*' },
  source: 'Resource Management 2020-03-31, ListAccountsForParent',
});
