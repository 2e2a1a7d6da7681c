import { defineOperation } from '../operation';
import { list, object, optional, text } from '../shapes';
import { FolderSummaryRecord } from './FolderRecord';
import { invalidParameter, missingParameter, NoResourceDirectory, NoSuchFolder } from './errors';
import { ResourceManager } from './product';

/** Lists the folders above a folder, root first. Whether the folder itself is among them is not documented. */
export const ListAncestors = defineOperation({
  product: ResourceManager,
  action: 'ListAncestors',
  summary: 'Lists the folders above a folder, root first.',
  methods: ['POST', 'GET'],
  kind: 'read',
  retry: 'safe',
  parameters: { ChildId: text({ in: 'query' }) },
  response: { Folders: object({ Folder: optional(list(FolderSummaryRecord)) }) },
  errors: {
    'MissingParameter.ChildId': missingParameter('ChildId'),
    'InvalidParameter.ChildId': invalidParameter('ChildId'),
    'EntityNotExists.ResourceDirectory': NoResourceDirectory,
    'EntityNotExists.Folder': NoSuchFolder,
  },
  quota: 'unknown',
  cache: { ttlMs: 60_000 },
  ram: { action: 'resourcemanager:ListAncestors', resource: 'acs:resourcemanager:*:{accountId}:folder/*' },
  source: 'Resource Management 2020-03-31, ListAncestors',
});
