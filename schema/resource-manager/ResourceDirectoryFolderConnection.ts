import { connectionOf } from '../relay/connectionOf';
import { ResourceDirectoryFolder } from './ResourceDirectoryFolder';

export const ResourceDirectoryFolderConnection = connectionOf(ResourceDirectoryFolder, {
  name: 'ResourceDirectoryFolder',
  items: 'folders',
  totalCountIsNull: 'if the upstream does not return it',
});
export type ResourceDirectoryFolderConnection = InstanceType<typeof ResourceDirectoryFolderConnection>;
