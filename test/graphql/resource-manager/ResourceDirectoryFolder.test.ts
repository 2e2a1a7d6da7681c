import { z } from 'zod';
import { demoAccounts } from '../../../src/emulator';
import { CursorFormat } from '../../../src/pagination/cursor';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
beforeEach(() => {
  gateway.emulator.reset();
});
afterAll(() => gateway.stop());

const root = 'r-Tn5Wc8';
const workloads = 'fd-Vd0nLs4cYk';
const production = 'fd-4bYgS0hQpD';
const deepest = 'fd-A1yKe6mQdU';
const folder = (folderId: string, selection: string): string => `folder(folderId: "${folderId}") { ${selection} }`;

it('shows name, time and parent for one call', async () => {
  const answer = await gateway.query(`{ ${folder(deepest, 'folderId name createdAt parent { folderId }')} }`);

  expect(answer).toEqual({
    data: {
      folder: {
        folderId: deepest,
        name: 'Feature branches',
        createdAt: '2025-03-03T02:04:08.377Z',
        parent: { folderId: 'fd-C9vXp2sHbL' },
      },
    },
  });
  expect(gateway.upstreamCalls()).toEqual(['GetFolder']);
});

it.each(['fd-nowhere0', 'nonsense'])('is null for %s, which the directory does not know', async (folderId) => {
  expect(await gateway.query(`{ ${folder(folderId, 'name')} }`)).toEqual({ data: { folder: null } });
});

it.each(['absent', 'empty'] as const)(
  'has no folder above the root folder, its parent being %s',
  async (rootParentFolder) => {
    gateway.emulator.readings.choose({ rootParentFolder });

    expect(await gateway.query(`{ ${folder(root, 'name parent { folderId } ancestors { folderId }')} }`)).toEqual({
      data: { folder: { name: 'root', parent: null, ancestors: [] } },
    });
  },
);

it.each(['absent', 'present'] as const)(
  'names the folders above it from the root folder down, itself being %s among them upstream',
  async (ancestorsIncludeChild) => {
    gateway.emulator.readings.choose({ ancestorsIncludeChild });

    const answer = await gateway.query(`{ ${folder(deepest, 'ancestors { name parent { name } }')} }`);

    expect(answer).toEqual({
      data: {
        folder: {
          ancestors: [
            { name: 'root', parent: null },
            { name: 'Workloads', parent: { name: 'root' } },
            { name: 'Non-production', parent: { name: 'Workloads' } },
            { name: '预览环境 Previews', parent: { name: 'Non-production' } },
            { name: 'Payments team', parent: { name: '预览环境 Previews' } },
          ],
        },
      },
    });
  },
);

it('gives the folders directly in it, in pages', async () => {
  const page = (after: string | null) =>
    gateway.query<{ folder: { children: { nodes: object[]; pageInfo: { endCursor: string; hasNextPage: boolean } } } }>(
      `query ($after: String) {
        ${folder(workloads, 'children(first: 2, after: $after) { nodes { name parent { folderId } } pageInfo { hasNextPage endCursor } }')}
      }`,
      { after },
    );

  const first = await page(null);
  const second = await page(first.data?.folder.children.pageInfo.endCursor ?? null);

  const parent = { folderId: workloads };
  expect(first.data?.folder.children).toMatchObject({
    nodes: [
      { name: 'Production', parent },
      { name: 'Non-production', parent },
    ],
    pageInfo: { hasNextPage: true },
  });
  expect(second.data?.folder.children).toMatchObject({
    nodes: [{ name: '数据与算法', parent }],
    pageInfo: { hasNextPage: false },
  });
});

it('refuses a cursor of another folder', async () => {
  const { data } = await gateway.query<{ folder: { children: { pageInfo: { endCursor: string } } } }>(
    `{ ${folder(root, 'children(first: 1) { pageInfo { endCursor } }')} }`,
  );

  const { errors } = await gateway.query(
    `{ ${folder(workloads, `children(after: "${data?.folder.children.pageInfo.endCursor}") { nodes { name } }`)} }`,
  );

  expect(errors).toMatchObject([
    { path: ['folder', 'children'], extensions: { code: 'BAD_USER_INPUT', field: ['after'] } },
  ]);
});

