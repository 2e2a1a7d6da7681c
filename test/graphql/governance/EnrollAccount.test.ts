import { freshAccountId } from '../../../src/emulator';
import { managementId, memberId, outsiderId, smallWorld } from '../../emulator/world/worlds';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

const second = 1000;
const vpc = 'ACS-BP_ACCOUNT_FACTORY_VPC';
const password = 'ACS-BP_ACCOUNT_FACTORY_RAM_USER_PASSWORD_POLICY';
const itemNames = [
  'ACS-BP_ACCOUNT_FACTORY_ACCOUNT_NOTIFICATION',
  password,
  'ACS-BP_ACCOUNT_FACTORY_RAM_SECURITY_PREFERENCE',
  'ACS-BP_ACCOUNT_FACTORY_SUBSCRIBE_SERVICES',
  vpc,
];

let gateway: TestGateway;
beforeAll(async () => {
  const failing = { name: vpc, accountId: managementId, code: 'QuotaExceeded.Vpc', message: 'Too many VPCs.' };
  gateway = await startGateway({ world: smallWorld({ zone: { inapplicableItems: [failing] } }) });
});
beforeEach(() => {
  gateway.emulator.reset();
});
afterAll(() => gateway.stop());

const payload = `
  outcome requestId
  errors { code upstreamCode message field retryable retryAfterMs }
  account { accountId }
  enrollment { accountId status displayName folder { folderId } payer { accountId } initialized
    baselineItems { name version skip config } progress { name status } failure { code message } }`;
const enroll = `mutation ($input: EnrollAccountInput!) { enrollAccount(input: $input) { ${payload} } }`;
const create = `mutation ($input: CreateAccountInput!) { createAccount(input: $input) { ${payload} } }`;

interface Payload {
  readonly outcome: string;
  readonly requestId: string | null;
  readonly errors: readonly object[];
  readonly account: { readonly accountId: string } | null;
  readonly enrollment: {
    readonly status: string;
    readonly progress: readonly { readonly name: string; readonly status: string }[];
    readonly baselineItems: readonly { readonly name: string; readonly config: unknown }[];
  } | null;
}

const run = async (document: string, input: object, on = gateway): Promise<Payload> => {
  const { data, errors } = await on.query<Record<string, Payload>>(document, { input });
  expect(errors).toBeUndefined();
  const [only] = Object.values(data ?? {});
  if (only === undefined) throw new Error('No payload came.');
  return only;
};
const enrollment = async (accountId: string, on = gateway): Promise<Payload['enrollment']> => {
  const id = Buffer.from(JSON.stringify(['AccountEnrollment', accountId])).toString('base64url');
  const { data } = await on.query<{ node: Payload['enrollment'] }>(
    `query ($id: ID!) { node(id: $id) { ... on AccountEnrollment {
      status progress { name status } baselineItems { name config } failure { code message } } } }`,
    { id },
  );
  return data?.node ?? null;
};

