import { demoAccounts } from '../../../src/emulator/world/demo/company';
import type { TestCloud } from '../world/startCloud';
import { minute, startCloud } from '../world/startCloud';

interface Page {
  readonly EnrolledAccounts: readonly { readonly AccountUid: string; readonly Status: string }[];
  readonly NextToken?: string;
}

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startCloud('demo');
});
afterEach(() => cloud.close());

const page = (request: object) => cloud.call<Page>('ListEnrolledAccounts', request);

it('lists enrollments in the order in which they began, as the detail call shows each', async () => {
  const { answer } = await page({ MaxResults: 2 });
  const detail = await cloud.call('GetEnrolledAccount', { AccountUid: demoAccounts.paymentsProduction });

  expect(answer?.EnrolledAccounts[0]).toMatchObject({ AccountUid: demoAccounts.management, FolderId: 'r-Tn5Wc8' });
  expect(answer?.EnrolledAccounts[1]).toEqual({
    AccountUid: demoAccounts.paymentsProduction,
    BaselineId: 'afb-bp1c7m0x4h9t2q6v8z3k',
    CreateTime: '2023-03-14T02:11:09Z',
    DisplayName: '支付生产',
    FolderId: 'fd-4bYgS0hQpD',
    PayerAccountUid: demoAccounts.management,
    Status: 'Finished',
    UpdateTime: '2023-03-14T02:13:24Z',
  });
  expect(detail.answer).toMatchObject({ ...answer?.EnrolledAccounts[1] });
});

it('gives tokens that a client must encode, each good for 15 minutes and for its own list', async () => {
  const { answer } = await page({ MaxResults: 4 });
  const token = answer?.NextToken ?? '';

  const next = await page({ MaxResults: 4, NextToken: token });
  const elsewhere = await cloud.call('ListAccountFactoryBaselines', { NextToken: token });
  cloud.pass(15 * minute + 1);
  const late = await page({ NextToken: token });
  cloud.emulator.readings.choose({ badToken: 'first-page' });
  const again = await page({ MaxResults: 4, NextToken: token });

  expect(token).toMatch(/\/.*\+/);
  expect(next.answer?.EnrolledAccounts.map(({ AccountUid }) => AccountUid)).toEqual([
    demoAccounts.storefrontStaging,
    demoAccounts.dataPlatform,
    demoAccounts.networkHub,
    demoAccounts.overseasRetail,
  ]);
  expect(elsewhere.code).toBe('InvalidNextToken');
  expect(late).toMatchObject({ code: 'InvalidParameter', message: 'The specified parameter NextToken is not valid.' });
  expect(again.answer?.EnrolledAccounts).toEqual(answer?.EnrolledAccounts);
});

it.each([
  ['absent', undefined],
  ['empty', ''],
] as const)('ends with a token that is %s', async (lastPageToken, token) => {
  cloud.emulator.readings.choose({ lastPageToken });

  const { answer } = await page({ MaxResults: 100 });

  expect(answer?.EnrolledAccounts).toHaveLength(10);
  expect(answer?.NextToken).toBe(token);
});

it('ends, by another reading, with a token to an empty page, and that with none', async () => {
  cloud.emulator.readings.choose({ lastPageToken: 'present' });

  const last = await page({ MaxResults: 100 });
  const empty = await page({ MaxResults: 100, NextToken: last.answer?.NextToken ?? '' });

  expect(last.answer?.NextToken).toMatch(/^AAAAAG/);
  expect(empty.answer).toMatchObject({ EnrolledAccounts: [] });
  expect(empty.answer?.NextToken).toBeUndefined();
});

it('has enrollments in every state that lasts, and shows a new one at the end', async () => {
  await cloud.call('EnrollAccount', { AccountUid: demoAccounts.logArchive });

  const { answer } = await page({ MaxResults: 100 });

  expect(answer?.EnrolledAccounts.map(({ Status }) => Status)).toEqual([
    ...['Finished', 'Finished', 'Failed', 'Finished', 'Finished', 'Finished', 'Finished', 'Finished'],
    ...['ScheduleFailed', 'Running', 'Pending'],
  ]);
});

it('lists baselines without their items, and reads one with them', async () => {
  const payments = {
    BaselineId: 'afb-bp1c7m0x4h9t2q6v8z3k',
    BaselineName: 'payments',
    CreateTime: '2023-02-01T09:00:12Z',
    Description: 'baseline of the payments unit',
    Type: 'Custom',
    UpdateTime: '2023-06-18T10:45:33Z',
  };

  const listed = await cloud.call('ListAccountFactoryBaselines');
  const read = await cloud.call('GetAccountFactoryBaseline', { BaselineId: payments.BaselineId });

  expect(listed.answer?.Baselines).toEqual([expect.objectContaining({ Type: 'System' }), payments]);
  expect(read.answer).toMatchObject({
    ...payments,
    BaselineItems: [
      { Name: 'ACS-BP_ACCOUNT_FACTORY_RAM_USER_PASSWORD_POLICY', Config: '{"MinimumPasswordLength":16}' },
      { Name: 'ACS-BP_ACCOUNT_FACTORY_SUBSCRIBE_SERVICES', Version: '1.0' },
      { Name: 'ACS-BP_ACCOUNT_FACTORY_VPC' },
    ],
  });
});

it('reads the default baseline if none is named, or refuses that', async () => {
  const read = await cloud.call('GetAccountFactoryBaseline');
  cloud.emulator.readings.choose({ baselineLeftOut: 'InvalidParameter' });
  const refused = await cloud.call('GetAccountFactoryBaseline');

  expect(read.answer).toMatchObject({ BaselineId: 'afb-bp1default0system0000', Type: 'System' });
  expect(refused).toMatchObject({
    code: 'InvalidParameter',
    message: 'The specified parameter BaselineId is not valid.',
  });
});

it('lists the items on offer with what each needs first, all or those that are named', async () => {
  const all = await cloud.call('ListAccountFactoryBaselineItems');
  const named = await cloud.call('ListAccountFactoryBaselineItems', {
    'Names.1': 'ACS-BP_ACCOUNT_FACTORY_VPC',
    'Names.2': 'ACS-BP_ACCOUNT_FACTORY_MOON',
    'Versions.1': '1.0',
  });
  const none = await cloud.call('ListAccountFactoryBaselineItems', { 'Versions.1': '2.0' });

  expect(all.answer?.BaselineItems).toHaveLength(6);
  expect(named.answer?.BaselineItems).toEqual([
    {
      Name: 'ACS-BP_ACCOUNT_FACTORY_VPC',
      Version: '1.0',
      Type: 'AccountFactory',
      Description: 'network of the account',
      DependsOn: [{ Name: 'ACS-BP_ACCOUNT_FACTORY_SUBSCRIBE_SERVICES', Type: 'AccountFactory', Version: '1.0' }],
    },
  ]);
  expect(none.answer?.BaselineItems).toEqual([]);
});
