import fc from 'fast-check';
import { isSoak, seed } from '../support/soak';
import type { CallerName } from './callers';
import { callers } from './callers';
import { Rig } from './rig';

/*
 * Generated histories: clients create accounts and read at the same time and one after another, with keys and without, while
 * answers are lost, the upstream fails, and the gateway is stopped, killed and started again. The truth is what the emulator has.
 * docs/RELIABILITY.md lists the invariants.
 */

const faults = [
  { kind: 'reset', when: 'before' },
  { kind: 'reset', when: 'after' },
  { kind: 'status', when: 'before' },
  { kind: 'status', when: 'after' },
  { kind: 'html', when: 'after' },
  { kind: 'empty', when: 'after' },
  { kind: 'throttle' },
  { kind: 'throttle', retryAfterMs: 60_000 },
  { kind: 'latency', ms: 3000 },
] as const;

interface Step {
  readonly caller: CallerName;
  /** How long after the step before, milliseconds. */
  readonly pauseMs: number;
  readonly name: number;
  readonly key?: number;
  readonly fault?: number;
  /** Whether no read has an answer for a while, too. */
  readonly isOutage: boolean;
  /** What becomes of the gateway before it. */
  readonly end: 'NONE' | 'STOP' | 'KILL';
  /** Whether a client reads at the same time. */
  readonly isRead: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  caller: fc.constantFrom(...callers),
  pauseMs: fc.constantFrom(0, 0, 100, 2000, 20_000),
  name: fc.nat(1),
  key: fc.option(fc.nat(1), { nil: undefined }),
  fault: fc.option(fc.nat(faults.length - 1), { nil: undefined }),
  isOutage: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
  end: fc.integer({ min: 0, max: 9 }).map((chance) => (chance === 0 ? 'STOP' : chance === 1 ? 'KILL' : 'NONE')),
  isRead: fc.boolean(),
});

interface History {
  readonly steps: readonly Step[];
  /** How far the clock of the gateway is ahead of the upstream's. */
  readonly skewMs: number;
}

interface Payload {
  readonly outcome: string;
  readonly errors: readonly { readonly code: string; readonly retryable: boolean }[];
  readonly account: { readonly accountId: string } | null;
}

interface Ended extends Step {
  readonly payload: Payload;
}

const names = ['Shop', 'Bank'];

// One document, so that it is parsed and validated once for all histories.
const createAccount = `mutation ($input: CreateAccountInput!) {
  createAccount(input: $input) { outcome errors { code retryable } account { accountId } }
}`;

const inputOf = ({ name, key }: Pick<Step, 'name' | 'key'>) => ({
  accountNamePrefix: 'new',
  displayName: names[name],
  ...(key === undefined ? {} : { idempotencyKey: `key-of-history-${name}${key}` }),
});

/** The gateway has gone before it could answer. */
const lost: Payload = { outcome: 'LOST', errors: [], account: null };

const create = async (rig: Rig, which: Pick<Step, 'name' | 'key' | 'caller'>): Promise<Payload> => {
  const input = inputOf(which);
  const { data, errors } = await rig.ask<{ createAccount: Payload }>(createAccount, { input }, which.caller);
  if (data == null || errors !== undefined) throw new Error(JSON.stringify(errors));
  return data.createAccount;
};

