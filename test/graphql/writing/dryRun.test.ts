import type { FaultRuleInput } from '../../../src/emulator';
import { epoch, managementId, memberId, outsiderId, smallWorld, unknownId } from '../../emulator/world/worlds';
import type { GatewayOptions, TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';
import type { Payload } from './payloads';
import { fullMutation, nothingShown } from './payloads';

const active = { status: 'REGISTERED' as const, since: '2025-01-01T00:00:00.000Z' };
const building = { status: 'BUILDING' as const, since: epoch };
const asMember = { accessKeyId: 'memberid', accessKeySecret: 'membersecret' };
const writes = /^(Start|Stop|Update|Put|Init|Enroll)/;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ world: smallWorld({ management: { recorder: active } }) });
});
beforeEach(() => {
  gateway.emulator.reset();
});
afterAll(() => gateway.stop());

/** Sends a mutation as a dry run; nothing but its payload may come of it. */
const dryRun = async (name: string, input: string, on = gateway, language = 'en'): Promise<Payload> => {
  const document = fullMutation(name, `${input} dryRun: true`);
  const { data, errors } = await on.query<Record<string, Payload>>(document, {}, { 'accept-language': language });
  expect(errors).toBeUndefined();
  expect(on.emulator.calls.effects()).toEqual([]);
  expect(on.upstreamCalls().filter((action) => writes.test(action))).toEqual([]);
  const payload = data?.[name];
  if (payload === undefined) throw new Error('No payload came.');
  return payload;
};
const dryRunIn = async (options: GatewayOptions, name: string, input: string): Promise<Payload> => {
  const own = await startGateway(options);
  const payload = await dryRun(name, input, own);
  await own.stop();
  return payload;
};

const create = 'accountNamePrefix: "shop", displayName: "Shop"';
const item = 'ACS-BP_ACCOUNT_FACTORY_VPC';

it.each([
  ['startConfigurationRecorder', 'enterpriseEdition: true'],
  ['startConfigurationRecorder', `accountId: "${memberId}"`],
  ['updateConfigurationRecorder', 'resourceTypes: ["ACS::ECS::Instance"]'],
  ['enrollAccount', `accountId: "${memberId}", payerAccountId: "${managementId}"`],
  ['createAccount', `${create}, folderId: "fd-projects01", baselineItems: [{ name: "${item}" }]`],
  ['createAccount', `${create}, folderId: "r-small1"`],
])('validates what the upstream takes: %s with %s', async (name, input) => {
  const validated = await dryRun(name, input);
  const { data } = await gateway.query<Record<string, Payload>>(fullMutation(name, input));

  expect(validated).toEqual({ outcome: 'VALIDATED', requestId: null, errors: [], ...nothingShown(name) });
  expect(['IN_PROGRESS', 'SUCCEEDED']).toContain(data?.[name]?.outcome);
});

it.each([
  ['startConfigurationRecorder', 'enterpriseEdition: true,'],
  ['stopConfigurationRecorder', ''],
  ['updateConfigurationRecorder', 'resourceTypes: ["ACS::ECS::Instance"],'],
  ['initResourceDirectory', ''],
  ['enrollAccount', `accountId: "${memberId}",`],
  ['createAccount', `${create},`],
])('is estimated by what it looks up: %s shows no object', async (name, input) => {
  const costOf = async (document: string) =>
    (await gateway.ask(document, {}, { 'x-cost-only': 'true' })).cost.estimatedCalls;
  const bare = `mutation { ${name}(input: { ${input} dryRun: true }) { outcome } }`;

  expect(await costOf(fullMutation(name, `${input} dryRun: true`))).toBe(await costOf(bare));
});

