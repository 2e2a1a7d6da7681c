import { demoAccounts, supportedResourceTypes } from '../../../src/emulator';
import { managementId, smallWorld } from '../../emulator/world/worlds';
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

const document = `
  query ($accountId: ID) {
    configurationRecorder(accountId: $accountId) {
      id accountId account { accountId } status rawStatus organizationEnableStatus rawOrganizationEnableStatus
      organizationManagementAccount { accountId } resourceTypes
    }
  }`;

const globalId = (accountId: string): string =>
  Buffer.from(JSON.stringify(['ConfigurationRecorder', accountId])).toString('base64url');

it('is that of the current account if none is named', async () => {
  const { management } = demoAccounts;

  const answer = await gateway.query(document);

  expect(answer).toEqual({
    data: {
      configurationRecorder: {
        id: globalId(management),
        accountId: management,
        account: { accountId: management },
        status: 'REGISTERED',
        rawStatus: 'REGISTERED',
        organizationEnableStatus: 'REGISTRABLE',
        rawOrganizationEnableStatus: 'REGISTRABLE',
        organizationManagementAccount: { accountId: management },
        resourceTypes: supportedResourceTypes,
      },
    },
  });
  expect(await gateway.query(document, { accountId: management })).toEqual(answer);
});

it('is its own for a member’s key, which sees no organization', async () => {
  const member = await startGateway({ accessKeyId: 'memberid', accessKeySecret: 'membersecret' });

  const { data, errors } = await member.query(document);

  await member.stop();
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    configurationRecorder: {
      accountId: demoAccounts.paymentsProduction,
      status: 'REGISTERED',
      organizationEnableStatus: null,
      rawOrganizationEnableStatus: null,
      organizationManagementAccount: null,
    },
  });
});

it('is forbidden for a member without the role, in both languages', async () => {
  const other = demoAccounts.overseasRetail;
  const ask = (language: string) => gateway.query(document, { accountId: other }, { 'accept-language': language });

  const [english, chinese] = [await ask('en'), await ask('zh-CN,zh;q=0.9,en;q=0.5')];

  const upstream = { code: 'EntityNotExist.Role', action: 'AssumeRole' };
  const extensions = { code: 'FORBIDDEN', retryable: false, upstream };
  expect(english.data).toEqual({ configurationRecorder: null });
  expect(english.errors).toMatchObject([
    {
      message: `The role “ResourceDirectoryAccountAccessRole” in account ${other} cannot be assumed: the role or the account does not exist. Create the role there and let it trust the account of the gateway’s credentials, or name another role for this account.`,
      path: ['configurationRecorder'],
      extensions,
    },
  ]);
  expect(chinese.errors).toMatchObject([
    {
      message: `无法扮演账号 ${other} 中的角色“ResourceDirectoryAccountAccessRole”：该账号中没有此角色，或该账号不存在。请在该账号中创建信任网关凭证所属账号的此角色，或为该账号指定其他角色。`,
      extensions,
    },
  ]);
  expect(gateway.upstreamCalls()).toEqual([]);
});

it('refuses what can be no account ID', async () => {
  const { errors } = await gateway.query(document, { accountId: '15872039461820451234567' });

  expect(errors).toMatchObject([
    {
      message: 'accountId must be an Alibaba Cloud account ID, usually 16 digits, but got "15872039461820451234567".',
      extensions: { code: 'BAD_USER_INPUT', field: ['accountId'] },
    },
  ]);
});

it.each([
  ['AccountNotExisted', { status: 'NOT_ACTIVATED', rawStatus: null, resourceTypes: null }],
  ['REGISTRABLE', { status: 'REGISTRABLE', rawStatus: 'REGISTRABLE', resourceTypes: supportedResourceTypes }],
] as const)('is a fact, not a null, if an account was never activated: upstream %s', async (reading, fields) => {
  const fresh = await startGateway({ world: 'fresh', readings: { neverActivated: reading } });

  const { data, errors } = await fresh.query(document);

  await fresh.stop();
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ configurationRecorder: fields });
});

it.each(['absent', 'zero', 'present'] as const)('names no account 0 if inapplicable fields are %s', async (reading) => {
  gateway.emulator.readings.choose({ inapplicableFields: reading });
  const { management } = demoAccounts;

  const { data } = await gateway.query(document);

  expect(data).toMatchObject({
    configurationRecorder: {
      accountId: management,
      organizationManagementAccount: { accountId: management },
    },
  });
});

it('is UNKNOWN, beside the raw texts, if the statuses are not known yet', async () => {
  gateway.emulator.faults.add({ kind: 'unknownEnum', value: 'HIBERNATING' });

  const { data, errors } = await gateway.query(document);

  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    configurationRecorder: {
      status: 'UNKNOWN',
      rawStatus: 'HIBERNATING',
      organizationEnableStatus: 'UNKNOWN',
      rawOrganizationEnableStatus: 'HIBERNATING',
    },
  });
});

it.each([
  ['in odd letter case', { kind: 'oddCasing' }],
  ['with ids as numbers', { kind: 'idsAs', as: 'number' }],
  ['with ids as texts', { kind: 'idsAs', as: 'string' }],
] as const)('is the same in an answer %s', async (_, fault) => {
  const plain = await gateway.query(document);
  gateway.emulator.faults.add(fault);

  expect(await gateway.query(document)).toEqual(plain);
});

it('shows the narrower set of types that a recorder tracks, and that it is being rebuilt', async () => {
  const recorder = {
    status: 'REBUILDING' as const,
    since: '2026-06-30T07:59:00.000Z',
    resourceTypes: ['ACS::OSS::Bucket'],
  };
  const own = await startGateway({ world: smallWorld({ management: { recorder } }) });

  const { data } = await own.query(document);

  own.emulator.world.clock.advance(5 * 60_000);
  const later = await own.query(document);
  await own.stop();
  expect(data).toMatchObject({
    configurationRecorder: { accountId: managementId, status: 'REBUILDING', resourceTypes: ['ACS::OSS::Bucket'] },
  });
  expect(later.data).toMatchObject({ configurationRecorder: { status: 'REGISTERED' } });
});
