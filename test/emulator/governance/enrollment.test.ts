import { demoAccounts } from '../../../src/emulator/world/demo/company';
import type { EnrolledAccountRecord } from '../../../src/operations/governance/GetEnrolledAccount';
import { minute, second, startCloud } from '../world/startCloud';
import type { TestCloud } from '../world/startCloud';
import { epoch, memberId, smallWorld } from '../world/worlds';

let cloud: TestCloud;
afterEach(() => cloud.close());

interface Enrolled {
  readonly AccountUid: string | number;
}

const newAccount = { AccountNamePrefix: 'shop', DisplayName: '商店 Shop' };
const vpc = 'ACS-BP_ACCOUNT_FACTORY_VPC';
const existing = { AccountUid: memberId };

const enroll = (parameters: object = newAccount) => cloud.call<Enrolled>('EnrollAccount', parameters);

async function read(accountId: string | number | undefined) {
  const { answer } = await cloud.call<EnrolledAccountRecord>('GetEnrolledAccount', { AccountUid: accountId });
  return answer;
}

/** `Running: Finished Running Pending …` */
async function progress(accountId: string | number | undefined): Promise<string> {
  const { Status = '', Progress = [] } = (await read(accountId)) ?? {};
  return `${Status}: ${Progress.map((step) => step.Status).join(' ')}`;
}

describe('a new account', () => {
  it('is made in a fresh world as soon as there is a directory, and enrolled step by step', async () => {
    cloud = await startCloud('fresh');
    const tooEarly = await enroll();
    await cloud.call('InitResourceDirectory');
    const { answer, effect } = await enroll();
    const accountId = answer?.AccountUid;

    const seen = [];
    for (const ms of [0, 15 * second, 30 * second, 30 * second, 2 * minute - 1, 1]) {
      cloud.pass(ms);
      seen.push(await progress(accountId));
    }

    expect(tooEarly.code).toBe('InvalidUser.NotResourceDirectoryMaster');
    expect(String(accountId)).toMatch(/^1\d{15}$/);
    expect(effect).toBe(`account ${accountId} created, its enrollment started`);
    expect(seen).toEqual([
      'Pending: Pending Pending Pending Pending Pending',
      'Scheduling: Pending Pending Pending Pending Pending',
      'Running: Running Pending Pending Pending Pending',
      'Running: Finished Running Pending Pending Pending',
      'Running: Finished Finished Finished Finished Running',
      'Finished: Finished Finished Finished Finished Finished',
    ]);
  });

  it('is described with its inputs', async () => {
    cloud = await startCloud(smallWorld());
    const { answer } = await enroll({
      ...newAccount,
      FolderId: 'fd-projects01',
      PayerAccountUid: memberId,
      Tag: JSON.stringify([{ Key: 'unit', Value: '商店' }]),
      'BaselineItems.1.Name': 'ACS-BP_ACCOUNT_FACTORY_RAM_DEFAULT_DOMAIN',
      'BaselineItems.1.Config': '{"Domain":"shop.example"}',
    });
    cloud.pass(minute);

    const record = await read(answer?.AccountUid);

    const added = {
      Name: 'ACS-BP_ACCOUNT_FACTORY_RAM_DEFAULT_DOMAIN',
      Config: '{"Domain":"shop.example"}',
      Skip: false,
      Version: '1.0',
    };
    expect(record).toMatchObject({
      AccountUid: answer?.AccountUid,
      BaselineId: 'afb-bp1default0system0000',
      CreateTime: '2026-06-30T08:00:00Z',
      DisplayName: '商店 Shop',
      FolderId: 'fd-projects01',
      Initialized: true,
      Inputs: {
        ...newAccount,
        FolderId: 'fd-projects01',
        PayerAccountUid: memberId,
        Tag: [{ Key: 'unit', Value: '商店' }],
        BaselineItems: [added],
      },
      MasterAccountUid: '1000000000000001',
      PayerAccountUid: memberId,
      Status: 'Running',
      UpdateTime: '2026-06-30T08:00:45Z',
    });
    expect(record?.BaselineItems).toHaveLength(6);
    expect(record?.BaselineItems?.at(-1)).toEqual(added);
    expect(record).not.toHaveProperty('ErrorInfo');
  });

  it('is made again when the call is repeated: there is no client token', async () => {
    cloud = await startCloud(smallWorld());

    const first = await enroll();
    const second = await enroll();

    expect(first.answer?.AccountUid).not.toEqual(second.answer?.AccountUid);
    expect(cloud.emulator.calls.effects()).toHaveLength(2);
  });

  it('is answered as 0 under the reading enrollAnswer: zero', async () => {
    cloud = await startCloud(smallWorld(), { readings: { enrollAnswer: 'zero' } });

    const { answer, effect } = await enroll();

    expect(answer?.AccountUid).toBe(0);
    expect(effect).toMatch(/^account 1\d{15} created/);
  });
});

