import { demoAccounts } from '../../../src/emulator';
import { memberId, smallWorld } from '../../emulator/world/worlds';
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

const fields = `
  accountId account { accountId } status rawStatus displayName folder { folderId } payer { accountId }
  baseline { baselineId } createdAt updatedAt initialized
  baselineItems { name version skip config rawConfig }
  progress { name status rawStatus }
  failure { code message recommendation requestId }`;
const globalId = (accountId: string): string =>
  Buffer.from(JSON.stringify(['AccountEnrollment', accountId])).toString('base64url');

/** The enrollment of any account of the directory: `node` finds it by its key. */
const ask = (accountId: string, on = gateway, selection = fields) =>
  on.query<{ node: Record<string, unknown> | null }>(
    `query ($id: ID!) { node(id: $id) { ... on AccountEnrollment { ${selection} } } }`,
    { id: globalId(accountId) },
  );

it('shows a failed enrollment whole: its steps, and why', async () => {
  const { paymentsTest, management } = demoAccounts;

  const { data, errors } = await ask(paymentsTest);

  const requestId = data?.node?.failure as { requestId: string };
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    node: {
      accountId: paymentsTest,
      account: { accountId: paymentsTest },
      status: 'FAILED',
      rawStatus: 'Failed',
      displayName: '支付测试',
      folder: { folderId: 'fd-9mXeLr2uKa' },
      payer: { accountId: management },
      baseline: { baselineId: 'afb-bp1c7m0x4h9t2q6v8z3k' },
      createdAt: '2024-05-20T03:14:07.000Z',
      updatedAt: '2024-05-20T03:16:22.000Z',
      initialized: true,
      baselineItems: [
        {
          name: 'ACS-BP_ACCOUNT_FACTORY_RAM_USER_PASSWORD_POLICY',
          version: '1.0',
          skip: false,
          config: { MinimumPasswordLength: 16 },
          rawConfig: '{"MinimumPasswordLength":16}',
        },
        {
          name: 'ACS-BP_ACCOUNT_FACTORY_SUBSCRIBE_SERVICES',
          version: '1.0',
          skip: false,
          config: { Services: ['ActionTrail', 'Config'] },
          rawConfig: '{"Services":["ActionTrail","Config"]}',
        },
        {
          name: 'ACS-BP_ACCOUNT_FACTORY_VPC',
          version: '1.0',
          skip: false,
          config: { Region: 'cn-shanghai', CidrBlock: '10.32.0.0/16' },
          rawConfig: '{"Region":"cn-shanghai","CidrBlock":"10.32.0.0/16"}',
        },
      ],
      progress: [
        { name: 'ACS-BP_ACCOUNT_FACTORY_RAM_USER_PASSWORD_POLICY', status: 'FINISHED', rawStatus: 'Finished' },
        { name: 'ACS-BP_ACCOUNT_FACTORY_SUBSCRIBE_SERVICES', status: 'FINISHED', rawStatus: 'Finished' },
        { name: 'ACS-BP_ACCOUNT_FACTORY_VPC', status: 'FAILED', rawStatus: 'Failed' },
      ],
      failure: {
        code: 'QuotaExceeded.Vpc',
        message: 'The number of VPCs in the region cn-shanghai has reached the quota of the account.',
        recommendation: null,
        requestId: requestId.requestId,
      },
    },
  });
  expect(requestId.requestId).toMatch(/^[0-9A-F-]{36}$/);
});

it('is NOT_ENROLLED, a fact, if an account was never enrolled', async () => {
  const { sandbox } = demoAccounts;

  const answer = await ask(sandbox);

  expect(answer).toEqual({
    data: {
      node: {
        accountId: sandbox,
        account: { accountId: sandbox },
        status: 'NOT_ENROLLED',
        rawStatus: null,
        displayName: null,
        folder: null,
        payer: null,
        baseline: null,
        createdAt: null,
        updatedAt: null,
        initialized: null,
        baselineItems: null,
        progress: null,
        failure: null,
      },
    },
  });
});

it('has no failure while it runs or once it is finished', async () => {
  const selection = 'status initialized failure { code } progress { status }';

  const [running, finished] = [
    await ask(demoAccounts.marketing, gateway, selection),
    await ask(demoAccounts.networkHub, gateway, selection),
  ];

  expect(running.data?.node).toEqual({
    status: 'RUNNING',
    initialized: true,
    failure: null,
    progress: ['RUNNING', 'PENDING', 'PENDING', 'PENDING', 'PENDING'].map((status) => ({ status })),
  });
  expect(finished.data?.node).toEqual({
    status: 'FINISHED',
    initialized: true,
    failure: null,
    progress: Array<unknown>(5).fill({ status: 'FINISHED' }),
  });
});

it('leaves a skipped item out of the steps, but not out of the items', async () => {
  const { data } = await gateway.query<{
    currentAccount: { enrollment: { baselineItems: { name: string; skip: boolean }[]; progress: { name: string }[] } };
  }>('{ currentAccount { enrollment { baselineItems { name skip } progress { name } } } }');

  const enrollment = data?.currentAccount.enrollment;
  expect(enrollment?.baselineItems.filter(({ skip }) => skip)).toEqual([
    { name: 'ACS-BP_ACCOUNT_FACTORY_VPC', skip: true },
  ]);
  expect(enrollment?.progress).toHaveLength((enrollment?.baselineItems.length ?? 0) - 1);
});

it('keeps the raw settings of an item whose settings are no JSON', async () => {
  const item = { name: 'ACS-BP_ACCOUNT_FACTORY_VPC', config: '{"Region":' };
  const own = await startGateway({
    world: smallWorld({
      zone: { enrollments: [{ accountId: memberId, items: [item], startedAt: '2026-01-01T00:00:00.000Z' }] },
    }),
  });

  const { data, errors } = await ask(memberId, own, 'baselineItems { name config rawConfig }');

  await own.stop();
  expect(errors).toBeUndefined();
  expect(data?.node?.baselineItems).toContainEqual({ name: item.name, config: null, rawConfig: item.config });
});

it('is UNKNOWN, beside the raw texts, in states that nobody knows yet', async () => {
  gateway.emulator.faults.add({ kind: 'unknownEnum', value: 'Paused' });

  const { data, errors } = await ask(
    demoAccounts.paymentsTest,
    gateway,
    'status rawStatus progress { status rawStatus }',
  );

  expect(errors).toBeUndefined();
  expect(data?.node).toEqual({
    status: 'UNKNOWN',
    rawStatus: 'Paused',
    progress: Array<unknown>(3).fill({ status: 'UNKNOWN', rawStatus: 'Paused' }),
  });
});

it.each([
  ['in odd letter case', { kind: 'oddCasing' }],
  ['with ids as texts', { kind: 'idsAs', as: 'string' }],
] as const)('is the same in an answer %s', async (_, fault) => {
  const plain = await ask(demoAccounts.paymentsTest);
  gateway.emulator.faults.add(fault);

  expect(await ask(demoAccounts.paymentsTest)).toEqual(plain);
});

it.each([
  ['1999999999999999', 'InvalidUser.NotFound', 'NOT_FOUND'],
  ['7', 'InvalidParameter', 'BAD_USER_INPUT'],
])('is an error, not a null in silence, for the account %s: %s', async (accountId, upstreamCode, code) => {
  const { data, errors } = await ask(accountId);

  expect(data).toEqual({ node: null });
  expect(errors).toMatchObject([
    { path: ['node'], extensions: { code, upstream: { action: 'GetEnrolledAccount', code: upstreamCode } } },
  ]);
});
