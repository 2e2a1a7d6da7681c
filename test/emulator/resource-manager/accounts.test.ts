import type { Readings } from '../../../src/emulator/readings';
import { demoAccounts } from '../../../src/emulator/world/demo/company';
import type { GetAccount, ListAccounts, ListAccountsForParent } from '../../../src/operations';
import type { ResponseOf } from '../../../src/operations/operation';
import { memberStatuses } from '../../../src/operations/resource-manager/AccountRecord';
import type { TestCloud } from '../world/startCloud';
import { startCloud } from '../world/startCloud';

type Accounts = ResponseOf<typeof ListAccounts>;
type Detail = ResponseOf<typeof GetAccount>;

let cloud: TestCloud;
const start = async (readings: Partial<Readings> = {}) => {
  cloud = await startCloud('demo', { readings });
};
afterEach(() => cloud.close());

const list = async (request: object = {}, key?: string) =>
  (await cloud.call<Accounts>('ListAccounts', request, key)).answer;
const inFolder = async (request: object) =>
  (await cloud.call<ResponseOf<typeof ListAccountsForParent>>('ListAccountsForParent', request)).answer;
const idsOf = (page: Accounts | undefined) => page?.Accounts.Account?.map(({ AccountId }) => AccountId);

const paymentsProduction = {
  AccountId: demoAccounts.paymentsProduction,
  DisplayName: '支付生产',
  FolderId: 'fd-4bYgS0hQpD',
  JoinMethod: 'created',
  JoinTime: '2023-03-14T02:08:41.310Z',
  ModifyTime: '2024-01-22T08:40:51.007Z',
  ResourceDirectoryId: 'rd-7Kq2Vx',
  Status: 'CreateSuccess',
  Type: 'ResourceAccount',
};
const path = `rd-7Kq2Vx/r-Tn5Wc8/fd-Vd0nLs4cYk/fd-4bYgS0hQpD/${demoAccounts.paymentsProduction}`;
const tags = [
  { Key: 'unit', Value: 'payments' },
  { Key: 'env', Value: 'prod' },
  { Key: '负责人', Value: '李娜' },
  { Key: 'cost/center', Value: 'CN-0042 & "shared"' },
];

it('lists members page by page, wrapped, with wrapped tags if they are requested', async () => {
  await start();

  const plain = await list({ PageSize: 1 });
  const tagged = await list({ PageSize: 1, IncludeTags: true });

  expect(plain).toMatchObject({ TotalCount: 12, PageSize: 1, PageNumber: 1 });
  expect(plain?.Accounts).toEqual({ Account: [{ ...paymentsProduction, ResourceDirectoryPath: path }] });
  expect(tagged?.Accounts.Account?.[0]?.Tags).toEqual({ Tag: tags });
  expect(idsOf(await list({ PageSize: 5, PageNumber: 3 }))).toHaveLength(2);
  expect(idsOf(await list({ PageSize: 5, PageNumber: 4 }))).toEqual([]);
});

it('has members of every status, and of both types', async () => {
  await start();

  const { Accounts: { Account: accounts = [] } = {} } = (await list({ PageSize: 100 })) ?? {};

  expect(new Set(accounts.map(({ Status }) => Status))).toEqual(new Set(memberStatuses));
  expect(accounts.find(({ Status }) => Status === 'InviteSuccess')).toMatchObject({
    AccountId: demoAccounts.overseasRetail,
    JoinMethod: 'invited',
    Type: 'CloudAccount',
  });
});

it('finds members by tags: all of them, by key and value or by key alone', async () => {
  await start();

  const byKey = await list({ 'Tag.1.Key': 'tier' });
  const byBoth = await list({
    'Tag.1.Key': 'unit',
    'Tag.1.Value': 'payments',
    'Tag.2.Key': 'env',
    'Tag.2.Value': 'test',
  });
  const odd = await list({ 'Tag.1.Key': 'cost/center', 'Tag.1.Value': 'CN-0042 & "shared"' });

  expect([byKey, byBoth, odd].map(idsOf)).toEqual([
    [demoAccounts.dataPlatform],
    [demoAccounts.paymentsTest],
    [demoAccounts.paymentsProduction],
  ]);
  expect(byBoth?.TotalCount).toBe(1);
});

it('leaves the management account out, or lists it first', async () => {
  await start();

  const without = await list({ PageSize: 100 });
  cloud.emulator.readings.choose({ listAccountsIncludesManagement: 'present' });
  const withIt = await list({ PageSize: 100 });
  const root = await inFolder({ PageSize: 100 });

  expect(idsOf(without)).not.toContain(demoAccounts.management);
  expect(withIt).toMatchObject({ TotalCount: 13 });
  expect(idsOf(withIt)?.[0]).toBe(demoAccounts.management);
  expect(idsOf(root)).toEqual([demoAccounts.management]);
});

