import { demoAccounts } from '../../../src/emulator';
import { smallWorld } from '../../emulator/world/worlds';
import { askAccounts, keysOf, readAccounts, readAllAccounts } from '../../support/accountPages';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

/** What a filter leaves of the accounts, and what it costs. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
beforeEach(() => {
  gateway.emulator.reset();
});
afterAll(() => gateway.stop());

const { legacyShop: _removed, management: _, ...membersByKey } = demoAccounts;
const members = Object.keys(membersByKey) as (keyof typeof membersByKey)[];

/** The list omits the management account: its own record shows whether the filter matches it. */
const sweepOf10 = ['ListAccounts', 'GetAccount'];
const cases: [string, object, (keyof typeof demoAccounts)[], string[]][] = [
  ['a status', { status: ['PROMOTE_FAILED', 'PROMOTE_EXPIRED'] }, ['storefrontStaging', 'machineLearning'], sweepOf10],
  ['a kind', { type: ['CLOUD_ACCOUNT'] }, ['dataPlatform', 'overseasRetail', 'management'], sweepOf10],
  ['a part of the management account’s name', { nameContains: 'Lotus' }, ['management'], sweepOf10],
  ['a part of a name', { nameContains: 'STOREFRONT' }, ['storefrontProduction', 'storefrontStaging'], sweepOf10],
  ['a part of a Chinese name', { nameContains: '支付' }, ['paymentsProduction', 'paymentsTest'], sweepOf10],
  ['a folder', { folderId: 'fd-2sRc8WmZyT' }, ['logArchive', 'securityAudit'], ['ListAccountsForParent']],
  ['the root folder', { folderId: 'r-Tn5Wc8' }, ['management'], ['ListAccountsForParent', 'GetAccount']],
  [
    'the root folder and those below it',
    { folderId: 'r-Tn5Wc8', includeSubfolders: true },
    [...members, 'management'],
    sweepOf10,
  ],
  [
    'the root folder and a part of a name',
    { folderId: 'r-Tn5Wc8', nameContains: '支付' },
    [],
    ['ListAccountsForParent', 'GetAccount'],
  ],
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
    sweepOf10,
  ],
  [
    'a tag of any value',
    { tag: { key: 'env' } },
    ['paymentsProduction', 'paymentsTest', 'storefrontProduction', 'storefrontStaging', 'overseasRetail'],
    sweepOf10,
  ],
  ['a tag without a value', { tag: { key: 'tier', value: '' } }, ['dataPlatform'], sweepOf10],
  ['a tag that no account has without a value', { tag: { key: 'env', value: '' } }, [], sweepOf10],
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
    sweepOf10,
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
    sweepOf10,
  ],
  ['a folder without accounts', { folderId: 'fd-Vd0nLs4cYk' }, [], ['ListAccountsForParent']],
  ['what no account has', { nameContains: 'no such name' }, [], sweepOf10],
];

it.each(cases)('filters by %s', async (_, filter, expected, calls) => {
  const page = await readAccounts(gateway, { first: 100, filter });

  expect(keysOf([page])).toEqual(expected);
  expect(page.pageInfo.hasNextPage).toBe(false);
  expect(gateway.upstreamCalls()).toEqual(calls);
});

it.each(cases)('filters by %s in pages of one as well', async (_, filter, expected) => {
  const pages = await readAllAccounts(gateway, 1, filter);

  expect(keysOf(pages)).toEqual(expected);
});

it.each(cases)('filters by %s alike if the list has the management account', async (_, filter, expected, calls) => {
  gateway.emulator.readings.choose({ listAccountsIncludesManagement: 'present' });

  const whole = await readAccounts(gateway, { first: 100, filter });
  const callsOfWhole = gateway.upstreamCalls();
  const pages = await readAllAccounts(gateway, 1, filter);

  expect(keysOf([whole]).sort()).toEqual([...expected].sort());
  expect(keysOf(pages)).toEqual(keysOf([whole]));
  // If the upstream itself filters by more than a folder, nobody sees whether it passed the account over.
  const isPushed = 'tag' in filter || ('folderId' in filter && 'nameContains' in filter);
  expect(callsOfWhole).toEqual(isPushed ? calls : calls.filter((action) => action !== 'GetAccount'));
});

it('gives the management account on a page of its own behind a full one, for no further page of the list', async () => {
  const filter = { type: ['CLOUD_ACCOUNT'] };
  const first = await readAccounts(gateway, { first: 2, filter });
  gateway.emulator.calls.clear();

  const second = await readAccounts(gateway, { first: 2, after: first.pageInfo.endCursor, filter });
  const calls = gateway.upstreamCalls();
  const third = await readAccounts(gateway, { first: 2, after: second.pageInfo.endCursor, filter });

  expect([first, second, third].map((page) => keysOf([page]))).toEqual([
    ['dataPlatform', 'overseasRetail'],
    ['management'],
    [],
  ]);
  expect([first, second, third].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false, false]);
  expect(calls).toEqual(['GetAccount']);
});

