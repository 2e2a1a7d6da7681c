import { getEventListeners } from 'node:events';
import { GetCallerIdentity, InitResourceDirectory } from '../../src/operations';
import type { Operation } from '../../src/operations/operation';
import type { SharedRpcClient } from '../../src/rpc/client';
import { ManualClock } from '../unit/rpc/manualClock';
import { clientOf, failureOf } from './clients';
import type { Behaviour } from './upstream';
import { drip, flood, goodBody, hang, reply, stall, Upstream } from './upstream';

let upstream: Upstream;
let client: SharedRpcClient;

beforeEach(async () => {
  upstream = await Upstream.start();
  client = clientOf(upstream);
});

afterEach(async () => {
  await client.close();
  await upstream.close();
});

const phases: [string, Behaviour][] = [
  ['hangs before the headers', hang],
  ['stalls in the body', stall],
  ['drips', drip],
];

it.each(phases)('ends a read that %s when its time is over, and closes the socket', async (_, behaviour) => {
  upstream.behaviour = behaviour;
  const clock = new ManualClock();
  const patient = clientOf(upstream, { clock });
  const failure = failureOf(patient.call(GetCallerIdentity, {}));

  for (const attempt of [1, 2, 3]) {
    await upstream.receives(attempt);
    const abandoned = upstream.abandoned();
    clock.advance(3000);
    await abandoned;
    // A pause of nothing is still a pause.
    while (attempt < 3 && clock.asleep === 0) await new Promise((resolve) => setImmediate(resolve));
    clock.advance(0);
  }

  expect(await failure).toMatchObject({ kind: 'TIMEOUT', detail: 'no complete answer within 3000 ms' });
  expect(upstream.received).toHaveLength(3);
  expect(clock.asleep).toBe(0);
  await patient.close();
});

it.each(phases)('sends a write that %s once, and ends it when its own time is over', async (_, behaviour) => {
  upstream.behaviour = behaviour;
  const clock = new ManualClock();
  const patient = clientOf(upstream, { clock });
  const failure = failureOf(patient.call(InitResourceDirectory, {}));

  await upstream.receives(1);
  const abandoned = upstream.abandoned();
  clock.advance(10_000);
  await abandoned;

  expect((await failure).kind).toBe('TIMEOUT');
  expect(upstream.received).toHaveLength(1);
  await patient.close();
});

it.each(phases)('ends a read that %s when the caller goes, and closes the socket', async (_, behaviour) => {
  upstream.behaviour = behaviour;
  const caller = new AbortController();
  const failure = failureOf(client.call(GetCallerIdentity, {}, { signal: caller.signal }));

  await upstream.receives(1);
  const abandoned = upstream.abandoned();
  caller.abort(new Error('reasons of the caller'));
  await abandoned;

  expect(await failure).toMatchObject({ kind: 'ABORTED', detail: 'the caller went away' });
  expect(upstream.received).toHaveLength(1);
});

it('closes the socket of a flood', async () => {
  upstream.behaviour = (response, request) => {
    flood(response, request);
  };
  const failure = failureOf(client.call(InitResourceDirectory, {}));

  await upstream.receives(1);
  await upstream.abandoned();

  expect((await failure).kind).toBe('BAD_RESPONSE');
});

it('lets a write that is on the wire run to its end though the caller went', async () => {
  const caller = new AbortController();
  let answer: () => void = () => undefined;
  upstream.behaviour = (response, request) => {
    answer = () => {
      reply(200, goodBody)(response, request);
    };
  };
  const written = client.call(InitResourceDirectory, {}, { signal: caller.signal });

  await upstream.receives(1);
  caller.abort();
  await new Promise((resolve) => setImmediate(resolve));
  answer();

  await expect(written).resolves.toMatchObject({ ResourceDirectory: { ResourceDirectoryId: 'rd-1' } });
});

it.each([GetCallerIdentity, InitResourceDirectory] as Operation[])(
  'does not send $action for a caller who has already gone',
  async (operation) => {
    const error = await failureOf(client.call(operation, {}, { signal: AbortSignal.abort() }));

    expect(error.kind).toBe('ABORTED');
    expect(upstream.received).toEqual([]);
  },
);

it('reports that nothing was sent if no socket came free in time, and never sends it later', async () => {
  upstream.behaviour = hang;
  const clock = new ManualClock();
  const narrow = clientOf(upstream, { clock, http: { connections: 1 } });
  const first = failureOf(narrow.call(InitResourceDirectory, {}));
  await upstream.receives(1);
  clock.advance(1);
  // Another attempt would have no time.
  const hurried = narrow.withContext({ deadlineMs: 10_001 });
  const second = failureOf(hurried.call(InitResourceDirectory, {}));
  await new Promise((resolve) => setImmediate(resolve));

  clock.advance(10_000);

  expect((await first).kind).toBe('TIMEOUT');
  expect(await second).toMatchObject({ kind: 'NOT_SENT', detail: 'no connection in time' });
  await narrow.close();
  expect(upstream.received).toHaveLength(1);
});

it('lets a hundred calls wait on one signal without a warning, and leaves no listener on it', async () => {
  const warnings: Error[] = [];
  const warn = (warning: Error) => warnings.push(warning);
  process.on('warning', warn);
  const request = new AbortController();
  const bound = client.withContext({ signal: request.signal });

  await Promise.all(Array.from({ length: 100 }, () => bound.call(GetCallerIdentity, {})));
  await new Promise((resolve) => setImmediate(resolve));

  process.off('warning', warn);
  expect(warnings).toEqual([]);
  expect(getEventListeners(request.signal, 'abort')).toEqual([]);
});