it('gives the accounts directly in it, with all that a list shows of them', async () => {
  const answer = await gateway.query(
    `{ ${folder('fd-2sRc8WmZyT', 'name accounts { nodes { displayName folder { name } } pageInfo { hasNextPage } }')} }`,
  );

  expect(answer).toEqual({
    data: {
      folder: {
        name: 'Security',
        accounts: {
          nodes: [
            { displayName: '日志归档', folder: { name: 'Security' } },
            { displayName: '安全审计', folder: { name: 'Security' } },
          ],
          pageInfo: { hasNextPage: false },
        },
      },
    },
  });
  expect(gateway.upstreamCalls().sort()).toEqual(['GetFolder', 'ListAccountsForParent']);
});

it.each(['absent', 'present'] as const)(
  'has the management account in the root folder, which the list finds by a call of its own if it is %s',
  async (listAccountsIncludesManagement) => {
    gateway.emulator.readings.choose({ listAccountsIncludesManagement });

    const answer = await gateway.query(
      `{ ${folder(root, 'accounts(first: 1) { nodes { accountId displayName } pageInfo { hasNextPage } }')} }`,
    );

    const management = { accountId: demoAccounts.management, displayName: '莲谷商贸 Lotus Valley' };
    expect(answer).toEqual({
      data: { folder: { accounts: { nodes: [management], pageInfo: { hasNextPage: false } } } },
    });
    expect(gateway.upstreamCalls().sort()).toEqual([
      ...(listAccountsIncludesManagement === 'absent' ? ['GetAccount'] : []),
      'GetFolder',
      'ListAccountsForParent',
    ]);
  },
);

it('takes a cursor of its accounts that was given before it told of the management account', async () => {
  const position = { offset: 1 };
  const cursors = new CursorFormat().bind('accounts', 'fd-2sRc8WmZyT', z.unknown());

  const { data } = await gateway.query(
    `{ ${folder('fd-2sRc8WmZyT', `accounts(after: "${cursors.encode(position)}") { nodes { displayName } }`)} }`,
  );

  expect(data).toEqual({ folder: { accounts: { nodes: [{ displayName: '安全审计' }] } } });
});

it('is null, without an error, if there is no directory', async () => {
  const own = await startGateway({ world: 'fresh' });

  const answer = await own.query(
    `{ ${folder(root, 'name')} account(accountId: "${demoAccounts.sandbox}") { displayName } }`,
  );

  await own.stop();
  expect(answer).toEqual({ data: { folder: null, account: null } });
});

it('is empty if it holds nothing', async () => {
  expect(
    await gateway.query(`{ ${folder(deepest, 'children { nodes { name } } accounts { nodes { accountId } }')} }`),
  ).toEqual({ data: { folder: { children: { nodes: [] }, accounts: { nodes: [] } } } });
});

it('is read once, however many accounts sit in it, and folders with one parent by one list', async () => {
  const { data, errors } = await gateway.query<{ accounts: { nodes: { folder: { name: string } }[] } }>(
    '{ accounts(first: 12) { nodes { folder { name } } } }',
  );

  expect(errors).toBeUndefined();
  expect(new Set(data?.accounts.nodes.map((one) => one.folder.name))).toEqual(
    new Set(['Production', 'Non-production', '数据与算法', 'Security', 'Infrastructure', 'Sandbox']),
  );
  expect(gateway.upstreamCalls()).toEqual(['ListAccounts', 'ListFoldersForParent', 'ListFoldersForParent']);
});

it('nulls one folder that fails, and the others arrive', async () => {
  gateway.emulator.faults.add({ kind: 'html', action: 'GetFolder', parameters: { FolderId: production } });

  const { data, errors } = await gateway.query(
    `{ a: ${folder(production, 'name')} b: ${folder(workloads, 'name')} account(accountId: "${demoAccounts.sandbox}") { displayName } }`,
  );

  expect(Object.values(data ?? {}).filter((one) => one === null)).toHaveLength(1);
  expect(data).toMatchObject({ account: { displayName: '沙箱 - 张伟' } });
  expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_BAD_RESPONSE', upstream: { action: 'GetFolder' } } }]);
});
