import type { WorldDefinition } from '../../../../src/emulator/world/WorldDefinition';
import { demoAccounts, demoEpoch } from '../../../../src/emulator/world/demo/company';
import { GetAggregator, ListAggregators, StopConfigurationRecorder } from '../../../../src/operations';
import type { RequestOf } from '../../../../src/operations/operation';
import { minute } from '../../world/startCloud';
import { epoch, managementId, memberId, outsiderId, smallWorld } from '../../world/worlds';
import type { ClientCloud } from './startWithClient';
import { startWithClient } from './startWithClient';

const active = { since: '2025-01-01T00:00:00.000Z' };
const everyoneId = 'ca-1f6b0d94e27c4a53b8d0';
const paymentsId = 'ca-7c41d09e5b2f4a8390e6';

type Group = NonNullable<WorldDefinition['accountGroups']>[number];
const group = (accountGroupId: string, more: Partial<Group> = {}): Group => ({
  accountGroupId,
  ownerAccountId: managementId,
  name: accountGroupId,
  type: 'RD',
  createTime: '2025-03-01T00:00:00.000Z',
  ...more,
});
const worldWith = (...accountGroups: Group[]) =>
  smallWorld({ management: { recorder: active }, member: { recorder: active }, accountGroups });

let cloud: ClientCloud;
afterEach(() => cloud.close());

const list = async (request: Partial<RequestOf<typeof ListAggregators>> = {}, key?: string) =>
  (await cloud.call(ListAggregators, { MaxResults: 100, ...request }, key)).AggregatorsResult;
const ids = async (request?: Partial<RequestOf<typeof ListAggregators>>, key?: string) =>
  (await list(request, key)).Aggregators?.map(({ AggregatorId }) => AggregatorId);
const detail = async (AggregatorId: string, key?: string) =>
  (await cloud.call(GetAggregator, { AggregatorId }, key)).Aggregator;

it('lists the groups of the caller, with an empty token on the last page', async () => {
  cloud = await startWithClient('demo');

  const first = await list({ MaxResults: 1 });
  const second = await list({ MaxResults: 1, NextToken: first.NextToken });

  expect(first.Aggregators).toMatchObject([{ AggregatorId: everyoneId, AggregatorAccountCount: 12 }]);
  expect(first.NextToken).toMatch(/^.{1,100}$/);
  expect(second).toEqual({
    Aggregators: [
      {
        AccountId: demoAccounts.management,
        AggregatorAccountCount: 2,
        AggregatorCreateTimestamp: Date.parse('2024-05-20T04:00:00.000Z'),
        AggregatorId: paymentsId,
        AggregatorName: 'payments',
        AggregatorStatus: 1,
        AggregatorType: 'CUSTOM',
        Description: 'accounts of the payments unit',
        Tags: [{ TagKey: 'unit', TagValue: 'payments' }],
      },
    ],
    NextToken: '',
  });
});

it('narrows the groups by tags, all of which must fit', async () => {
  cloud = await startWithClient('demo');

  expect(await ids({ Tag: [{ Key: 'unit' }] })).toEqual([paymentsId]);
  expect(await ids({ Tag: [{ Key: 'unit', Value: 'payments' }, { Key: 'env' }] })).toEqual([]);
});

it('reads a group with its members and their recorders', async () => {
  cloud = await startWithClient('demo');

  const payments = await detail(paymentsId);
  const everyone = await detail(everyoneId);

  expect(payments).toMatchObject({
    AggregatorType: 'CUSTOM',
    AggregatorCreateTimestamp: Date.parse('2024-05-20T04:00:00.000Z'),
    AggregatorAccounts: [
      {
        AccountId: demoAccounts.paymentsProduction,
        AccountName: '支付生产',
        AccountType: 'ResourceDirectory',
        RecorderStatus: 'REGISTERED',
      },
      { AccountId: demoAccounts.paymentsTest, RecorderStatus: 'REGISTERED' },
    ],
  });
  expect(everyone.AggregatorAccounts).toHaveLength(12);
  expect(everyone.AggregatorAccounts).toContainEqual(
    expect.objectContaining({ AccountId: demoAccounts.sandbox, RecorderStatus: 'REGISTRABLE' }),
  );
});

