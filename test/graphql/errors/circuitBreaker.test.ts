import { actionNow } from '../../support/cloudConfigVersion';
import { SimulatedTime } from '../../support/simulatedTime';
import type { AnswerWithCost, TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

const action = actionNow('DescribeConfigurationRecorder');
const recorder = '{ configurationRecorder { status } }';
const start = 'mutation { startConfigurationRecorder(input: {}) { outcome errors { code retryable retryAfterMs } } }';

let gateway: TestGateway;
let time: SimulatedTime;

beforeEach(async () => {
  time = new SimulatedTime();
  gateway = await startGateway({ clock: time, sparing: true });
  await ask('{ currentAccount { accountId } }');
});
afterEach(() => gateway.stop());

const ask = (document: string): Promise<AnswerWithCost> => time.passUntil(gateway.ask(document));

/** Lets so many reads fail that the circuit is open. */
const openCircuit = async () => {
  gateway.emulator.faults.add({ kind: 'status', action });
  for (let read = 0; read < 2; read += 1) await ask(recorder);
  gateway.emulator.calls.clear();
};

it('answers reads at once after five failures in a row, without a call, and says when to come back', async () => {
  await openCircuit();
  const before = time.now();

  const { data, errors } = await ask(recorder);

  expect(time.now()).toBe(before);
  expect(data).toEqual({ configurationRecorder: null });
  expect(errors).toMatchObject([
    { extensions: { code: 'UPSTREAM_UNAVAILABLE', retryable: true, retryAfterMs: expect.any(Number) as number } },
  ]);
  expect(errors?.[0]?.extensions?.retryAfterMs).toBeGreaterThan(3500);
  expect(errors?.[0]?.extensions?.retryAfterMs).toBeLessThanOrEqual(5000);
  expect(gateway.upstreamCalls()).toEqual([]);
});

it('leaves other products alone', async () => {
  await openCircuit();

  expect(await ask('{ resourceDirectory { resourceDirectoryId } }')).toMatchObject({
    data: { resourceDirectory: { resourceDirectoryId: expect.any(String) as string } },
  });
});

it('rejects mutations before they are sent', async () => {
  await openCircuit();

  const { data } = await ask(start);

  expect(data).toMatchObject({
    startConfigurationRecorder: {
      outcome: 'REJECTED',
      errors: [{ code: 'UPSTREAM_UNAVAILABLE', retryable: true, retryAfterMs: expect.any(Number) as number }],
    },
  });
  expect(gateway.upstreamCalls()).toEqual([]);
});

it('sends no mutation as a probe: one that comes first after the pause is rejected, too', async () => {
  await openCircuit();
  gateway.emulator.faults.clear();
  time.advance(5000);

  const { data } = await ask(start);

  expect(data).toMatchObject({ startConfigurationRecorder: { outcome: 'REJECTED' } });
  expect(gateway.emulator.calls.of(actionNow('StartConfigurationRecorder'))).toEqual([]);
});

it('closes after one read that succeeds, and logs both', async () => {
  await openCircuit();
  gateway.emulator.faults.clear();
  time.advance(5000);

  const read = await ask(recorder);
  const written = await ask(start);

  expect(read.data).toEqual({ configurationRecorder: { status: 'REGISTERED' } });
  expect(written.data).not.toMatchObject({ startConfigurationRecorder: { outcome: 'REJECTED' } });
  const alarms = gateway.log.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ alarm }) => alarm);
  expect(alarms).toMatchObject([
    { level: 50, alarm: 'CIRCUIT_OPENED', product: 'Config', host: gateway.emulator.url },
    { level: 30, alarm: 'CIRCUIT_CLOSED', product: 'Config', host: gateway.emulator.url },
  ]);
});