it('gives the members that a filter finds where the management account cannot be read, and fails behind them', async () => {
  // Two reads, each of which is tried twice.
  gateway.emulator.faults.add({ kind: 'html', action: 'GetAccount', times: 4 });
  const filter = { type: ['CLOUD_ACCOUNT'] };

  const found = await readAccounts(gateway, { filter });
  const failed = await askAccounts(gateway, { filter, after: found.pageInfo.endCursor });
  const again = await readAccounts(gateway, { filter, after: found.pageInfo.endCursor });

  expect(keysOf([found, again])).toEqual(['dataPlatform', 'overseasRetail', 'management']);
  expect([found, again].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false]);
  expect(failed).toMatchObject({
    data: { accounts: null },
    errors: [{ path: ['accounts'], extensions: { code: 'UPSTREAM_BAD_RESPONSE', upstream: { action: 'GetAccount' } } }],
  });
});

it('compares a filter with what the directory itself says of its owner, if that has no record of its own', async () => {
  gateway.emulator.readings.choose({ managementAccountRecord: 'EntityNotExists.Account' });

  const byName = await readAccounts(gateway, { filter: { nameContains: 'lotus-valley' } });
  const calls = gateway.upstreamCalls();
  const byKind = await readAccounts(gateway, { filter: { type: ['CLOUD_ACCOUNT'] } });

  expect(keysOf([byName])).toEqual(['management']);
  expect(keysOf([byKind])).toEqual(['dataPlatform', 'overseasRetail']);
  expect(calls).toEqual(['ListAccounts', 'GetAccount', 'GetResourceDirectory']);
});

it('has nothing for a filter if there is no directory', async () => {
  const own = await startGateway({ world: smallWorld(), accessKeyId: 'outsiderid', accessKeySecret: 'outsidersecret' });

  const page = await readAccounts(own, { filter: { nameContains: 'Outsider' } });

  await own.stop();
  expect(page).toEqual({ nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
});

it('finds its own account by name for a member’s key that may read the directory, and fails for one that may not', async () => {
  const own = await startGateway({ accessKeyId: 'memberid', accessKeySecret: 'membersecret' });
  const filter = { nameContains: '支付' };

  const refused = await askAccounts(own, { filter });
  own.emulator.readings.choose({ directoryForMembers: 'answered' });
  const answered = await readAccounts(own, { filter });

  await own.stop();
  expect(refused).toMatchObject({
    data: { accounts: null },
    errors: [{ path: ['accounts'], extensions: { upstream: { code: 'EntityNotExists.ResourceDirectory' } } }],
  });
  expect(keysOf([answered])).toEqual(['paymentsProduction', 'paymentsTest']);
});

it.each([
  ['an empty filter', {}],
  [
    'one of nulls',
    { status: null, type: null, folderId: null, includeSubfolders: null, nameContains: null, tag: null },
  ],
  ['one of defaults', { includeSubfolders: false }],
])('takes %s for none: the management account stands at the end, and cursors fit', async (_, filter) => {
  const first = await readAccounts(gateway, { first: 5 });

  const rest = await readAccounts(gateway, { first: 100, after: first.pageInfo.endCursor, filter });

  expect(keysOf([first, rest])).toEqual([...members, 'management']);
});

it('takes the order of a filter’s lists for nothing: its cursors fit', async () => {
  const first = await readAccounts(gateway, { first: 1, filter: { status: ['PROMOTE_FAILED', 'PROMOTE_EXPIRED'] } });

  const second = await readAccounts(gateway, {
    after: first.pageInfo.endCursor,
    filter: { status: ['PROMOTE_EXPIRED', 'PROMOTE_FAILED'] },
  });

  expect(keysOf([first, second])).toEqual(['storefrontStaging', 'machineLearning']);
});

it('refuses a cursor of another filter', async () => {
  const { pageInfo } = await readAccounts(gateway, { first: 1, filter: { folderId: 'fd-4bYgS0hQpD' } });

  const { errors } = await askAccounts(gateway, { after: pageInfo.endCursor, filter: { folderId: 'fd-9mXeLr2uKa' } });

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['after'] } }]);
});

it.each([
  ['one that is not there', { folderId: 'fd-nowhere0' }, {}],
  ['one that can be none', { folderId: 'Workloads' }, {}],
  ['one that is not there, with subfolders', { folderId: 'fd-nowhere0', includeSubfolders: true }, {}],
  ['one that can be none, with subfolders', { folderId: 'Workloads', includeSubfolders: true }, {}],
  ['any where there is no directory', { folderId: 'fd-4bYgS0hQpD' }, { world: 'fresh' }],
  [
    'any where there is no directory, with subfolders',
    { folderId: 'fd-4bYgS0hQpD', includeSubfolders: true },
    { world: 'fresh' },
  ],
])('says in either language which folder a filter names in vain: %s', async (_, filter, options) => {
  const own = await startGateway(options);

  const english = await askAccounts(own, { filter });
  const chinese = await askAccounts(own, { filter }, { 'accept-language': 'zh' });

  await own.stop();
  const refused = (message: string) => ({
    data: { accounts: null },
    errors: [{ message, path: ['accounts'], extensions: { code: 'NOT_FOUND', field: ['filter', 'folderId'] } }],
  });
  expect(english).toMatchObject(
    refused(
      `filter.folderId must be the ID of a folder of the directory (fd-…, or r-… for the root folder), but got "${filter.folderId}".`,
    ),
  );
  expect(chinese).toMatchObject(
    refused(`filter.folderId 应为资源目录中的资源夹 ID（fd-…，Root 资源夹为 r-…），但收到 "${filter.folderId}"。`),
  );
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
