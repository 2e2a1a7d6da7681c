import { connectionOf } from '../relay/connectionOf';
import { ResourceDirectoryFolder } from './ResourceDirectoryFolder';

export const ResourceDirectoryFolderConnection = connectionOf(ResourceDirectoryFolder, {
  name: 'ResourceDirectoryFolder',
  items: 'folders',
  totalCountIsNull: 'where the upstream does not say',
});
export type ResourceDirectoryFolderConnection = InstanceType<typeof ResourceDirectoryFolderConnection>;