interface Page {
  readonly nodes: readonly { readonly accountId: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const page =
  'query ($after: String) { accounts(first: 2, after: $after) { nodes { accountId } pageInfo { hasNextPage endCursor } } }';

/** The codes of a read that meets the same faults. */
const readAmid = async (rig: Rig, caller: CallerName): Promise<readonly string[]> => {
  const { errors = [] } = await rig.ask(page, {}, caller);
  return errors.map(({ extensions }) => extensions.code);
};

/** All accounts, page by page. */
const walk = async (rig: Rig): Promise<readonly string[]> => {
  const found: string[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < 20; pages += 1) {
    const { data, errors } = await rig.pass(rig.ask<{ accounts: Page | null }>(page, { after }));
    if (data?.accounts == null) throw new Error(JSON.stringify(errors));
    const { nodes, pageInfo } = data.accounts;
    found.push(...nodes.map(({ accountId }) => accountId));
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor ?? undefined;
  }
  throw new Error('The list has no end.');
};

/** What every client received. */
interface Played {
  readonly told: readonly Ended[];
  /** The codes of reads. */
  readonly codes: readonly string[];
}

const play = async (rig: Rig, { steps, skewMs }: History): Promise<Played> => {
  await rig.reset();
  rig.skewMs = skewMs;
  const answers: Promise<Ended>[] = [];
  const reads: Promise<readonly string[]>[] = [];
  for (const one of steps) {
    await rig.pass(rig.time.sleep(one.pauseMs));
    if (one.end === 'STOP') await rig.restart();
    if (one.end === 'KILL') await rig.kill();
    if (one.fault !== undefined) {
      rig.emulator.faults.add({ ...faults[one.fault], action: 'EnrollAccount', times: 1 } as never);
    }
    if (one.isOutage) rig.emulator.faults.add({ kind: 'status', action: 'ListEnrolledAccounts', times: 12 });
    if (one.isRead) reads.push(readAmid(rig, one.caller).catch(() => []));
    answers.push(
      create(rig, one).then(
        (told) => ({ ...one, payload: told }),
        () => ({ ...one, payload: lost }),
      ),
    );
  }
  const told = await rig.pass(Promise.all(answers));
  const codes = (await rig.pass(Promise.all(reads))).flat();
  rig.emulator.faults.clear();
  // What is unknown is found out within a minute after the upstream is well again.
  await rig.pass(rig.time.sleep(60_000));
  return { told, codes };
};

/** How many accounts of that name there are in truth. */
const accountsOf = ({ emulator }: Rig, name: number): number =>
  emulator.calls
    .effects()
    .flatMap((effect) => /^account (\d+) created/.exec(effect)?.[1] ?? [])
    .filter((accountId) => emulator.world.accounts.open(accountId)?.displayName === names[name]).length;

const isDone = ({ outcome, errors }: Payload): boolean =>
  outcome === 'ALREADY_DONE' || (outcome === 'IN_PROGRESS' && errors.length === 0);

/** The closed list, as far as a read of a healthy request can meet it. */
const readCodes = /^UPSTREAM_(THROTTLED|UNAVAILABLE|TIMEOUT|BAD_RESPONSE)$|^OVERLOADED$/;

/** What is wrong with a history: each begins with the invariant that it breaks. */
const faultsOf = async (rig: Rig, history: History): Promise<readonly string[]> => {
  const { told, codes } = await play(rig, history);
  const { emulator, time, audit } = rig;
  const wrong: string[] = [];
  const say = (what: string, about: unknown) => wrong.push(`${what}: ${JSON.stringify(about)}`);
  if (time.asleep > 0) say('I11, something still waits', time.asleep);
  const counted = names.map((_, name) => accountsOf(rig, name));
  const again = await askAgain(rig, told);
  for (const name of names.keys()) {
    const count = accountsOf(rig, name);
    const own = told.filter((one) => one.name === name);
    if (count > 1) say('I1, one name has several accounts', { name, count });
    if (counted[name] === 0 && own.some(({ payload }) => isDone(payload))) say('I2, done without an effect', own);
    if (counted[name] === 1 && own.length > 0 && own.every(({ payload }) => payload.outcome === 'REJECTED')) {
      say('I3, rejected with an effect', own);
    }
  }
  for (const { before, payload } of again) {
    if (payload.outcome === 'UNKNOWN') say('I4, still unknown', { before, payload });
    // With a key, a final payload is the same for ever.
    const isFinal = before.key !== undefined && isDone(before.payload);
    if (isFinal && JSON.stringify(payload) !== JSON.stringify(before.payload)) {
      say('I5, told otherwise', { before, payload });
    }
  }
  const effects = emulator.calls.effects().length;
  const intents = audit.filter(({ phase }) => phase === 'intent');
  const ends = audit.filter(({ phase, outcome }) => phase !== 'intent' && outcome === 'IN_PROGRESS');
  if (new Set(ends.map(({ ledgerId }) => ledgerId)).size < effects)
    say('I2, an effect whose end is not audited', audit);
  // Whatever took effect so far had its intent before.
  if (intents.length < effects || intents.some((intent, index) => intent.effects > index)) {
    say('I6, an effect without an intent before it', audit);
  }
  const listed = await walk(rig);
  if (new Set(listed).size !== listed.length || listed.length !== effects + 2)
    say('I7, pages are not the truth', listed);
  if (rig.leaked.length > 0) say('I8, an account of another caller', rig.leaked);
  const strange = codes.filter((code) => !readCodes.test(code));
  if (strange.length > 0) say('a read ends otherwise', strange);
  return wrong;
};

/** What every client receives that asks once more. */
const askAgain = async (rig: Rig, told: readonly Ended[]) => {
  const answers: { before: Ended; payload: Payload }[] = [];
  for (const before of told) answers.push({ before, payload: await rig.pass(create(rig, before)) });
  return answers;
};

const histories: fc.Arbitrary<History> = fc.record({
  steps: fc.array(step, { minLength: 2, maxLength: 5 }),
  // Less than what is corrected.
  skewMs: fc.constantFrom(0, 4900, -4900),
});

it('no history creates an account twice, and each client learns the truth', async () => {
  const rig = await Rig.start();
  let created = 0;
  try {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        expect(await faultsOf(rig, history)).toEqual([]);
        created += rig.emulator.calls.effects().length;
      }),
      { numRuns: isSoak ? 10_000 : 100, endOnFailure: true, seed },
    );
  } finally {
    await rig.stop();
  }
  expect(created).toBeGreaterThan(10);
}, 3_600_000);

const bugs = [
  ['sends again what may have been carried out', 'I1', { hasBug: true }],
  ['shows a caller what another one alone may see', 'I8', { guestSees: '*' }],
] as const;

it.each(bugs)(
  'the histories find a gateway that %s, within twenty of them',
  async (_, invariant, options) => {
    const rig = await Rig.start(options);
    const found = await fc.check(
      fc.asyncProperty(histories, async (history) => {
        expect((await faultsOf(rig, history)).filter((one) => one.startsWith(invariant))).toEqual([]);
      }),
      { numRuns: 20, seed: 1, endOnFailure: true },
    );
    await rig.stop();

    expect(found.failed).toBe(true);
  },
  600_000,
);
