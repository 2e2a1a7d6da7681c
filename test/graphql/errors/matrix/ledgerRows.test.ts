import { MemoryLedger } from '../../../../src/ledger/MemoryLedger';
import { memberId, smallWorld } from '../../../emulator/world/worlds';
import type { Rig, RigOptions } from './rig';
import { startRig } from './rig';
import { createAccount, writeRig } from './writeRows';

/** The rows of the fault matrix about the gateway's own memory, its clients and its load, as a mutation meets them. */

const { action, document } = createAccount;
const turn = () => new Promise((resolve) => setImmediate(resolve));

let rig: Rig;
const start = async (options: RigOptions = {}): Promise<void> => {
  rig = await startRig({ ...writeRig, ...options });
};
afterEach(() => rig.stop());

const run = async (query: string): Promise<unknown> => {
  const { data, errors } = await rig.ask(query);
  expect(errors).toBeUndefined();
  return Object.values(data ?? {})[0];
};

const effects = () => rig.gateway.emulator.calls.effects();
const sends = () => rig.gateway.emulator.calls.of(action);

class BrokenLedger extends MemoryLedger {
  override sent(): Promise<void> {
    return Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
  }
}

it('row 40, a ledger that cannot be written: the mutation is not sent', async () => {
  await start({ ledger: new BrokenLedger({ keptMs: 1000, now: Date.now }) });

  const payload = await run(document);

  expect(payload).toMatchObject({ outcome: 'REJECTED', errors: [{ code: 'OVERLOADED', retryable: true }] });
  expect(sends()).toHaveLength(0);
  expect(rig.gateway.log.join('')).toContain('mutation ledger cannot be written');
});

it('row 40, a ledger that is full: the mutation is not sent, and keys that it knows are still answered', async () => {
  const ledger = new MemoryLedger({ keptMs: 1000, now: () => 0, maxBytes: 1 });
  await start({ ledger });
  const first = await run(document);

  const other = await run(document.replace('Shop', 'Other').replace('a-key', 'b-key'));
  const again = await run(document);

  expect(first).toMatchObject({ outcome: 'IN_PROGRESS', errors: [] });
  expect(other).toMatchObject({ outcome: 'REJECTED', errors: [{ code: 'OVERLOADED', retryable: true }] });
  expect(again).toEqual(first);
  expect(effects()).toHaveLength(1);
  expect(rig.gateway.log.join('')).toContain('mutation ledger is full');
});

it('row 41, a ledger that lost the claim: the look-up before the send finds the account', async () => {
  const ledger = new MemoryLedger({ keptMs: 1000, now: () => 0 });
  await start({ ledger });
  await run(document);
  await ledger.clear();

  const again = await run(document);

  expect(again).toMatchObject({ outcome: 'ALREADY_DONE', account: { accountId: expect.any(String) as string } });
  expect(sends()).toHaveLength(1);
  expect(effects()).toHaveLength(1);
});

it('row 43, the same key twice at the same time: one is sent, and the other one says that it is running', async () => {
  await start();

  const both = await Promise.all([run(document), run(document)]);

  expect(both).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ outcome: 'IN_PROGRESS', errors: [] }),
      expect.objectContaining({
        outcome: 'IN_PROGRESS',
        errors: [{ code: 'IDEMPOTENCY_IN_PROGRESS', retryable: true, retryAfterMs: 2000 }],
      }),
    ]),
  );
  expect(effects()).toHaveLength(1);
});

it('row 44, the same key with another input: it is refused, and nothing happens', async () => {
  await start();
  await run(document);

  const other = await run(document.replace('Shop', 'Other'));

  expect(other).toMatchObject({
    outcome: 'REJECTED',
    errors: [{ code: 'IDEMPOTENCY_KEY_REUSED', retryable: false }],
  });
  expect(effects()).toHaveLength(1);
});

it('row 45, a client that leaves: the mutation goes on, is kept and audited', async () => {
  await start();
  rig.gateway.emulator.faults.add({ kind: 'latency', action, ms: 2000 });
  const client = new AbortController();
  const answer = rig.ask(document, client.signal).catch((error: unknown) => error);
  while (sends().length === 0) await turn();

  client.abort();

  expect(await answer).toMatchObject({ name: 'AbortError' });
  expect(await run(document)).toMatchObject({ outcome: 'IN_PROGRESS' });
  const entries = () => rig.gateway.audit as readonly { readonly id: string; readonly phase: string }[];
  const intent = entries().find(({ phase }) => phase === 'intent');
  const own = () => entries().filter(({ id }) => id === intent?.id);
  // What it waits for is the upstream, and no other request.
  while (own().length < 2) await rig.pass(100);
  expect(own()).toMatchObject([{ action }, { action, phase: 'outcome', outcome: 'IN_PROGRESS' }]);
  expect(sends()).toHaveLength(1);
  expect(effects()).toHaveLength(1);
});

it('row 47, an enrollment that fails later: the same key shows the same payload, and the enrollment why', async () => {
  await start({ world: smallWorld({ member: { status: 'suspended' } }) });
  const enroll = `mutation {
    enrollAccount(input: { accountId: "${memberId}", idempotencyKey: "a-key-of-16-chars" }) {
      outcome requestId errors { code } enrollment { status }
    }
  }`;

  const first = await run(enroll);
  rig.gateway.emulator.world.clock.advance(120_000);
  const second = await run(enroll);

  expect(first).toMatchObject({ outcome: 'IN_PROGRESS', errors: [], enrollment: { status: 'PENDING' } });
  expect(second).toEqual({ ...(first as object), enrollment: { status: 'SCHEDULE_FAILED' } });
  expect(rig.gateway.emulator.calls.of(action)).toHaveLength(1);
});

it('row 49, an event loop that is behind: 503 with Retry-After, and nothing is claimed', async () => {
  await start({ simulated: false, callers: { maxEventLoopDelayMs: 0.000_001 } });
  const ask = () =>
    fetch(`${rig.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: document }),
    });
  let answer = await ask();
  while (answer.status === 200) answer = await ask();
  const before = rig.gateway.audit.length;
  rig.gateway.emulator.calls.clear();

  answer = await ask();

  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
  expect(rig.gateway.emulator.calls.total).toBe(0);
  expect(rig.gateway.audit).toHaveLength(before);
});
