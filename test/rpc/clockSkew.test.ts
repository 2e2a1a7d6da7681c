import type { Emulator } from '../../src/emulator';
import { startEmulator } from '../../src/emulator';
import type { Alarm } from '../../src/observability/Alarm';
import { GetCallerIdentity, InitResourceDirectory } from '../../src/operations';
import type { RpcClientOptions, SharedRpcClient } from '../../src/rpc/client';
import { clientOf, failureOf } from './clients';
import { goodBody, reply, Upstream } from './upstream';

const minutes = (count: number) => count * 60_000;
const startedAt = Date.UTC(2026, 0, 1);

let emulator: Emulator;
let now: number;
let alarms: Alarm[];
const opened: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  now = startedAt;
  alarms = [];
  emulator = await startEmulator({ world: 'fresh', quotas: false, wallClock: () => now });
});

afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  await emulator.close();
});

const createClient = (aheadMs: number, options: Partial<RpcClientOptions> = {}): SharedRpcClient => {
  const client = clientOf(
    { origin: emulator.url },
    { wallTime: () => now + aheadMs, onAlarm: (alarm) => alarms.push(alarm), ...options },
  );
  opened.push(client);
  return client;
};

const codes = () => emulator.calls.all().map(({ code }) => code);

it.each([20, -20])('works with a clock that is off by %i minutes: one refusal, and none later', async (off) => {
  const client = createClient(minutes(off));

  for (let call = 0; call < 3; call += 1) {
    await client.call(GetCallerIdentity, {});
    now += minutes(1);
  }

  expect(codes()).toEqual(['InvalidTimeStamp.Expired', null, null, null]);
  expect(alarms).toEqual([{ kind: 'CLOCK', host: emulator.url, skewMs: expect.any(Number) as number }]);
  expect(Math.abs((alarms[0]?.skewMs ?? 0) + minutes(off))).toBeLessThanOrEqual(500);
  expect(Math.abs(client.wallTime() - now)).toBeLessThanOrEqual(500);
});

it('signs a write anew, too, since a time stamp is refused before anything is executed', async () => {
  const client = createClient(minutes(20));

  await client.call(InitResourceDirectory, {});

  expect(codes()).toEqual(['InvalidTimeStamp.Expired', null]);
  expect(emulator.calls.effects()).toHaveLength(1);
});

it('follows a clock that is set right later', async () => {
  let aheadMs = minutes(20);
  const client = createClient(0, { wallTime: () => now + aheadMs });
  await client.call(GetCallerIdentity, {});
  aheadMs = 0;

  // Signed twenty minutes late by the old correction.
  await client.call(GetCallerIdentity, {});
  await client.call(GetCallerIdentity, {});

  expect(codes()).toEqual(['InvalidTimeStamp.Expired', null, 'InvalidTimeStamp.Expired', null, null]);
});

it.each([
  ['not corrected up to five seconds', 4, 4, 0],
  ['corrected above that', 7, 0, 0],
  ['an alarm above a minute', 62, 0, 1],
])('is %s', async (_, offSeconds, seenSeconds, raised) => {
  const upstream = await Upstream.start((response, received) => {
    reply(200, goodBody, { date: new Date(startedAt).toUTCString() })(response, received);
  });
  const client = clientOf(upstream, {
    wallTime: () => startedAt + 500 + offSeconds * 1000,
    onAlarm: (alarm) => alarms.push(alarm),
  });
  opened.push(client, upstream);

  await client.call(GetCallerIdentity, {});
  await client.call(GetCallerIdentity, {});

  const stamps = upstream.received.map(({ body }) => Date.parse(new URLSearchParams(body).get('Timestamp') ?? ''));
  expect(stamps).toEqual([startedAt + offSeconds * 1000, startedAt + seenSeconds * 1000]);
  expect(alarms).toHaveLength(raised);
});

it('does not believe a date that is more than a day away, and signs anew only once', async () => {
  const client = createClient(minutes(25 * 60));

  const error = await failureOf(client.call(GetCallerIdentity, {}));

  expect(error).toMatchObject({ kind: 'AUTH', code: 'InvalidTimeStamp.Expired' });
  expect(codes()).toEqual(['InvalidTimeStamp.Expired', 'InvalidTimeStamp.Expired']);
  expect(alarms).toEqual([]);
});

it('has a nonce and a time stamp of its own for each attempt', async () => {
  const upstream = await Upstream.start(reply(503, {}));
  let second = startedAt;
  const client = clientOf(upstream, { wallTime: () => (second += 1000) });
  opened.push(client, upstream);

  await failureOf(client.call(GetCallerIdentity, {}));

  const sent = upstream.received.map(({ body }) => new URLSearchParams(body));
  expect(sent).toHaveLength(3);
  for (const name of ['SignatureNonce', 'Timestamp', 'Signature']) {
    expect(new Set(sent.map((parameters) => parameters.get(name))).size).toBe(3);
  }
});