it('has the management account in a group over the directory by one reading, and not by the other', async () => {
  cloud = await startWithClient('demo');
  const members = async () => (await detail(everyoneId)).AggregatorAccounts?.map(({ AccountId }) => AccountId);

  const absent = await members();
  cloud.emulator.readings.choose({ accountGroupManagement: 'present' });
  const present = await members();

  expect(absent).not.toContain(demoAccounts.management);
  expect(present).toEqual([demoAccounts.management, ...(absent ?? [])]);
});

it('belongs to one account: no other lists or reads it', async () => {
  cloud = await startWithClient('demo');

  const refused = await cloud.refusal(GetAggregator, { AggregatorId: paymentsId }, 'memberid');
  const others = await ids({}, 'memberid');
  cloud.emulator.readings.choose({ accountGroupsOfOthers: 'NoPermission' });

  expect(refused).toBe('Invalid.AggregatorId.Value');
  expect(others).toEqual([]);
  expect(await cloud.refusal(ListAggregators, { MaxResults: 10 }, 'memberid')).toBe('NoPermission');
  expect(await ids()).toEqual([everyoneId, paymentsId]);
});

it('may belong to a member, as a delegated administrator', async () => {
  cloud = await startWithClient(worldWith(group('ca-1'), group('ca-2', { ownerAccountId: memberId })));
  cloud.emulator.readings.choose({ accountGroupsOfOthers: 'NoPermission' });

  expect(await ids()).toEqual(['ca-1']);
  expect(await ids({}, 'memberid')).toEqual(['ca-2']);
  expect((await detail('ca-2', 'memberid')).AggregatorAccounts).toMatchObject([{ AccountId: memberId }]);
});

it('over a folder has the accounts that are in it', async () => {
  cloud = await startWithClient(
    worldWith(
      group('ca-1', { type: 'FOLDER', folderId: 'fd-projects01' }),
      group('ca-2', { type: 'FOLDER', folderId: 'r-small1' }),
    ),
  );

  const projects = await detail('ca-1');
  const root = await detail('ca-2');

  expect(projects).toMatchObject({ FolderId: 'fd-projects01', FolderName: 'Projects', AggregatorAccountCount: 0 });
  expect(root).toMatchObject({ FolderName: 'root', AggregatorAccounts: [{ AccountId: memberId }] });
});

it('loses members that leave the directory, and has nobody from outside', async () => {
  const { directories: [directory] = [], ...rest } = worldWith(
    group('ca-1', { type: 'CUSTOM', accountIds: [managementId, memberId, outsiderId] }),
  );
  const leaving = { accountId: memberId, joinTime: '2025-02-01T00:00:00.000Z', leaveTime: '2026-06-30T09:00:00.000Z' };
  cloud = await startWithClient({ ...rest, directories: directory && [{ ...directory, members: [leaving] }] });
  const members = async () => (await detail('ca-1')).AggregatorAccounts?.map(({ AccountId }) => AccountId);

  const before = await members();
  cloud.pass(60 * minute);

  expect(before).toEqual([managementId, memberId]);
  expect(await members()).toEqual([managementId]);
});

it('is there from its creation on, and ready five minutes later', async () => {
  const at = (ms: number) => new Date(Date.parse(epoch) + ms).toISOString();
  cloud = await startWithClient(worldWith(group('ca-1', { createTime: at(minute) })));

  const before = await ids();
  cloud.pass(minute);
  const building = (await list()).Aggregators;
  cloud.pass(5 * minute);

  expect(before).toEqual([]);
  expect(building).toMatchObject([{ AggregatorId: 'ca-1', AggregatorStatus: 0 }]);
  expect((await list()).Aggregators).toMatchObject([{ AggregatorStatus: 1 }]);
});

it('keeps the recorders of its owner and its members from being stopped', async () => {
  cloud = await startWithClient(worldWith(group('ca-1', { type: 'CUSTOM', accountIds: [memberId] })));

  const refusals = [
    await cloud.refusal(StopConfigurationRecorder, {}),
    await cloud.refusal(StopConfigurationRecorder, {}, 'memberid'),
  ];

  expect(refusals).toEqual(['AdminStopSLRFail', 'MemberStopSLRFail']);
  expect(cloud.emulator.calls.effects()).toEqual([]);
});

it('of the demo is as old as the demo', async () => {
  cloud = await startWithClient('demo');

  const { Aggregators = [] } = await list();

  expect(Aggregators.every(({ AggregatorCreateTimestamp = Infinity }) => AggregatorCreateTimestamp < demoEpoch)).toBe(
    true,
  );
});
