import type { FaultRuleInput } from '../../../src/emulator';
import { demoAccounts } from '../../../src/emulator';
import { adviseRetry, explanations, passingFailures } from '../../../src/errors/explanations';
import { smallWorld } from '../../emulator/world/worlds';
import { actionNow } from '../../support/cloudConfigVersion';
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

const recorder = '{ configurationRecorder { status } }';
const action = actionNow('DescribeConfigurationRecorder');
type ClientErrorCode = keyof typeof passingFailures;
const registered = { data: { configurationRecorder: { status: 'REGISTERED' } } };

const passing: [string, FaultRuleInput, ClientErrorCode][] = [
  ['a 503 without a code', { kind: 'status', action }, 'UPSTREAM_UNAVAILABLE'],
  ['a 500 with a code', { kind: 'status', action, status: 500, code: 'InternalError' }, 'UPSTREAM_UNAVAILABLE'],
  ['a reset', { kind: 'reset', action }, 'UPSTREAM_UNAVAILABLE'],
  ['a reset within the answer', { kind: 'resetInBody', action }, 'UPSTREAM_BAD_RESPONSE'],
];

const broken: [string, FaultRuleInput, ClientErrorCode][] = [
  ['a page of HTML', { kind: 'html', action }, 'UPSTREAM_BAD_RESPONSE'],
  ['a bad gateway’s page', { kind: 'html', action, status: 502 }, 'UPSTREAM_BAD_RESPONSE'],
  ['an empty body', { kind: 'empty', action }, 'UPSTREAM_BAD_RESPONSE'],
  ['a truncated answer', { kind: 'truncated', action }, 'UPSTREAM_BAD_RESPONSE'],
];

it.each(passing)('is sent again after %s, and again, and then succeeds', async (_, rule) => {
  gateway.emulator.faults.add({ ...rule, times: 2 });

  const answer = await gateway.query(recorder);

  expect(answer).toEqual(registered);
  expect(gateway.upstreamCalls()).toEqual([action, action, action]);
});

it.each(broken)('is sent once more after %s, and then succeeds', async (_, rule) => {
  gateway.emulator.faults.add({ ...rule, times: 1 });

  const answer = await gateway.query(recorder);

  expect(answer).toEqual(registered);
  expect(gateway.upstreamCalls()).toEqual([action, action]);
});

it.each([
  ...passing.map((each) => [...each, 3] as const),
  // What is broken twice is broken at its source.
  ...broken.map((each) => [...each, 2] as const),
])('%s: is given up after so many times, and may be requested later', async (_, rule, code, times) => {
  gateway.emulator.faults.add(rule);

  const { data, errors } = await gateway.query(recorder);

  expect(data).toEqual({ configurationRecorder: null });
  expect(errors).toMatchObject([
    {
      message: adviseRetry(passingFailures[code]).en,
      path: ['configurationRecorder'],
      extensions: { code, retryable: true, upstream: { action } },
    },
  ]);
  expect(gateway.upstreamCalls()).toEqual(Array(times).fill(action));
});

it('is sent again after throttling', async () => {
  gateway.emulator.faults.add({ kind: 'throttle', action, times: 1, retryAfterMs: 1 });

  expect(await gateway.query(recorder)).toEqual(registered);
  expect(gateway.upstreamCalls()).toEqual([action, action]);
});

it('is given up at once if the upstream asks to wait longer than anybody does, and says how long', async () => {
  gateway.emulator.faults.add({ kind: 'throttle', action, retryAfterMs: 60_000 });

  const { errors } = await gateway.query(recorder, {}, { 'accept-language': 'zh' });

  const [call] = gateway.emulator.calls.of(action);
  expect(errors).toEqual([
    {
      message: explanations.UPSTREAM_THROTTLED.zh,
      locations: [{ line: 1, column: 3 }],
      path: ['configurationRecorder'],
      extensions: {
        code: 'UPSTREAM_THROTTLED',
        retryable: true,
        retryAfterMs: 60_000,
        upstream: { code: call?.code, requestId: call?.requestId, action },
      },
    },
  ]);
  expect(gateway.upstreamCalls()).toEqual([action]);
});

it('one failing field nulls itself, and its siblings arrive', async () => {
  gateway.emulator.faults.add({ kind: 'empty', action: 'GetResourceDirectory' });
  gateway.emulator.faults.add({ kind: 'html', action: 'GetEnrolledAccount' });

  const { data, errors } = await gateway.query(`{
    configurationRecorder { status }
    resourceDirectory { resourceDirectoryId }
    currentAccount { accountId enrollment { status } configurationRecorder { status } }
    configurationTimeline(resource: { region: "cn-hangzhou", resourceType: "ACS::ECS::Disk", resourceId: "d-bp1r5s9d3f7g1h4j8k2l" }, first: 1) {
      nodes { eventType }
    }
  }`);

  expect(data).toEqual({
    configurationRecorder: { status: 'REGISTERED' },
    resourceDirectory: null,
    currentAccount: {
      accountId: demoAccounts.management,
      enrollment: null,
      configurationRecorder: { status: 'REGISTERED' },
    },
    configurationTimeline: { nodes: [{ eventType: 'REMOVE' }] },
  });
  expect(errors?.map(({ path, extensions }) => [path, extensions?.code])).toEqual([
    [['resourceDirectory'], 'UPSTREAM_BAD_RESPONSE'],
    [['currentAccount', 'enrollment'], 'UPSTREAM_BAD_RESPONSE'],
  ]);
});

it('reports the failure of a shared call at each field that reads it, and makes one call', async () => {
  gateway.emulator.faults.add({ kind: 'status', action, status: 403, code: 'Forbidden.RAM' });

  const { data, errors } = await gateway.query(
    '{ a: configurationRecorder { status } b: configurationRecorder { status } }',
  );

  expect(data).toEqual({ a: null, b: null });
  expect(errors?.map(({ path }) => path)).toEqual([['a'], ['b']]);
  expect(gateway.upstreamCalls()).toEqual([action]);
});

it('is FORBIDDEN if RAM denies it, under the code that the gateway of all products answers with', async () => {
  const own = await startGateway({ world: smallWorld({ key: { denied: ['resourcemanager:*'] } }) });

  const { errors } = await own.query('{ resourceDirectory { resourceDirectoryId } }');

  await own.stop();
  expect(errors).toMatchObject([
    {
      message: explanations.FORBIDDEN.en,
      extensions: { code: 'FORBIDDEN', upstream: { code: 'Forbidden.RAM', action: 'GetResourceDirectory' } },
    },
  ]);
});

it('is UPSTREAM_AUTH, and nobody’s fault but the operator’s, if the key is refused', async () => {
  const own = await startGateway({ accessKeySecret: 'wrong' });

  const { errors } = await own.query(recorder);

  await own.stop();
  expect(errors).toMatchObject([
    {
      message: explanations.UPSTREAM_AUTH.en,
      extensions: {
        code: 'UPSTREAM_AUTH',
        retryable: false,
        upstream: { code: 'SignatureDoesNotMatch', action: 'GetCallerIdentity' },
      },
    },
  ]);
});
