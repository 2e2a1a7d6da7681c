import { defineOperation } from '../operation';
import { text } from '../shapes';
import { FolderDetailRecord } from './FolderRecord';
import { invalidParameter, missingParameter, NoResourceDirectory, NoSuchFolder } from './errors';
import { ResourceManager } from './product';

/** Reads one folder. */
export const GetFolder = defineOperation({
  product: ResourceManager,
  action: 'GetFolder',
  summary: 'Reads one folder.',
  methods: ['POST', 'GET'],
  kind: 'read',
  retry: 'safe',
  parameters: { FolderId: text({ in: 'query' }) },
  response: { Folder: FolderDetailRecord },
  errors: {
    'MissingParameter.FolderId': missingParameter('FolderId'),
    'InvalidParameter.FolderId': invalidParameter('FolderId'),
    'EntityNotExists.ResourceDirectory': NoResourceDirectory,
    'EntityNotExists.Folder': NoSuchFolder,
  },
  quota: 'unknown',
  cache: { ttlMs: 60_000 },
  ram: { action: 'resourcemanager:GetFolder', resource: '*' },
  source: 'Resource Management 2020-03-31, GetFolder',
});