describe('an input that names what does not exist', () => {
  it.each([
    ['enrollAccount', `accountId: "${unknownId}"`, ['accountId']],
    ['enrollAccount', `accountId: "${outsiderId}"`, ['accountId']],
    ['enrollAccount', `accountId: "${memberId}", payerAccountId: "${unknownId}"`, ['payerAccountId']],
    ['enrollAccount', `accountId: "${memberId}", folderId: "fd-nope"`, ['folderId']],
    ['enrollAccount', `accountId: "${memberId}", baselineId: "afb-nope"`, ['baselineId']],
    ['createAccount', `${create}, payerAccountId: "${unknownId}"`, ['payerAccountId']],
    ['createAccount', `${create}, folderId: "fd-nope"`, ['folderId']],
    ['createAccount', `${create}, baselineId: "afb-nope"`, ['baselineId']],
    [
      'createAccount',
      `${create}, baselineItems: [{ name: "${item}" }, { name: "ACS-BP_NOPE" }]`,
      ['baselineItems', '1', 'name'],
    ],
  ])('is named by a dry run of %s, and by a real one, in both languages: %s', async (name, input, path) => {
    const field = ['input', ...path];
    for (const language of ['en', 'zh']) {
      const tried = await dryRun(name, input, gateway, language);
      const { data, errors } = await gateway.query<Record<string, Payload>>(
        fullMutation(name, input),
        {},
        { 'accept-language': language },
      );

      expect(errors).toBeUndefined();
      for (const payload of [tried, data?.[name]]) {
        expect(payload).toMatchObject({
          outcome: 'REJECTED',
          errors: [{ field, retryable: false }],
          ...nothingShown(name),
        });
        expect(payload?.errors[0]?.message).toContain(field.join('.'));
        expect(/\p{Script=Han}/u.test(payload?.errors[0]?.message ?? '')).toBe(language === 'zh');
      }
      gateway.emulator.calls.clear();
    }
  });

  it('is named once for each that is wrong', async () => {
    const { outcome, errors } = await dryRun(
      'createAccount',
      `${create}, folderId: "fd-nope", baselineId: "afb-nope", payerAccountId: "${unknownId}"`,
    );

    expect(outcome).toBe('REJECTED');
    expect(errors.map(({ field }) => field?.at(-1))).toEqual(['payerAccountId', 'folderId', 'baselineId']);
  });
});

it.each<[string, GatewayOptions, string, string, string, object | undefined]>([
  [
    'a member that asks for the enterprise edition',
    { world: smallWorld(), ...asMember },
    'startConfigurationRecorder',
    'enterpriseEdition: true',
    'REJECTED',
    { code: 'FORBIDDEN', field: null },
  ],
  [
    'the enterprise edition for a member',
    { world: smallWorld() },
    'startConfigurationRecorder',
    `enterpriseEdition: true, accountId: "${memberId}"`,
    'REJECTED',
    { code: 'FORBIDDEN', field: ['input', 'accountId'] },
  ],
  [
    'the enterprise edition without a directory',
    { world: 'fresh' },
    'startConfigurationRecorder',
    'enterpriseEdition: true',
    'REJECTED',
    { code: 'FORBIDDEN' },
  ],
  [
    'the enterprise edition while the recorder is built',
    { world: smallWorld({ management: { recorder: building } }) },
    'startConfigurationRecorder',
    'enterpriseEdition: true',
    'REJECTED',
    { code: 'CONFLICT', retryable: true },
  ],
  [
    'the enterprise edition that is being started',
    { world: smallWorld({ management: { recorder: active, organization: building } }) },
    'startConfigurationRecorder',
    'enterpriseEdition: true',
    'IN_PROGRESS',
    { code: 'CONFLICT', retryable: true },
  ],
  [
    'a recorder that is being built',
    { world: smallWorld({ management: { recorder: building } }) },
    'startConfigurationRecorder',
    '',
    'IN_PROGRESS',
    { code: 'CONFLICT', retryable: true },
  ],
  [
    'an account without the role',
    { world: smallWorld() },
    'startConfigurationRecorder',
    `accountId: "${unknownId}"`,
    'REJECTED',
    { code: 'FORBIDDEN' },
  ],
  [
    'other types while the recorder is built',
    { world: smallWorld({ management: { recorder: building } }) },
    'updateConfigurationRecorder',
    'resourceTypes: ["ACS::ECS::Instance"]',
    'REJECTED',
    { code: 'CONFLICT', retryable: true },
  ],
  [
    'no types',
    { world: smallWorld({ management: { recorder: active } }) },
    'updateConfigurationRecorder',
    'resourceTypes: []',
    'REJECTED',
    { code: 'BAD_USER_INPUT', field: ['input', 'resourceTypes'] },
  ],
  [
    'a recorder that is off',
    { world: smallWorld(), cloudConfigVersion: '2020-09-07' },
    'stopConfigurationRecorder',
    '',
    'ALREADY_DONE',
    { code: 'CONFLICT' },
  ],
  [
    'a directory that exists',
    { world: smallWorld() },
    'initResourceDirectory',
    '',
    'ALREADY_DONE',
    { code: 'CONFLICT' },
  ],
  [
    'a directory for a member of another one',
    { world: smallWorld(), ...asMember },
    'initResourceDirectory',
    '',
    'REJECTED',
    { code: 'CONFLICT' },
  ],
  [
    'an account for a member',
    { world: smallWorld(), ...asMember },
    'createAccount',
    create,
    'REJECTED',
    { code: 'FORBIDDEN' },
  ],
  [
    'an account without a directory',
    { world: 'fresh' },
    'createAccount',
    `${create}, folderId: "fd-nope"`,
    'REJECTED',
    { code: 'FORBIDDEN' },
  ],
])('does not validate %s', async (_what, options, name, input, outcome, error) => {
  expect(await dryRunIn(options, name, input)).toMatchObject({ outcome, errors: [error] });
});

