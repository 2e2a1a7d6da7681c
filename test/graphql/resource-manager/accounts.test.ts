import { demoAccounts } from '../../../src/emulator/world/demo/company';
import { outsiderId, smallWorld } from '../../emulator/world/worlds';
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

const { management, legacyShop: _removed, ...membersByKey } = demoAccounts;
const members: readonly string[] = Object.values(membersByKey);
const keyOf = (accountId: string): string =>
  Object.entries(demoAccounts).find(([, id]) => id === accountId)?.[0] ?? accountId;

interface AccountsPage {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly { readonly accountId: string }[];
}

const document = `
  query ($first: Int, $after: String, $filter: AccountFilter) {
    accounts(first: $first, after: $after, filter: $filter) {
      pageInfo { hasNextPage endCursor } nodes { accountId }
    }
  }`;
const ask = (variables: object, on = gateway) =>
  on.query<{ accounts: AccountsPage | null }>(document, { ...variables });
const read = async (variables: object, on = gateway): Promise<AccountsPage> => {
  const { data, errors } = await ask(variables, on);
  if (!data?.accounts || errors) throw new Error(`No page came: ${JSON.stringify(errors)}`);
  return data.accounts;
};
const readAll = async (first: number, filter?: object, on = gateway): Promise<AccountsPage[]> => {
  const pages: AccountsPage[] = [];
  let after: string | null = null;
  do {
    const page: AccountsPage = await read({ first, after, filter }, on);
    pages.push(page);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null && pages.length < 100);
  return pages;
};
const keysOf = (pages: readonly AccountsPage[]): string[] =>
  pages.flatMap(({ nodes }) => nodes.map(({ accountId }) => keyOf(accountId)));

it.each([1, 3, 4, 6, 12, 13, 100])(
  'gives every member, and the management account at the end, in pages of %s',
  async (first) => {
    const pages = await readAll(first);

    expect(keysOf(pages)).toEqual([...members.map(keyOf), 'management']);
  },
);

it.each([1, 4, 13, 100])('gives the management account once where the list has it, in pages of %s', async (first) => {
  gateway.emulator.readings.choose({ listAccountsIncludesManagement: 'present' });

  const pages = await readAll(first);

  expect(keysOf(pages)).toEqual(['management', ...members.map(keyOf)]);
});

it('gives the same where pages change their size on the way', async () => {
  const given: string[] = [];
  let after: string | null = null;
  for (const first of [5, 1, 100]) {
    const page: AccountsPage = await read({ first, after });
    given.push(...page.nodes.map(({ accountId }) => accountId));
    after = page.pageInfo.endCursor;
  }

  expect(given).toEqual([...members, management]);
});

it('costs one call a page, with everything that the directory tells of an account', async () => {
  const { data, errors } = await gateway.query<{ accounts: { nodes: object[] } }>(`{
    accounts(first: 12) {
      pageInfo { hasNextPage }
      edges { cursor node { id } }
      nodes { id accountId displayName type status joinMethod joinedAt modifiedAt tags { key value } folder { folderId } }
    }
  }`);

  expect(errors).toBeUndefined();
  expect(data?.accounts.nodes).toHaveLength(12);
  expect(data?.accounts.nodes[0]).toMatchObject({ displayName: '支付生产', folder: { folderId: 'fd-4bYgS0hQpD' } });
  expect(gateway.upstreamCalls()).toEqual(['ListAccounts']);
});

it('is the current account alone where there is no directory', async () => {
  const own = await startGateway({ world: smallWorld(), accessKeyId: 'outsiderid', accessKeySecret: 'outsidersecret' });

  const answer = await own.query(
    '{ accounts { nodes { accountId displayName } pageInfo { hasNextPage } } resourceDirectory { id } }',
  );

  await own.stop();
  expect(answer).toEqual({
    data: {
      accounts: { nodes: [{ accountId: outsiderId, displayName: null }], pageInfo: { hasNextPage: false } },
      resourceDirectory: null,
    },
  });
});

it('is its own account alone for a member’s key', async () => {
  const own = await startGateway({ accessKeyId: 'memberid', accessKeySecret: 'membersecret' });

  const page = await read({}, own);

  await own.stop();
  expect(page.nodes).toEqual([{ accountId: demoAccounts.paymentsProduction }]);
});

