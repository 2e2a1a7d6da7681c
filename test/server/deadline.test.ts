import { actionNow } from '../support/cloudConfigVersion';
import { SimulatedTime } from '../support/simulatedTime';
import type { TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';

/** How long a request waits, by its headers; and what happens if its client does not wait at all. */

const action = actionNow('DescribeConfigurationRecorder');
const recorder = '{ configurationRecorder { status } }';

let gateway: TestGateway;
let time: SimulatedTime;

beforeEach(async () => {
  time = new SimulatedTime();
  gateway = await startGateway({ clock: time });
});
afterEach(() => gateway.stop());

/** How long the answer took in simulated milliseconds, and its codes. */
const ask = async (document: string, headers: Record<string, string>) => {
  const before = time.now();
  const { errors = [] } = await time.passUntil(gateway.ask(document, {}, headers));
  return { tookMs: time.now() - before, codes: errors.map(({ extensions }) => extensions?.code) };
};

it.each([
  ['x-request-deadline-ms', 900],
  ['x-envoy-expected-rq-timeout-ms', 1700],
])('ends the reads of a request after the time in %s', async (header, deadlineMs) => {
  gateway.emulator.faults.add({ kind: 'hang', action });

  const { tookMs, codes } = await ask(recorder, { [header]: String(deadlineMs) });

  expect(codes).toEqual(['UPSTREAM_TIMEOUT']);
  expect(tookMs).toBeGreaterThan(deadlineMs - 100);
  expect(tookMs).toBeLessThanOrEqual(deadlineMs + 100);
});

it('never waits longer than it does anyway', async () => {
  gateway.emulator.faults.add({ kind: 'hang', action });

  const { tookMs, codes } = await ask(recorder, { 'x-request-deadline-ms': '600000' });

  expect(codes).toEqual(['UPSTREAM_TIMEOUT']);
  expect(tookMs).toBeLessThanOrEqual(10_100);
  expect(gateway.upstreamCalls()).toEqual([action, action, action]);
});

it('ends the wait for the account of the credentials, too, which other requests share', async () => {
  gateway.emulator.faults.add({ kind: 'latency', ms: 2000, action: 'GetCallerIdentity', times: 1 });
  const document = '{ currentAccount { accountId } }';

  const [short, long] = await Promise.all([ask(document, { 'x-request-deadline-ms': '500' }), ask(document, {})]);

  expect(short.codes).toEqual(['UPSTREAM_TIMEOUT']);
  expect(long.codes).toEqual([]);
  expect(gateway.emulator.calls.of('GetCallerIdentity')).toHaveLength(1);
});

it('begins no call that could not end in time', async () => {
  const { tookMs, codes } = await ask(recorder, { 'x-request-deadline-ms': '149' });

  expect(codes).toEqual(['UPSTREAM_TIMEOUT']);
  expect(tookMs).toBe(0);
  expect(gateway.emulator.calls.total).toBe(0);
});