describe('enrollAccount', () => {
  it('begins the enrollment of an existing account', async () => {
    const result = await run(enroll, { accountId: memberId });

    const [requestId] = gateway.emulator.calls.of('EnrollAccount').map((call) => call.requestId);
    expect(result).toMatchObject({
      outcome: 'IN_PROGRESS',
      requestId,
      errors: [],
      account: { accountId: memberId },
      enrollment: {
        accountId: memberId,
        status: 'PENDING',
        displayName: 'Member',
        payer: { accountId: memberId },
        initialized: false,
        progress: itemNames.map((name) => ({ name, status: 'PENDING' })),
        failure: null,
      },
    });
    expect(gateway.upstreamCalls()).toEqual(['EnrollAccount', 'GetEnrolledAccount']);
  });

  it('goes on by world time: scheduled, item by item, finished', async () => {
    await run(enroll, { accountId: memberId });
    const states: unknown[] = [];

    for (const seconds of [15, 30, 30, 60, 60]) {
      gateway.emulator.world.clock.advance(seconds * second);
      const now = await enrollment(memberId);
      states.push([now?.status, now?.progress.filter(({ status }) => status === 'FINISHED').length]);
    }

    expect(states).toEqual([
      ['SCHEDULING', 0],
      ['RUNNING', 0],
      ['RUNNING', 1],
      ['RUNNING', 3],
      ['FINISHED', 5],
    ]);
  });

  it('fails if an item cannot be applied, and says why', async () => {
    await run(enroll, { accountId: managementId });

    gateway.emulator.world.clock.advance(600 * second);

    expect(await enrollment(managementId)).toMatchObject({
      status: 'FAILED',
      progress: [
        ...itemNames.slice(0, 4).map((name) => ({ name, status: 'FINISHED' })),
        { name: vpc, status: 'FAILED' },
      ],
      failure: { code: 'QuotaExceeded.Vpc', message: 'Too many VPCs.' },
    });
  });

  it('lays the items of the input over those of the baseline, and leaves the others', async () => {
    const result = await run(enroll, {
      accountId: memberId,
      baselineItems: [
        { name: password, version: '2.0', config: { MinimumPasswordLength: 20, Hint: '中文 & =?' } },
        { name: vpc, skip: true },
      ],
    });

    expect(result.enrollment?.baselineItems).toEqual([
      expect.objectContaining({ name: itemNames[0], skip: false }),
      { name: password, version: '2.0', skip: false, config: { MinimumPasswordLength: 20, Hint: '中文 & =?' } },
      expect.objectContaining({ name: itemNames[2] }),
      expect.objectContaining({ name: itemNames[3] }),
      expect.objectContaining({ name: vpc, skip: true }),
    ]);
    expect(result.enrollment?.progress.map(({ name }) => name)).toEqual(itemNames.slice(0, 4));
  });

  it('passes payer, tags and reseller identity on', async () => {
    const result = await run(enroll, {
      accountId: memberId,
      payerAccountId: managementId,
      tags: [
        { key: 'unit', value: 'shop' },
        { key: 'empty', value: '' },
      ],
      resellAccountType: 'NON_RESELL',
    });

    expect(result.enrollment).toMatchObject({ payer: { accountId: managementId } });
    expect(gateway.emulator.world.accountFactory.enrollment(memberId)?.inputs.tags).toEqual([
      { key: 'unit', value: 'shop' },
      { key: 'empty', value: '' },
    ]);
  });

  it('is IN_PROGRESS, and shows the enrollment that is running, if the account is being enrolled already', async () => {
    await run(enroll, { accountId: memberId });

    const again = await run(enroll, { accountId: memberId });

    expect(again).toMatchObject({
      outcome: 'IN_PROGRESS',
      errors: [
        {
          code: 'CONFLICT',
          upstreamCode: 'DeployConflict.Blueprint',
          message: 'The account is already being enrolled. Wait until its enrollment has ended.',
          retryable: true,
        },
      ],
      account: { accountId: memberId },
      enrollment: { status: 'PENDING' },
    });
    expect(gateway.emulator.calls.effects()).toHaveLength(1);
  });

  it.each([
    ['allowed', 'IN_PROGRESS', []],
    ['refused', 'REJECTED', [{ code: 'CONFLICT', upstreamCode: 'IncorrectBlueprintStatus' }]],
  ] as const)('can be tried again after a failure if the upstream has that %s', async (reading, outcome, errors) => {
    gateway.emulator.readings.choose({ reenrollFailed: reading });
    await run(enroll, { accountId: managementId });
    gateway.emulator.world.clock.advance(600 * second);

    const again = await run(enroll, { accountId: managementId });

    expect(again).toMatchObject({ outcome, errors });
  });
});

describe('createAccount', () => {
  const input = { accountNamePrefix: 'shop', displayName: 'Shop 商店' };

  it('makes an account, whose enrollment goes on until it is finished', async () => {
    const result = await run(create, { ...input, folderId: 'fd-projects01' });

    const accountId = result.account?.accountId ?? '';
    expect(accountId).toMatch(/^1\d{15}$/);
    expect(result).toMatchObject({
      outcome: 'IN_PROGRESS',
      errors: [],
      enrollment: { accountId, status: 'PENDING', displayName: 'Shop 商店', folder: { folderId: 'fd-projects01' } },
    });
    gateway.emulator.world.clock.advance(300 * second);
    expect(await enrollment(accountId)).toMatchObject({
      status: 'FINISHED',
      progress: itemNames.map((name) => ({ name, status: 'FINISHED' })),
      failure: null,
    });
  });

  it('needs no more than a directory, on a world in which nothing had begun', async () => {
    const fresh = await startGateway({ world: 'fresh' });

    const before = await run(create, input, fresh);
    await fresh.query('mutation { initResourceDirectory(input: {}) { outcome } }');
    const after = await run(create, input, fresh);

    fresh.emulator.world.clock.advance(300 * second);
    const end = await enrollment(after.account?.accountId ?? '', fresh);
    await fresh.stop();
    expect(before).toMatchObject({
      outcome: 'REJECTED',
      errors: [{ code: 'FORBIDDEN', upstreamCode: 'InvalidUser.NotResourceDirectoryMaster' }],
      account: null,
      enrollment: null,
    });
    expect(after).toMatchObject({ outcome: 'IN_PROGRESS', errors: [] });
    expect(end?.status).toBe('FINISHED');
    expect(after.account?.accountId).not.toBe(freshAccountId);
  });

  it('shows no account if the upstream does not return its ID yet', async () => {
    gateway.emulator.readings.choose({ enrollAnswer: 'zero' });

    const result = await run(create, input);

    expect(result).toMatchObject({ outcome: 'IN_PROGRESS', errors: [], account: null, enrollment: null });
    expect(gateway.emulator.calls.effects()).toHaveLength(1);
  });

  it('makes one account if it is sent twice, and two for two names', async () => {
    const [one, same] = [await run(create, input), await run(create, input)];
    const other = await run(create, { ...input, displayName: 'Another' });

    expect(same).toMatchObject({ outcome: 'ALREADY_DONE', account: one.account, errors: [{ code: 'CONFLICT' }] });
    expect(other.account).not.toEqual(one.account);
    expect(gateway.emulator.calls.effects()).toHaveLength(2);
  });
});

