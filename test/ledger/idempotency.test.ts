import { MemoryLedger } from '../../src/ledger/MemoryLedger';
import { memberId, smallWorld } from '../emulator/world/worlds';
import { SimulatedTime } from '../support/simulatedTime';
import type { GatewayOptions, TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';

interface Payload {
  readonly outcome: string;
  readonly actingAccountId: string | null;
  readonly errors: readonly { readonly code: string; readonly message: string; readonly retryAfterMs: number | null }[];
  readonly account?: { readonly accountId: string } | null;
}

const shop = 'accountNamePrefix: "shop", displayName: "Shop"';
const key = 'idempotencyKey: "a-key-of-16-chars"';
const payload = 'outcome requestId actingAccountId errors { code message field retryable retryAfterMs }';

const document = (field: string, input: string): string =>
  `mutation { ${field}(input: { ${input} }) { ${payload} ${field.includes('Account') ? 'account { accountId }' : ''} } }`;

/** The mutations of a small world that succeed, with a change of their input. */
const mutations = [
  ['startConfigurationRecorder', `accountId: "${memberId}"`, ''],
  ['enrollAccount', `accountId: "${memberId}"`, `accountId: "${memberId}", displayName: "Other"`],
  ['createAccount', shop, `${shop}, tags: [{ key: "a", value: "b" }]`],
] as const;

let time: SimulatedTime;
let gateway: TestGateway;

const start = async (options: GatewayOptions = {}): Promise<void> => {
  time = new SimulatedTime();
  gateway = await startGateway({
    world: smallWorld(),
    clock: time,
    reconcilePausesMs: [500, 1000, 2000, 4000],
    ...options,
  });
};
afterEach(() => gateway.stop());

const run = async (field: string, input: string): Promise<Payload> => {
  const { data, errors } = await time.passUntil(gateway.query<Record<string, Payload>>(document(field, input)));
  if (data?.[field] === undefined) throw new Error(JSON.stringify(errors));
  return data[field];
};

const writes = (): number =>
  gateway.emulator.calls.all().filter(({ action }) => /^(Start|Enroll|Init)/.test(action ?? '')).length;

const effects = (): readonly string[] => gateway.emulator.calls.effects();

describe('a mutation with an idempotencyKey', () => {
  it.each(mutations)('%s gives the same payload again, and is sent once', async (field, input) => {
    await start();

    const first = await run(field, `${input}, ${key}`);
    const second = await run(field, `${input}, ${key}`);

    expect(second).toEqual(first);
    expect(first.outcome).toMatch(/^(SUCCEEDED|IN_PROGRESS)$/);
    expect(writes()).toBe(1);
    const [intent, , repeated] = gateway.audit as readonly { readonly ledgerId: string }[];
    expect(gateway.audit).toMatchObject([{ phase: 'intent' }, { phase: 'outcome' }, { phase: 'repeated' }]);
    expect(repeated?.ledgerId).toBe(intent?.ledgerId);
  });

  it.each(mutations)('%s refuses the key of another input', async (field, input, other) => {
    await start();
    await run(field, `${input}, ${key}`);

    const second = await run(field, `${other}, ${key}`);

    expect(second).toMatchObject({
      outcome: 'REJECTED',
      errors: [{ code: 'IDEMPOTENCY_KEY_REUSED', field: ['input', 'idempotencyKey'], retryable: false }],
    });
    expect(writes()).toBe(1);
  });

  it('says that it is still running, with the time to ask again', async () => {
    await start();
    gateway.emulator.faults.add({ kind: 'latency', action: 'EnrollAccount', ms: 2000 });
    const first = gateway.query<Record<string, Payload>>(document('createAccount', `${shop}, ${key}`));
    while (gateway.emulator.faults.list().every(({ hits }) => hits === 0)) await turn();

    const second = await run('createAccount', `${shop}, ${key}`);
    const { data } = await time.passUntil(first);

    expect(second).toMatchObject({
      outcome: 'IN_PROGRESS',
      account: null,
      errors: [{ code: 'IDEMPOTENCY_IN_PROGRESS', retryAfterMs: 2000 }],
    });
    expect(data?.createAccount).toMatchObject({ outcome: 'IN_PROGRESS', errors: [] });
    expect(effects()).toHaveLength(1);
  });

  it.each(['short', 'x'.repeat(65), 'spaces are not good', 'ümlaut-is-not-good'])('refuses the key %j', async (bad) => {
    await start();

    const { outcome, errors } = await run('createAccount', `${shop}, idempotencyKey: "${bad}"`);

    expect({ outcome, errors }).toMatchObject({
      outcome: 'REJECTED',
      errors: [{ code: 'BAD_USER_INPUT', field: ['input', 'idempotencyKey'] }],
    });
    expect(errors[0]?.message).toContain('16 to 64 letters, digits, hyphens and underscores');
    expect(writes()).toBe(0);
  });

  it('is sent up to three times if it is throttled, and then gives the key back', async () => {
    await start();
    gateway.emulator.faults.add({ kind: 'throttle', action: 'EnrollAccount', times: 3 });

    const first = await run('createAccount', `${shop}, ${key}`);
    const second = await run('createAccount', `${shop}, ${key}`);

    expect(first).toMatchObject({ outcome: 'REJECTED', errors: [{ code: 'UPSTREAM_THROTTLED', retryable: true }] });
    expect(second).toMatchObject({ outcome: 'IN_PROGRESS', errors: [] });
    expect(writes()).toBe(4);
    expect(effects()).toHaveLength(1);
  });

  it('keeps a refusal that is final', async () => {
    await start();
    const input = `${shop}, folderId: "fd-nope", ${key}`;

    const first = await run('createAccount', input);
    const second = await run('createAccount', input);

    expect(first).toMatchObject({ outcome: 'REJECTED', errors: [{ code: 'BAD_USER_INPUT' }] });
    expect(second).toEqual(first);
    expect(writes()).toBe(1);
  });

  it('is free after a dry run, which shows the account that would act', async () => {
    await start();

    const tried = await run('createAccount', `${shop}, ${key}, dryRun: true`);
    const done = await run('createAccount', `${shop}, ${key}`);

    expect(tried).toMatchObject({ outcome: 'VALIDATED', actingAccountId: done.actingAccountId });
    expect(done).toMatchObject({ outcome: 'IN_PROGRESS' });
    expect(done.actingAccountId).toMatch(/^\d{16}$/);
  });
});

it('a caller who has filled its part of the ledger is refused new mutations, and nobody else is', async () => {
  await start({
    ledger: new MemoryLedger({ keptMs: 1000, now: () => 0, maxBytes: 5000 }),
    callers: { trustedProxies: ['127.0.0.1'] },
  });
  const head = `startConfigurationRecorder(input: { accountId: "${memberId}", idempotencyKey: "a-key-of-16-chars-`;
  const send = async (address: string, number: number): Promise<Payload | undefined> => {
    const query = `mutation { ${head}${number}" }) { ${payload} } }`;
    const asked = gateway.query<Record<string, Payload>>(query, undefined, { 'x-forwarded-for': address });
    return (await time.passUntil(asked)).data?.startConfigurationRecorder;
  };
  const [greedy, other] = ['203.0.113.1', '203.0.113.2'] as const;
  let number = 0;
  while ((await send(greedy, number))?.outcome !== 'REJECTED') number += 1;
  const sent = writes();

  const refused = await send(greedy, number);
  const known = await send(greedy, 0);
  const others = await send(other, number);

  expect(refused).toMatchObject({
    outcome: 'REJECTED',
    errors: [
      {
        code: 'LIMIT_EXCEEDED',
        message:
          'The gateway remembers as many mutations of this caller as it can, so it begins no other one. Nothing was sent. It forgets each after IDEMPOTENCY_KEY_DAYS.',
        retryable: true,
      },
    ],
  });
  expect(known).toMatchObject({ outcome: 'IN_PROGRESS', errors: [] });
  expect(others?.outcome).toBe('IN_PROGRESS');
  expect(writes()).toBe(sent + 1);
  expect(gateway.log.join('')).toContain('a caller has filled its part of the mutation ledger');
});

describe('a dry run', () => {
  it.each(mutations)('of %s returns what the same mutation with the same key would', async (field, input, other) => {
    await start();
    const done = await run(field, `${input}, ${key}`);

    const [same, another] = [
      await run(field, `${input}, ${key}, dryRun: true`),
      await run(field, `${other}, ${key}, dryRun: true`),
    ];

    expect(same).toEqual(done);
    expect(another).toMatchObject({ outcome: 'REJECTED', errors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });
    expect(writes()).toBe(1);
  });

  it('of an account that was created just before is ALREADY_DONE, and claims nothing', async () => {
    await start();
    const done = await run('createAccount', shop);

    const tried = await run('createAccount', `${shop}, ${key}, dryRun: true`);
    const again = await run('createAccount', `${shop}, tags: [{ key: "a", value: "b" }], ${key}, dryRun: true`);

    expect([tried.outcome, again.outcome]).toEqual(['ALREADY_DONE', 'ALREADY_DONE']);
    expect(tried.account).toEqual(done.account);
    expect(writes()).toBe(1);
  });
});

describe('an account of one name', () => {
  it('is created once by two clients at the same time', async () => {
    await start();
    const both = Promise.all([run('createAccount', shop), run('createAccount', shop)]);

    const outcomes = (await both).map(({ outcome, errors }) => [outcome, errors[0]?.code]);

    expect(outcomes).toContainEqual(['IN_PROGRESS', undefined]);
    expect(effects()).toHaveLength(1);
  });

  it('is created once by a client that sends again after UNKNOWN, without a key', async () => {
    await start({ reconcilePausesMs: [] });
    gateway.emulator.faults.add({ kind: 'reset', when: 'after', action: 'EnrollAccount', times: 1 });

    const first = await run('createAccount', shop);
    const second = await run('createAccount', shop);
    const third = await run('createAccount', shop);

    expect(first).toMatchObject({ outcome: 'UNKNOWN', account: null });
    expect([second.outcome, third.outcome]).toEqual(['ALREADY_DONE', 'ALREADY_DONE']);
    expect(second.account?.accountId).toMatch(/^\d{16}$/);
    expect(writes()).toBe(1);
  });

  it('is not created by a process that has forgotten the one before', async () => {
    const ledger = new MemoryLedger({ keptMs: 1, now: () => 0 });
    await start({ ledger });
    await run('createAccount', shop);
    await ledger.clear();

    const again = await run('createAccount', shop);

    expect(again).toMatchObject({ outcome: 'ALREADY_DONE' });
    expect(again.account?.accountId).toMatch(/^\d{16}$/);
    expect(effects()).toHaveLength(1);
  });
});

describe('a mutation whose answer was lost', () => {
  it.each(mutations)('%s is found out while the client waits', async (field, input) => {
    await start();
    gateway.emulator.faults.add({ kind: 'reset', when: 'after', action: actionOf(field), times: 1 });

    const { outcome, errors } = await run(field, input);

    expect({ outcome, errors }).toEqual({
      outcome: expect.stringMatching(/^(SUCCEEDED|IN_PROGRESS)$/) as unknown,
      errors: [],
    });
    expect(writes()).toBe(1);
    expect(effects()).toHaveLength(1);
  });

  it.each(mutations)('%s is reported with its key, once the upstream is well again', async (field, input) => {
    await start();
    gateway.emulator.faults.add({ kind: 'reset', when: 'after', action: actionOf(field), times: 1 });
    const answer = gateway.query<Record<string, Payload>>(document(field, `${input}, ${key}`));
    while (writes() === 0) await turn();
    gateway.emulator.faults.add({ kind: 'status' });

    const first = (await time.passUntil(answer)).data?.[field];
    gateway.emulator.faults.clear();
    const second = await run(field, `${input}, ${key}`);

    expect(first).toMatchObject({
      outcome: 'UNKNOWN',
      errors: [{ message: expect.stringContaining('with the same idempotencyKey') as string, retryable: false }],
    });
    expect(second.outcome).toMatch(/^(SUCCEEDED|IN_PROGRESS)$/);
    expect(writes()).toBe(1);
  });

  it.each(mutations)(
    '%s is reported to be not carried out, if nothing of it is to be seen for long',
    async (field, input) => {
      await start();
      gateway.emulator.faults.add({ kind: 'reset', when: 'before', action: actionOf(field), times: 1 });
      const first = await run(field, `${input}, ${key}`);
      await time.passUntil(sleep(60_000));

      const second = await run(field, `${input}, ${key}`);

      expect(first.outcome).toBe('UNKNOWN');
      expect(second).toMatchObject({
        outcome: 'REJECTED',
        errors: [{ code: 'UPSTREAM_UNAVAILABLE', retryable: true }],
      });
      expect(effects()).toEqual([]);
      expect(writes()).toBe(1);
      expect(gateway.audit).toContainEqual(
        expect.objectContaining({ phase: 'reconciled', mutation: field, outcome: 'REJECTED' }),
      );
    },
  );
});

const turn = () => new Promise((resolve) => setImmediate(resolve));

const sleep = async (ms: number): Promise<void> => {
  await time.sleep(ms);
};

const actionOf = (field: string): string =>
  field === 'startConfigurationRecorder' ? 'StartConfigurationRecorder' : 'EnrollAccount';