it('is IN_PROGRESS for an account that is being enrolled, under the same baseline alone', async () => {
  await gateway.query(fullMutation('enrollAccount', `accountId: "${memberId}"`));
  gateway.emulator.calls.clear();

  expect(await dryRun('enrollAccount', `accountId: "${memberId}"`)).toMatchObject({
    outcome: 'IN_PROGRESS',
    errors: [{ code: 'CONFLICT', retryable: true }],
    enrollment: { status: 'PENDING' },
  });
  expect(await dryRun('enrollAccount', `accountId: "${memberId}", baselineId: "afb-nope"`)).toMatchObject({
    outcome: 'REJECTED',
    enrollment: null,
  });
});

it.each<[string, string, string, FaultRuleInput, string]>([
  [
    'createAccount',
    `${create}, folderId: "fd-projects01"`,
    'GetFolder',
    { kind: 'status', action: 'GetFolder' },
    'input.folderId',
  ],
  [
    'createAccount',
    `${create}, baselineId: "afb-1"`,
    'GetAccountFactoryBaseline',
    { kind: 'html', action: 'GetAccountFactoryBaseline' },
    'input.baselineId',
  ],
  [
    'initResourceDirectory',
    '',
    'GetResourceDirectory',
    { kind: 'status', action: 'GetResourceDirectory' },
    'whether there is a resource directory',
  ],
])('says what %s could not check with %s if %s fails', async (name, input, _action, fault, subject) => {
  gateway.emulator.faults.add(fault);

  const { outcome, errors } = await dryRun(name, input);

  expect(outcome).toBe('REJECTED');
  expect(errors[0]?.message).toMatch(new RegExp(`^The dry run could not check ${subject}\\. `));
  expect(errors[0]?.code).toMatch(/^UPSTREAM_/);
});

it('costs what is said before it is sent', async () => {
  const document = fullMutation(
    'createAccount',
    `${create}, folderId: "fd-projects01", payerAccountId: "${memberId}" dryRun: true`,
  );

  const { cost } = await gateway.ask(document);

  // The directory, the folder, the payer, and the accounts that were enrolled lately.
  expect(cost.actualCalls).toBe(4);
  expect(cost.estimatedCalls).toBeGreaterThanOrEqual(cost.actualCalls);
});
