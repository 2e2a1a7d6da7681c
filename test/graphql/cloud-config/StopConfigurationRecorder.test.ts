import { handlers } from '../../../src/emulator';
import { groupedWorld } from '../../emulator/refusals/accountGroupRefusals';
import { managementId, memberId, smallWorld } from '../../emulator/world/worlds';
import type { GatewayOptions, TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

const active = { status: 'REGISTERED' as const, since: '2025-01-01T00:00:00.000Z' };
const recording = smallWorld({ management: { recorder: active }, member: { recorder: active } });
const newer = { cloudConfigVersion: '2020-09-07' } as const;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ ...newer, world: recording });
});
beforeEach(() => {
  gateway.emulator.reset();
});
afterAll(() => gateway.stop());

const document = `
  mutation ($input: StopConfigurationRecorderInput!) {
    stopConfigurationRecorder(input: $input) {
      outcome requestId
      errors { code upstreamCode message field retryable }
      configurationRecorder { accountId status }
    }
  }`;
const run = (input: object, on = gateway, language = 'en') =>
  on.query<{ stopConfigurationRecorder: { errors: { message: string }[] } }>(
    document,
    { input },
    { 'accept-language': language },
  );

it('stops the recorder of the current account, and of no other', async () => {
  const answer = await run({});

  const [stop] = gateway.emulator.calls.of('StopConfigurationRecorder');
  expect(answer).toEqual({
    data: {
      stopConfigurationRecorder: {
        outcome: 'SUCCEEDED',
        requestId: stop?.requestId,
        errors: [],
        configurationRecorder: { accountId: managementId, status: 'REGISTRABLE' },
      },
    },
  });
  expect(stop?.effect).toBe(`recorder of account ${managementId} stopped`);
  expect(gateway.emulator.world.recorders.status(memberId)).toBe('REGISTERED');
  expect(gateway.upstreamCalls()).toEqual(['StopConfigurationRecorder', 'GetConfigurationRecorder']);
});

it('stops that of a member by a role in it', async () => {
  const { data } = await run({ accountId: memberId });

  const status = gateway.emulator.world.recorders.status(managementId);
  expect(data?.stopConfigurationRecorder).toMatchObject({
    outcome: 'SUCCEEDED',
    configurationRecorder: { accountId: memberId, status: 'REGISTRABLE' },
  });
  expect(status).toBe('REGISTERED');
  expect(gateway.emulator.calls.of('StopConfigurationRecorder')).toMatchObject([{ accountId: memberId }]);
});

it('sends nothing on a dry run, nor for what can be no account ID', async () => {
  const dry = await run({ dryRun: true });
  const other = await run({ accountId: 'payments' });

  expect(dry).toMatchObject({ data: { stopConfigurationRecorder: { outcome: 'VALIDATED', errors: [] } } });
  expect(other).toMatchObject({
    data: {
      stopConfigurationRecorder: {
        outcome: 'REJECTED',
        errors: [{ code: 'BAD_USER_INPUT', field: ['input', 'accountId'] }],
      },
    },
  });
  expect(gateway.emulator.calls.of('StopConfigurationRecorder')).toEqual([]);
});

it('is FORBIDDEN if the gateway speaks the older version, which cannot stop a recorder', async () => {
  const older = await startGateway({ cloudConfigVersion: '2019-01-08', world: recording });

  const english = await run({}, older);
  const chinese = await run({ dryRun: true }, older, 'zh');

  const calls = older.upstreamCalls();
  await older.stop();
  const rejected = (message: string) => ({
    data: {
      stopConfigurationRecorder: {
        outcome: 'REJECTED',
        requestId: null,
        errors: [{ code: 'FORBIDDEN', upstreamCode: null, message, field: null, retryable: false }],
        configurationRecorder: null,
      },
    },
  });
  expect(english).toEqual(
    rejected(
      'The gateway uses Cloud Config 2019-01-08, which cannot stop a recorder. Its operator can set CLOUD_CONFIG_API_VERSION=2020-09-07.',
    ),
  );
  expect(chinese).toEqual(
    rejected(
      '网关当前使用配置审计 2019-01-08 版本，该版本无法关闭资源监控。运维人员可设置 CLOUD_CONFIG_API_VERSION=2020-09-07。',
    ),
  );
  expect(calls).toEqual([]);
});

const codes: [string, GatewayOptions, string][] = [
  ['AdminStopSLRFail', { world: groupedWorld }, 'CONFLICT'],
  ['MemberStopSLRFail', { world: groupedWorld, accessKeyId: 'memberid', accessKeySecret: 'membersecret' }, 'CONFLICT'],
  [
    'StopSLRFail',
    { world: smallWorld({ management: { recorder: active, serviceLinkedRole: 'permanent' } }) },
    'UPSTREAM_REJECTED',
  ],
];

it.each(codes)('reports %s in the payload, in English and in Chinese', async (upstreamCode, options, code) => {
  const own = await startGateway({ ...newer, ...options });

  const english = await run({}, own);
  const chinese = await run({}, own, 'zh-CN');

  const effects = own.emulator.calls.effects();
  await own.stop();
  for (const { data } of [english, chinese]) {
    expect(data?.stopConfigurationRecorder).toMatchObject({
      outcome: 'REJECTED',
      errors: [{ code, upstreamCode, retryable: false, field: null }],
      configurationRecorder: null,
    });
  }
  expect(english.data?.stopConfigurationRecorder.errors[0]?.message).toMatch(/^[A-Z][^一-鿿]+\.$/);
  expect(chinese.data?.stopConfigurationRecorder.errors[0]?.message).toMatch(/[一-鿿]/);
  expect(effects).toEqual([]);
});

it.each([false, undefined])('is UNKNOWN if the answer says %s instead of true', async (result) => {
  const own = await startGateway({
    ...newer,
    world: recording,
    handlers: { ...handlers, StopConfigurationRecorder: () => ({ StopConfigurationRecorderResult: result }) },
  });

  const { data } = await run({}, own);

  const [call] = own.emulator.calls.of('StopConfigurationRecorder');
  await own.stop();
  expect(data?.stopConfigurationRecorder).toMatchObject({
    outcome: 'UNKNOWN',
    requestId: call?.requestId,
    errors: [{ code: 'UPSTREAM_BAD_RESPONSE', retryable: false }],
  });
});
