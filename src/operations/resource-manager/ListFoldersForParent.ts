import { defineOperation, perSecond } from '../operation';
import { int32, list, object, optional, text } from '../shapes';
import { FolderSummaryRecord } from './FolderRecord';
import { invalidParameter, NoResourceDirectory, NoSuchFolder } from './errors';
import { ResourceManager } from './product';

/** Lists the folders directly in one folder; the root folder where none is named. One level only. */
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
    PageNumber: optional(int32({ in: 'query', default: 1, min: 1 })),
    PageSize: optional(int32({ in: 'query', default: 10, min: 1, max: 100 })),
  },
  response: {
    TotalCount: optional(int32()),
    PageSize: optional(int32()),
    PageNumber: optional(int32()),
    Folders: object({ Folder: optional(list(FolderSummaryRecord)) }),
  },
  paging: {
    style: 'page',
    limitParameter: 'PageSize',
    pageParameter: 'PageNumber',
    items: 'Folders.Folder',
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
  source: 'Resource Management 2020-03-31, ListFoldersForParent',
});