it('lists the members directly in a folder, without their path, and finds them by a part of the name', async () => {
  await start();

  const production = await inFolder({ ParentFolderId: 'fd-4bYgS0hQpD' });
  const found = await inFolder({ ParentFolderId: 'fd-4bYgS0hQpD', QueryKeyword: 'RETAIL' });

  expect(production?.TotalCount).toBe(4);
  expect(production?.Accounts.Account?.[0]).toEqual(paymentsProduction);
  expect(idsOf(found)).toEqual([demoAccounts.overseasRetail]);
  expect(idsOf(await inFolder({}))).toEqual([]);
});

it('reads one member with what the lists omit, and plain tags if they are requested', async () => {
  await start();
  const read = async (request: object) =>
    (await cloud.call<Detail>('GetAccount', { AccountId: demoAccounts.paymentsProduction, ...request })).answer
      ?.Account;

  const detail = {
    ...paymentsProduction,
    ResourceDirectoryPath: path,
    AccountName: `payments-prod@${demoAccounts.paymentsProduction}.aliyunid.com`,
    IdentityInformation: '莲谷商贸有限公司',
    Location: 'root/Workloads/Production',
    EmailStatus: '',
  };
  expect(await read({})).toEqual(detail);
  expect(await read({ IncludeTags: true })).toEqual({ ...detail, Tags: tags });
});

it('reads the management account, or knows no such member', async () => {
  await start();
  const request = { AccountId: demoAccounts.management };

  const answered = await cloud.call('GetAccount', request);
  cloud.emulator.readings.choose({ managementAccountRecord: 'EntityNotExists.Account' });
  const refused = [await cloud.call('GetAccount', request), await cloud.call('GetPayerForAccount', request)];

  expect(answered.answer?.Account).toEqual({
    AccountId: demoAccounts.management,
    AccountName: 'org-root@lotus-valley.example',
    DisplayName: '莲谷商贸 Lotus Valley',
    EmailStatus: '',
    FolderId: 'r-Tn5Wc8',
    IdentityInformation: '莲谷商贸有限公司',
    JoinTime: '2022-11-02T06:25:44.190Z',
    Location: 'root',
    ModifyTime: '2022-11-02T06:25:44.190Z',
    ResourceDirectoryId: 'rd-7Kq2Vx',
    ResourceDirectoryPath: `rd-7Kq2Vx/r-Tn5Wc8/${demoAccounts.management}`,
    Type: 'CloudAccount',
  });
  expect(refused.map(({ code }) => code)).toEqual(['EntityNotExists.Account', 'EntityNotExists.Account']);
});

it('knows a member that was removed no more, and one that will be until then', async () => {
  await start();

  const before = await cloud.call('GetAccount', { AccountId: demoAccounts.legacyShop });
  cloud.emulator.world.clock.set(Date.parse('2025-06-01T00:00:00Z'));
  const after = await cloud.call('GetAccount', { AccountId: demoAccounts.legacyShop });

  expect(before.code).toBe('EntityNotExists.Account');
  expect(after.answer?.Account).toMatchObject({ DisplayName: 'Storefront Staging', FolderId: 'r-Tn5Wc8' });
});

it('refuses a member’s key, or answers it as a delegated administrator’s', async () => {
  await start();

  const refused = await cloud.call('ListAccounts', {}, 'memberid');
  cloud.emulator.readings.choose({ directoryForMembers: 'answered' });
  const answered = await list({}, 'memberid');

  expect(refused).toMatchObject({ code: 'EntityNotExists.ResourceDirectory', status: 404 });
  expect(answered?.TotalCount).toBe(12);
});

it('says who pays: by its enrollment, by the directory, or the member itself', async () => {
  await start();
  const payer = async (AccountId: string) => (await cloud.call('GetPayerForAccount', { AccountId })).answer;

  expect(await payer(demoAccounts.logArchive)).toMatchObject({
    PayerAccountId: demoAccounts.management,
    PayerAccountName: 'org-root@lotus-valley.example',
  });
  expect(await payer(demoAccounts.paymentsProduction)).toMatchObject({ PayerAccountId: demoAccounts.management });
  expect(await payer(demoAccounts.management)).toMatchObject({ PayerAccountId: demoAccounts.management });
});

it('lists a new account at the end, with the tags that it was enrolled with', async () => {
  await start();
  await cloud.call('EnrollAccount', {
    AccountNamePrefix: 'shop',
    DisplayName: 'Shop',
    FolderId: 'fd-6kQw3XoEiB',
    Tag: '[{"Key":"unit","Value":"shop"}]',
  });

  const page = await list({ PageSize: 1, PageNumber: 13, IncludeTags: true });

  expect(page?.Accounts.Account).toMatchObject([
    { DisplayName: 'Shop', FolderId: 'fd-6kQw3XoEiB', Tags: { Tag: [{ Key: 'unit', Value: 'shop' }] } },
  ]);
});
