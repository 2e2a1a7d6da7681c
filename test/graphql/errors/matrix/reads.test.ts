import type { Row } from './Row';
import type { Rig } from './rig';
import { alarmsOf, startRig } from './rig';
import { action, recorder, rows } from './rows';

/** The fault matrix, as reads meet it: outcome, code, whether to try again, and the calls that the upstream sees. */

const shared = new Map<string, Rig>();
beforeAll(async () => {
  shared.set('direct', await startRig());
  shared.set('simulated', await startRig({ simulated: true }));
});
afterAll(async () => {
  for (const rig of shared.values()) await rig.stop();
});

const direct = (): Rig => {
  const rig = shared.get('direct');
  if (rig === undefined) throw new Error('The rig has not started.');
  return rig;
};

/** Runs a row on the rig that all share, or on one of its own. */
const onRig = async ({ rig: of = 'direct' }: Row, run: (rig: Rig) => Promise<void>): Promise<void> => {
  const rig = typeof of === 'string' ? shared.get(of) : await startRig(of);
  if (rig === undefined) throw new Error('There is no such rig.');
  try {
    await run(rig);
  } finally {
    if (typeof of !== 'string') await rig.stop();
  }
};

/** What the document returns if nothing is broken. A rig that all share has its sessions open then. */
const askHealthy = async (rig: Rig, document: string): Promise<unknown> => {
  rig.line.strike(undefined);
  rig.gateway.emulator.reset();
  const { data, errors } = await rig.ask(document);
  expect(errors).toBeUndefined();
  rig.gateway.emulator.calls.clear();
  return data;
};

it.each(rows)('row $row, $fault', async (row) => {
  const { document = recorder, action: counted = action, rules = [], line: lineFault, times, read } = row;
  await onRig(row, async (rig) => {
    const { gateway, line } = rig;
    const healthy = await askHealthy([...shared.values()].find((each) => each === rig) ?? direct(), document);
    for (const rule of rules) gateway.emulator.faults.add(rule);
    line.strike(lineFault, { times });
    await row.arrange?.(rig);
    const logged = gateway.log.length;
    const opened = line.opened;
    const before = rig.now();

    const answer = await rig.ask(document);

    const tookMs = rig.now() - before;
    const { data, errors = [] } = answer;
    expect(answer.status).toBe(200);
    if (read.code === undefined) {
      expect(errors).toEqual([]);
      const expected: unknown = read.data === 'AS EVER' ? healthy : read.data;
      expect(data).toEqual(expected);
    } else {
      const field = Object.keys(data ?? {}).find((name) => name !== '__typename') ?? '';
      expect(data).toMatchObject({ [field]: null });
      if (document === recorder) expect(data).toMatchObject({ __typename: 'Query' });
      expect(errors).toMatchObject([{ path: [field], extensions: { code: read.code, retryable: read.retryable } }]);
    }
    const retryAfterMs = errors[0]?.extensions?.retryAfterMs;
    if (read.retryAfterMs !== undefined) expectWithin(retryAfterMs, read.retryAfterMs);
    expectWithin(gateway.emulator.calls.of(counted).length, read.calls);
    if (read.connections !== undefined) expect(line.opened - opened).toBe(read.connections);
    if (read.tookMs !== undefined) expectWithin(tookMs, read.tookMs);
    if (read.closes === true) while (line.used > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(alarmsOf(rig, logged)).toEqual(new Set(read.alarm === undefined ? [] : [read.alarm]));
    expect(JSON.stringify(answer)).not.toMatch(/<html|Tengine/);
    expect({}).not.toHaveProperty('polluted');
  });
});

const expectWithin = (value: unknown, range: number | readonly [number, number]): void => {
  const [least, most] = typeof range === 'number' ? [range, range] : range;
  expect(value).toBeGreaterThanOrEqual(least);
  expect(value).toBeLessThanOrEqual(most);
};

it('row 45, a client that leaves: its read ends, and the connection to the upstream is closed', async () => {
  const rig = await startRig();
  await rig.ask('{ currentAccount { accountId } }');
  rig.line.strike({ kind: 'halfOpen' });
  const client = new AbortController();
  const answer = rig.ask(recorder, client.signal).catch((error: unknown) => error);
  while (rig.gateway.emulator.calls.of(action).length === 0) await new Promise((resolve) => setImmediate(resolve));

  client.abort();

  expect(await answer).toMatchObject({ name: 'AbortError' });
  // The attempt would last for three seconds more.
  const before = rig.now();
  while (rig.line.used > 0) await new Promise((resolve) => setImmediate(resolve));
  expect(rig.now() - before).toBeLessThan(100);
  expect(rig.gateway.emulator.calls.of(action)).toHaveLength(1);
  await rig.stop();
});

it('row 48, an open circuit: the answer comes without a call, and says when to come back', async () => {
  const rig = await startRig({ simulated: true, sparing: true });
  rig.gateway.emulator.faults.add({ kind: 'status', action });
  for (let read = 0; read < 2; read += 1) await rig.ask(recorder);
  rig.gateway.emulator.calls.clear();
  const before = rig.now();

  const { data, errors } = await rig.ask(recorder);

  expect(data).toEqual({ __typename: 'Query', configurationRecorder: null });
  expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE', retryable: true } }]);
  expectWithin(errors?.[0]?.extensions?.retryAfterMs, [3000, 5000]);
  expect(rig.now()).toBe(before);
  expect(rig.gateway.emulator.calls.total).toBe(0);
  await rig.stop();
});

it('row 49, an event loop that is behind: 503 with Retry-After, and no call', async () => {
  const rig = await startRig({ callers: { maxEventLoopDelayMs: 0.000_001 } });
  const ask = () =>
    fetch(`${rig.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: recorder }),
    });
  let answer = await ask();
  while (answer.status === 200) answer = await ask();
  rig.gateway.emulator.calls.clear();

  answer = await ask();

  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
  expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED', retryable: true } }] });
  expect(rig.gateway.emulator.calls.total).toBe(0);
  await rig.stop();
});