const sweepOf10 = ['ListAccounts'];
const cases: [string, object, (keyof typeof demoAccounts)[], string[]][] = [
  ['a status', { status: ['PROMOTE_FAILED', 'PROMOTE_EXPIRED'] }, ['storefrontStaging', 'machineLearning'], sweepOf10],
  ['a kind', { type: ['CLOUD_ACCOUNT'] }, ['dataPlatform', 'overseasRetail'], sweepOf10],
  ['a part of a name', { nameContains: 'STOREFRONT' }, ['storefrontProduction', 'storefrontStaging'], sweepOf10],
  ['a part of a Chinese name', { nameContains: '支付' }, ['paymentsProduction', 'paymentsTest'], sweepOf10],
  ['a folder', { folderId: 'fd-2sRc8WmZyT' }, ['logArchive', 'securityAudit'], ['ListAccountsForParent']],
  [
    'a folder and those below it',
    { folderId: 'fd-Vd0nLs4cYk', includeSubfolders: true },
    [
      'paymentsProduction',
      'paymentsTest',
      'storefrontProduction',
      'storefrontStaging',
      'dataPlatform',
      'machineLearning',
      'marketing',
      'overseasRetail',
    ],
    sweepOf10,
  ],
  [
    'a tag',
    { tag: { key: 'unit', value: 'storefront' } },
    ['storefrontProduction', 'storefrontStaging', 'overseasRetail'],
    ['ListAccounts'],
  ],
  [
    'a tag of any value',
    { tag: { key: 'env' } },
    ['paymentsProduction', 'paymentsTest', 'storefrontProduction', 'storefrontStaging', 'overseasRetail'],
    ['ListAccounts'],
  ],
  [
    'a folder and a part of a name',
    { folderId: 'fd-4bYgS0hQpD', nameContains: 'front' },
    ['storefrontProduction'],
    ['ListAccountsForParent'],
  ],
  [
    'a folder and a tag',
    { folderId: 'fd-4bYgS0hQpD', tag: { key: 'unit', value: 'payments' } },
    ['paymentsProduction'],
    ['ListAccountsForParent'],
  ],
  [
    'a folder and a kind',
    { folderId: 'fd-4bYgS0hQpD', type: ['CLOUD_ACCOUNT'] },
    ['overseasRetail'],
    ['ListAccountsForParent'],
  ],
  [
    'a tag and a status',
    { tag: { key: 'unit', value: '数据' }, status: ['PROMOTE_EXPIRED'] },
    ['machineLearning'],
    ['ListAccounts'],
  ],
  [
    'everything at once',
    {
      folderId: 'fd-Vd0nLs4cYk',
      includeSubfolders: true,
      nameContains: 's',
      type: ['RESOURCE_ACCOUNT'],
      status: ['PROMOTE_FAILED'],
      tag: { key: 'env', value: 'staging' },
    },
    ['storefrontStaging'],
    ['ListAccounts'],
  ],
  ['a folder without accounts', { folderId: 'fd-Vd0nLs4cYk' }, [], ['ListAccountsForParent']],
  ['what no account has', { nameContains: 'no such name' }, [], sweepOf10],
];

it.each(cases)('filters by %s', async (_, filter, expected, calls) => {
  const page = await read({ first: 100, filter });

  expect(keysOf([page])).toEqual(expected);
  expect(page.pageInfo.hasNextPage).toBe(false);
  expect(gateway.upstreamCalls()).toEqual(calls);
});

it.each(cases)('filters by %s in pages of one as well', async (_, filter, expected) => {
  const pages = await readAll(1, filter);

  expect(keysOf(pages)).toEqual(expected);
});

it.each([
  ['an empty filter', {}],
  [
    'one of nulls',
    { status: null, type: null, folderId: null, includeSubfolders: null, nameContains: null, tag: null },
  ],
  ['one of defaults', { includeSubfolders: false }],
])('takes %s for none: the management account stands at the end, and cursors fit', async (_, filter) => {
  const first = await read({ first: 5 });

  const rest = await read({ first: 100, after: first.pageInfo.endCursor, filter });

  expect(keysOf([first, rest])).toEqual([...members.map(keyOf), 'management']);
});

it('takes the order of a filter’s lists for nothing: its cursors fit', async () => {
  const first = await read({ first: 1, filter: { status: ['PROMOTE_FAILED', 'PROMOTE_EXPIRED'] } });

  const second = await read({
    after: first.pageInfo.endCursor,
    filter: { status: ['PROMOTE_EXPIRED', 'PROMOTE_FAILED'] },
  });

  expect(keysOf([first, second])).toEqual(['storefrontStaging', 'machineLearning']);
});

it.each<[string, object, string[]]>([
  ['subfolders of no folder', { filter: { includeSubfolders: true } }, ['filter', 'includeSubfolders']],
  ['a page of nothing', { first: 0 }, ['first']],
  ['a page of too much', { first: 101 }, ['first']],
  ['a cursor that is none', { after: 'x' }, ['after']],
])('refuses %s', async (_, variables, field) => {
  const { data, errors } = await ask(variables);

  expect(data).toEqual({ accounts: null });
  expect(errors).toMatchObject([{ path: ['accounts'], extensions: { code: 'BAD_USER_INPUT', field } }]);
  expect(gateway.upstreamCalls()).toEqual([]);
});

it('refuses a cursor of another filter', async () => {
  const { pageInfo } = await read({ first: 1, filter: { folderId: 'fd-4bYgS0hQpD' } });

  const { errors } = await ask({ after: pageInfo.endCursor, filter: { folderId: 'fd-9mXeLr2uKa' } });

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['after'] } }]);
});

it('tells which folder a filter names in vain', async () => {
  const { data, errors } = await ask({ filter: { folderId: 'fd-nowhere0' } });

  expect(data).toEqual({ accounts: null });
  expect(errors).toMatchObject([
    { path: ['accounts'], extensions: { code: 'NOT_FOUND', upstream: { code: 'EntityNotExists.Folder' } } },
  ]);
});

it('tells a folder that is not there from one that is empty, with subfolders too', async () => {
  const absent = await ask({ filter: { folderId: 'Workloads', includeSubfolders: true } });

  expect(absent.data).toEqual({ accounts: null });
  expect(absent.errors).toMatchObject([
    {
      message:
        'filter.folderId must be the ID of a folder of the directory (fd-…, or r-… for the root folder), but got "Workloads".',
      path: ['accounts'],
      extensions: { code: 'NOT_FOUND', field: ['filter', 'folderId'] },
    },
  ]);
});

it('is the same under the directory', async () => {
  const { data } = await gateway.query(`{
    resourceDirectory { accounts(filter: { folderId: "fd-2sRc8WmZyT" }) { nodes { displayName } } }
  }`);

  expect(data).toEqual({
    resourceDirectory: {
      accounts: { nodes: [{ displayName: '日志归档' }, { displayName: '安全审计' }] },
    },
  });
});
