import { setImmediate as nextTurn } from 'node:timers/promises';
import { actionNow } from '../../support/cloudConfigVersion';
import { SimulatedTime } from '../../support/simulatedTime';
import type { AnswerWithCost, TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

/** What a refusal of the upstream does to the calls that come after it. The gateway keeps quotas, as it does by default. */

const action = actionNow('DescribeDiscoveredResource');
const recorderAction = actionNow('DescribeConfigurationRecorder');
const recorder = '{ configurationRecorder { status } }';
const start = 'mutation { startConfigurationRecorder(input: {}) { outcome errors { code retryAfterMs } } }';
const startAction = actionNow('StartConfigurationRecorder');

const resource = (id: string) =>
  `cloudResource(key: { region: "cn-hangzhou", resourceType: "ACS::ECS::Instance", resourceId: "${id}" }) { id }`;

let gateway: TestGateway;
let time: SimulatedTime;

beforeEach(async () => {
  time = new SimulatedTime();
  gateway = await startGateway({ clock: time, quotas: true, sparing: true });
  await ask('{ currentAccount { accountId } }');
  gateway.emulator.calls.clear();
});
afterEach(() => gateway.stop());

const ask = (document: string): Promise<AnswerWithCost> => time.passUntil(gateway.ask(document));

/** Resolves once the gateway has logged this. */
const untilLogged = async (text: string): Promise<void> => {
  while (!gateway.log.some((line) => line.includes(text))) await nextTurn();
};

const timesOf = (ofAction: string): number[] =>
  gateway.emulator.calls.of(ofAction).map((call) => Date.parse(call.time));

it('is over when the upstream is well: three reads that met nine refusals do not hold up the next', async () => {
  gateway.emulator.faults.add({ kind: 'throttle', action, times: 9 });
  const { errors } = await ask(`{ a: ${resource('i-1')} b: ${resource('i-2')} c: ${resource('i-3')} }`);
  const healedAt = time.now();

  const next = await ask(`{ ${resource('i-bp1h4kq7w2m9x0c3v8ze')} }`);

  expect(errors).toHaveLength(3);
  for (const { extensions } of errors ?? []) {
    expect(extensions).toMatchObject({ code: 'UPSTREAM_THROTTLED', retryable: true });
    // A gap of the even pace at least, and no more than it takes until the pace is whole again.
    expect(extensions?.retryAfterMs).toBeGreaterThan(0);
    expect(extensions?.retryAfterMs).toBeLessThanOrEqual(3000);
  }
  expect(next.errors).toBeUndefined();
  expect(time.now() - healedAt).toBeLessThan(300);
  expect(gateway.emulator.calls.of(action)).toHaveLength(10);
});

it('holds every request for as long as the upstream asks, one that writes included', async () => {
  gateway.emulator.faults.add({ kind: 'throttle', action: recorderAction, retryAfterMs: 2000, times: 1 });
  const readAndWrite = `mutation { startConfigurationRecorder(input: {}) { outcome configurationRecorder { status } } }`;

  const refused = ask(recorder);
  await untilLogged(`"action":"${recorderAction}"`);
  const answers = await Promise.all([refused, ask(readAndWrite), ask(recorder)]);

  const [first = 0, ...later] = timesOf(recorderAction);
  expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined, undefined]);
  expect(later.length).toBeGreaterThan(0);
  for (const at of later) expect(at - first).toBeGreaterThanOrEqual(1999);
});

it('answers at once with the wait of the upstream if that is longer than the deadline, and later with what is left', async () => {
  gateway.emulator.faults.add({ kind: 'throttle', action: recorderAction, retryAfterMs: 60_000 });
  const before = time.now();

  const first = await ask(recorder);
  time.advance(20_000);
  const second = await ask(recorder);

  expect(time.now() - before).toBeLessThan(20_200);
  expect(first.errors).toMatchObject([{ extensions: { code: 'UPSTREAM_THROTTLED', retryAfterMs: 60_000 } }]);
  expect(second.errors).toMatchObject([{ extensions: { code: 'UPSTREAM_THROTTLED' } }]);
  expect(second.errors?.[0]?.extensions?.retryAfterMs).toBeGreaterThan(39_000);
  expect(second.errors?.[0]?.extensions?.retryAfterMs).toBeLessThanOrEqual(40_000);
  expect(gateway.emulator.calls.of(recorderAction)).toHaveLength(1);
});

it('keeps to a wait of hours: nothing is sent until it is over', async () => {
  gateway.emulator.faults.add({ kind: 'throttle', action: recorderAction, retryAfterMs: 7_200_000, times: 1 });

  const first = await ask(recorder);
  time.advance(7_100_000);
  const held = await ask(recorder);
  time.advance(100_000);
  const last = await ask(recorder);

  expect(first.errors).toMatchObject([{ extensions: { retryAfterMs: 7_200_000 } }]);
  expect(held.errors).toMatchObject([{ extensions: { code: 'UPSTREAM_THROTTLED' } }]);
  expect(held.errors?.[0]?.extensions?.retryAfterMs).toBeLessThanOrEqual(100_000);
  expect(last.errors).toBeUndefined();
  const [refusedAt = 0, sentAt = 0, ...others] = timesOf(recorderAction);
  expect(sentAt - refusedAt).toBeGreaterThanOrEqual(7_199_999);
  expect(others).toEqual([]);
});

it('holds writes, too, and rejects them with what is left of the wait', async () => {
  gateway.emulator.faults.add({ kind: 'throttle', action: startAction, retryAfterMs: 60_000 });

  const first = await ask(start);
  time.advance(10_000);
  const second = await ask(start);

  expect(first.data).toMatchObject({
    startConfigurationRecorder: { outcome: 'REJECTED', errors: [{ code: 'UPSTREAM_THROTTLED', retryAfterMs: 60_000 }] },
  });
  expect(second.data).toMatchObject({
    startConfigurationRecorder: { outcome: 'REJECTED', errors: [{ code: 'UPSTREAM_THROTTLED' }] },
  });
  expect(gateway.emulator.calls.of(startAction)).toHaveLength(1);
});