describe('input that cannot be right is refused before anything is sent', () => {
  const tooMany = Array.from({ length: 21 }, (_, index) => ({ key: `k${index}`, value: '' }));

  it.each([
    [enroll, { accountId: 'acme' }, 'accountId', 'an Alibaba Cloud account ID, usually 16 digits', '"acme"'],
    [
      enroll,
      { accountId: memberId, payerAccountId: '-1' },
      'payerAccountId',
      'an Alibaba Cloud account ID, usually 16 digits',
      '"-1"',
    ],
    [enroll, { accountId: memberId, tags: tooMany }, 'tags', 'at most 20 tags', '21'],
    [
      enroll,
      { accountId: memberId, baselineItems: [{ name: 'a' }, { name: 'b', config: ['x'] }] },
      'baselineItems.1.config',
      'an object',
      '["x"]',
    ],
    [create, { accountNamePrefix: ' ', displayName: 'a' }, 'accountNamePrefix', 'a non-empty string', '" "'],
    [create, { accountNamePrefix: 'a', displayName: '' }, 'displayName', 'a non-empty string', '""'],
    [enroll, { accountId: memberId, displayName: '' }, 'displayName', 'a non-empty string', '""'],
    [enroll, { accountId: memberId, folderId: '' }, 'folderId', 'a non-empty string', '""'],
    [enroll, { accountId: memberId, baselineId: '' }, 'baselineId', 'a non-empty string', '""'],
    [
      create,
      { accountNamePrefix: 'a', displayName: 'a', baselineItems: [{ name: password }, { name: '' }] },
      'baselineItems.1.name',
      'a non-empty string',
      '""',
    ],
    [
      enroll,
      { accountId: memberId, baselineItems: [{ name: password, version: '' }] },
      'baselineItems.0.version',
      'a non-empty string',
      '""',
    ],
    [
      create,
      { accountNamePrefix: 'a', displayName: 'a', tags: [{ key: '', value: 'x' }] },
      'tags.0.key',
      'a non-empty string',
      '""',
    ],
  ])('%#: %s', async (document, input, field, expected, got) => {
    const result = await run(document, input);
    const dryRun = await run(document, { ...input, dryRun: true });

    expect(dryRun).toEqual(result);
    expect(result).toMatchObject({
      outcome: 'REJECTED',
      requestId: null,
      errors: [
        {
          code: 'BAD_USER_INPUT',
          upstreamCode: null,
          message: `input.${field} must be ${expected}, but got ${got}.`,
          field: ['input', ...field.split('.')],
          retryable: false,
          retryAfterMs: null,
        },
      ],
    });
    expect(gateway.emulator.calls.of('EnrollAccount')).toEqual([]);
  });
});

it('is REJECTED for an account of another directory, names the input field, and shows no such account', async () => {
  const answer = await gateway.query<{ enrollAccount: Payload }>(enroll, { input: { accountId: outsiderId } });

  expect(answer.errors).toBeUndefined();
  expect(answer.data?.enrollAccount).toMatchObject({
    outcome: 'REJECTED',
    errors: [
      {
        code: 'NOT_FOUND',
        upstreamCode: 'InvalidUser.NotFound',
        message: `Cloud Governance Center reports that the specified account does not exist. input.accountId must be an account of the resource directory, but got "${outsiderId}".`,
        field: ['input', 'accountId'],
      },
    ],
    account: null,
    enrollment: null,
  });
});
