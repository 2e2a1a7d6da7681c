import { demoAccounts, supportedResourceTypes } from '../../../src/emulator';
import { epoch, smallWorld } from '../../emulator/world/worlds';
import { actionNow, underVersion } from '../../support/cloudConfigVersion';
import type { GatewayOptions, TestGateway } from '../../support/startGateway';
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
  mutation ($input: UpdateConfigurationRecorderInput!) {
    updateConfigurationRecorder(input: $input) {
      outcome
      errors { code upstreamCode message field retryable }
      configurationRecorder { accountId status resourceTypes }
    }
  }`;
const run = (input: object, on = gateway, language = 'en') =>
  on.query<{ updateConfigurationRecorder: Record<string, unknown> }>(
    document,
    { input },
    { 'accept-language': language },
  );
const types = ['ACS::ECS::Instance', 'ACS::OSS::Bucket'];

it('lists the types that can be recorded', async () => {
  expect(await gateway.query('{ supportedResourceTypes }')).toEqual({ data: { supportedResourceTypes } });
});

it('chooses what is recorded: the recorder is rebuilt for minutes, and then on', async () => {
  const { data, errors } = await run({ resourceTypes: [...types, ...types] });

  const calls = gateway.upstreamCalls();
  gateway.emulator.world.clock.advance(6 * 60_000);
  const later = await gateway.query('{ configurationRecorder { status resourceTypes } }');
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    updateConfigurationRecorder: {
      outcome: 'IN_PROGRESS',
      errors: [],
      configurationRecorder: { accountId: demoAccounts.management, status: 'REBUILDING', resourceTypes: types },
    },
  });
  expect(calls).toEqual([
    actionNow('GetSupportedResourceTypes'),
    actionNow('PutConfigurationRecorder'),
    actionNow('DescribeConfigurationRecorder'),
  ]);
  expect(later).toEqual({ data: { configurationRecorder: { status: 'REGISTERED', resourceTypes: types } } });
});

it.each<[string, string[], string[], RegExp, RegExp]>([
  [
    'a slip',
    ['ACS::ECS::Instance', 'ACS::ECS::Instances'],
    ['input', 'resourceTypes', '1'],
    /the nearest are ACS::ECS::Instance, /,
    /最接近的有 ACS::ECS::Instance, /,
  ],
  [
    'another letter case',
    ['acs::oss::bucket'],
    ['input', 'resourceTypes', '0'],
    /the nearest are ACS::OSS::Bucket, /,
    /最接近的有 ACS::OSS::Bucket, /,
  ],
  ['no type at all', [], ['input', 'resourceTypes'], /must be at least one resource type/, /至少一个资源类型/],
])('refuses %s with the nearest names, and changes nothing', async (_, resourceTypes, field, en, zh) => {
  const english = await run({ resourceTypes });
  const chinese = await run({ resourceTypes }, gateway, 'zh');

  const rejected = (message: RegExp) => ({
    data: {
      updateConfigurationRecorder: {
        outcome: 'REJECTED',
        errors: [
          {
            code: 'BAD_USER_INPUT',
            upstreamCode: null,
            message: expect.stringMatching(message) as string,
            field,
            retryable: false,
          },
        ],
      },
    },
  });
  expect(english).toMatchObject(rejected(en));
  expect(chinese).toMatchObject(rejected(zh));
  expect(gateway.emulator.calls.of(actionNow('PutConfigurationRecorder'))).toEqual([]);
});

it('sends nothing on a dry run, and refuses what can be no account ID', async () => {
  const dry = await run({ resourceTypes: types, dryRun: true });
  const other = await run({ resourceTypes: types, accountId: 'payments' });

  expect(dry).toMatchObject({ data: { updateConfigurationRecorder: { outcome: 'VALIDATED', errors: [] } } });
  expect(other).toMatchObject({
    data: {
      updateConfigurationRecorder: {
        outcome: 'REJECTED',
        errors: [{ code: 'BAD_USER_INPUT', field: ['input', 'accountId'] }],
      },
    },
  });
  expect(gateway.emulator.calls.of(actionNow('PutConfigurationRecorder'))).toEqual([]);
});

const active = { status: 'REGISTERED' as const, since: '2025-01-01T00:00:00.000Z' };
const rebuilding = { status: 'REBUILDING' as const, since: epoch };
const member = { accessKeyId: 'memberid', accessKeySecret: 'membersecret' };
const codes: [string, GatewayOptions, object][] = [
  [
    'NoPermission',
    {
      world: smallWorld({
        management: { recorder: active },
        key: { denied: [`config:${actionNow('PutConfigurationRecorder')}`] },
      }),
    },
    { code: 'FORBIDDEN', retryable: false },
  ],
  [
    'ProcessIsRunning',
    { world: smallWorld({ management: { recorder: rebuilding } }) },
    { code: 'CONFLICT', retryable: true },
  ],
  [
    'ServiceUnavailable',
    { world: smallWorld({ outages: ['Config'] }) },
    { code: 'UPSTREAM_UNAVAILABLE', retryable: true },
  ],
];

/**
 * The refusal of each version for a member of an organization that upgraded, and for an account that was never started.
 */
const governed = {
  world: smallWorld({ management: { recorder: active, organization: active }, member: { recorder: active } }),
  ...member,
};
const versioned: [string, GatewayOptions, object][] = underVersion({
  '2019-01-08': [
    ['RDMemberNoPermission', governed, { code: 'FORBIDDEN', retryable: false }],
    ['AccountNotExisted', { world: smallWorld() }, { code: 'NOT_FOUND', retryable: false }],
  ],
  // The newer version documents neither for this operation: both are known by their family.
  '2020-09-07': [
    ['EnterpriseEditionAllResourceTypesDefault', governed, { code: 'CONFLICT', retryable: false }],
    ['ConfigServiceNotEnabled', { world: smallWorld() }, { code: 'NOT_FOUND', retryable: false }],
  ],
});

it.each([...codes, ...versioned])(
  'reports %s in the payload, in English and in Chinese',
  async (upstreamCode, options, expected) => {
    const own = await startGateway(options);

    const english = await run({ resourceTypes: types }, own);
    const chinese = await run({ resourceTypes: types }, own, 'zh-CN');

    await own.stop();
    const [en, zh] = [english, chinese].map(
      ({ data }) => data?.updateConfigurationRecorder as { outcome: string; errors: { message: string }[] },
    );
    expect(en).toMatchObject({ outcome: 'REJECTED', errors: [{ upstreamCode, ...expected }] });
    expect(zh).toMatchObject({ outcome: 'REJECTED', errors: [{ upstreamCode, ...expected }] });
    expect(en?.errors[0]?.message).toMatch(/^[A-Z][^一-鿿]+\.$/);
    expect(zh?.errors[0]?.message).toMatch(/[一-鿿]/);
  },
);
