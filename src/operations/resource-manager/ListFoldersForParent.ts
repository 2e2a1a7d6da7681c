import { defineOperation, perSecond } from '../operation';
import { list, object, optional, text } from '../shapes';
import { FolderSummaryRecord } from './FolderRecord';
import { invalidParameter, NoResourceDirectory, NoSuchFolder } from './errors';
import { pageCounters, pageParameters, pagesOf } from './paging';
import { ResourceManager } from './product';

/** Lists the folders directly in one folder; the root folder if none is named. One level only. */
export const ListFoldersForParent = defineOperation({
  product: ResourceManager,
  action: 'ListFoldersForParent',
  summary: 'Lists the folders directly in one folder.',
  methods: ['POST', 'GET'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    ParentFolderId: optional(text({ in: 'query' })),
    /** A fuzzy filter by name. */
    QueryKeyword: optional(text({ in: 'query' })),
    ...pageParameters,
  },
  response: {
    ...pageCounters,
    Folders: object({ Folder: optional(list(FolderSummaryRecord)) }),
  },
  paging: pagesOf('Folders.Folder'),
  errors: {
    'InvalidParameter.ParentFolderId': invalidParameter('ParentFolderId'),
    'EntityNotExists.ResourceDirectory': NoResourceDirectory,
    'EntityNotExists.Folder': NoSuchFolder,
  },
  quota: perSecond(50),
  cache: { ttlMs: 60_000 },
  ram: { action: 'resourcemanager:ListFoldersForParent', resource: '*' },
  source: 'Resource Management 2020-03-31, ListFoldersForParent',
});