describe('the items of a baseline', () => {
  it('are overridden by name, and omitted if they are skipped', async () => {
    cloud = await startCloud(smallWorld());
    await enroll({
      ...existing,
      'BaselineItems.1.Name': 'ACS-BP_ACCOUNT_FACTORY_RAM_USER_PASSWORD_POLICY',
      'BaselineItems.1.Config': '{"MinimumPasswordLength":20}',
      'BaselineItems.2.Name': vpc,
      'BaselineItems.2.Skip': true,
    });

    const { BaselineItems = [], Progress = [] } = (await read(memberId)) ?? {};

    expect(BaselineItems.map(({ Name, Skip }) => [Name, Skip])).toContainEqual([vpc, true]);
    expect(BaselineItems[1]?.Config).toBe('{"MinimumPasswordLength":20}');
    expect(Progress.map(({ Name }) => Name)).toEqual(
      BaselineItems.map(({ Name }) => Name).filter((name) => name !== vpc),
    );
  });

  it('fail the enrollment if one cannot be applied', async () => {
    const inapplicableItems = [{ name: vpc, code: 'QuotaExceeded.Vpc', message: 'No more VPCs.' }];
    cloud = await startCloud(smallWorld({ zone: { inapplicableItems } }));
    await enroll(existing);
    cloud.pass(10 * minute);

    const record = await read(memberId);

    expect(record).toMatchObject({
      Status: 'Failed',
      ErrorInfo: { Code: 'QuotaExceeded.Vpc', Message: 'No more VPCs.', Recommend: '' },
    });
    expect(record?.Progress?.map(({ Status }) => Status)).toEqual([
      'Finished',
      'Finished',
      'Finished',
      'Finished',
      'Failed',
    ]);
  });
});

it('cannot be scheduled for an account that is suspended', async () => {
  cloud = await startCloud(smallWorld({ member: { status: 'suspended' } }));
  await enroll(existing);
  cloud.pass(45 * second);

  expect(await read(memberId)).toMatchObject({ Status: 'ScheduleFailed', ErrorInfo: { Code: 'AccountSuspended' } });
});

describe('a second enrollment of an account', () => {
  it('is refused while the first is running', async () => {
    cloud = await startCloud(smallWorld());
    const first = await enroll(existing);

    const again = await enroll(existing);

    expect(first.effect).toBe(`enrollment of account ${memberId} started`);
    expect(again).toMatchObject({ code: 'DeployConflict.Blueprint', effect: null });
  });

  it('begins anew when the first is finished, and keeps its creation time', async () => {
    cloud = await startCloud(smallWorld());
    await enroll(existing);
    cloud.pass(10 * minute);

    const again = await enroll(existing);

    expect(again.effect).toBe(`enrollment of account ${memberId} started`);
    expect(await read(memberId)).toMatchObject({
      Status: 'Pending',
      CreateTime: '2026-06-30T08:00:00Z',
      UpdateTime: '2026-06-30T08:10:00Z',
    });
  });

  it.each([
    ['allowed', undefined],
    ['refused', 'IncorrectBlueprintStatus'],
  ] as const)('is %s when the first failed, by the reading reenrollFailed', async (reenrollFailed, code) => {
    cloud = await startCloud('demo', { readings: { reenrollFailed } });

    const again = await enroll({ AccountUid: demoAccounts.paymentsTest });

    expect(again.code).toBe(code);
  });
});

describe('what is invalid', () => {
  it.each([
    ['AccountNamePrefix', { DisplayName: 'Shop' }],
    ['AccountNamePrefix', { AccountNamePrefix: '', DisplayName: 'Shop' }],
    ['FolderId', { ...newAccount, FolderId: 'fd-nowhere' }],
    ['PayerAccountUid', { ...newAccount, PayerAccountUid: '1000000000000003' }],
    ['AccountUid', { AccountUid: 0 }],
    ['ResellAccountType', { ...newAccount, ResellAccountType: 'sometimes' }],
    ['BaselineItems.Name', { ...newAccount, 'BaselineItems.1.Version': '1.0' }],
    ['BaselineItems.Config', { ...newAccount, 'BaselineItems.1.Name': vpc, 'BaselineItems.1.Config': '{' }],
    ['Tag', { ...newAccount, Tag: JSON.stringify([{ Value: 'no key' }]) }],
    [
      'Tag',
      { ...newAccount, Tag: JSON.stringify(Array.from({ length: 21 }, (_, n) => ({ Key: `k${n}`, Value: '' }))) },
    ],
  ])('is refused by the name of the parameter: %s', async (name, parameters) => {
    cloud = await startCloud(smallWorld());

    const outcome = await enroll(parameters);

    expect(outcome).toMatchObject({ status: 400, effect: null });
    expect(`${outcome.code} ${outcome.message}`).toContain(name);
  });
});

it('is possible again once a blueprint was deployed', async () => {
  const accountFactory = { name: 'AccountFactory', status: 'Deploying' as const, since: epoch };
  cloud = await startCloud(smallWorld({ zone: { accountFactory } }));
  const before = await enroll(existing);
  cloud.pass(10 * minute);

  const after = await enroll(existing);

  expect([before.code, after.code]).toEqual(['DeployConflict.Blueprint', undefined]);
});

it('shows a member its own enrollment, and none of its neighbors’', async () => {
  cloud = await startCloud('demo');

  const own = await cloud.call('GetEnrolledAccount', { AccountUid: demoAccounts.paymentsProduction }, 'memberid');
  const other = await cloud.call('GetEnrolledAccount', { AccountUid: demoAccounts.paymentsTest }, 'memberid');

  expect(own.answer).toMatchObject({ Status: 'Finished', DisplayName: '支付生产' });
  expect(other.code).toBe('InvalidUser.NotFound');
});
