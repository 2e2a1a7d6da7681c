import type { GetFolder, ListAncestors, ListFoldersForParent } from '../../../src/operations';
import type { ResponseOf } from '../../../src/operations/operation';
import type { TestCloud } from '../world/startCloud';
import { startCloud } from '../world/startCloud';

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startCloud('demo');
});
afterEach(() => cloud.close());

const deepest = 'fd-A1yKe6mQdU';
const children = async (request: object) =>
  (await cloud.call<ResponseOf<typeof ListFoldersForParent>>('ListFoldersForParent', request)).answer;
const read = async (FolderId: string) =>
  (await cloud.call<ResponseOf<typeof GetFolder>>('GetFolder', { FolderId })).answer?.Folder;
const ancestors = async (ChildId: string) =>
  (await cloud.call<ResponseOf<typeof ListAncestors>>('ListAncestors', { ChildId })).answer?.Folders.Folder?.map(
    ({ FolderName }) => FolderName,
  );

it('lists the folders directly under the root, a page at a time, without their parent', async () => {
  const first = await children({ PageSize: 3 });
  const second = await children({ PageSize: 3, PageNumber: 2 });

  expect(first).toMatchObject({ TotalCount: 4, PageSize: 3, PageNumber: 1 });
  expect(first?.Folders.Folder?.[0]).toEqual({
    FolderId: 'fd-2sRc8WmZyT',
    FolderName: 'Security',
    CreateTime: '2022-11-02T06:25:44.190Z',
  });
  expect(second?.Folders.Folder?.map(({ FolderName }) => FolderName)).toEqual(['Sandbox']);
});

it('finds folders by a part of their name', async () => {
  const found = await children({ ParentFolderId: 'fd-Vd0nLs4cYk', QueryKeyword: 'PRODUCTION' });

  expect(found?.Folders.Folder?.map(({ FolderName }) => FolderName)).toEqual(['Production', 'Non-production']);
  expect(await children({ ParentFolderId: deepest })).toMatchObject({ TotalCount: 0, Folders: { Folder: [] } });
});

it('reads a folder on the fifth level with its parent and its path', async () => {
  expect(await read(deepest)).toEqual({
    FolderId: deepest,
    FolderName: 'Feature branches',
    CreateTime: '2025-03-03T02:04:08.377Z',
    ParentFolderId: 'fd-C9vXp2sHbL',
    ResourceDirectoryPath: 'rd-7Kq2Vx/r-Tn5Wc8/fd-Vd0nLs4cYk/fd-9mXeLr2uKa/fd-J3gNw8rTzM/fd-C9vXp2sHbL/fd-A1yKe6mQdU',
  });
});

it('reads the root folder without a parent, or with an empty one', async () => {
  const root = {
    FolderId: 'r-Tn5Wc8',
    FolderName: 'root',
    CreateTime: '2022-11-02T06:25:44.190Z',
    ResourceDirectoryPath: 'rd-7Kq2Vx/r-Tn5Wc8',
  };

  const absent = await read('r-Tn5Wc8');
  cloud.emulator.readings.choose({ rootParentFolder: 'empty' });

  expect(absent).toEqual(root);
  expect(await read('r-Tn5Wc8')).toEqual({ ...root, ParentFolderId: '' });
});

it('lists the folders above a folder, root first, without the folder or with it', async () => {
  const above = ['root', 'Workloads', 'Non-production', '预览环境 Previews', 'Payments team'];

  expect(await ancestors(deepest)).toEqual(above);
  expect(await ancestors('r-Tn5Wc8')).toEqual([]);
  cloud.emulator.readings.choose({ ancestorsIncludeChild: 'present' });
  expect(await ancestors(deepest)).toEqual([...above, 'Feature branches']);
});
