import fc from 'fast-check';
import { isSoak, seed } from '../support/soak';
import { Rig } from './rig';

/*
 * Generated histories: clients create accounts at the same time and one after another, with keys and without, while
 * answers are lost, the upstream fails, and the gateway is stopped and started again. The truth is what the emulator has.
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
  /** How long after the step before, milliseconds. */
  readonly pauseMs: number;
  readonly name: number;
  readonly key?: number;
  readonly fault?: number;
  /** Whether no read has an answer for a while, too. */
  readonly isOutage: boolean;
  readonly restarts: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  pauseMs: fc.constantFrom(0, 0, 100, 2000, 20_000),
  name: fc.nat(1),
  key: fc.option(fc.nat(1), { nil: undefined }),
  fault: fc.option(fc.nat(faults.length - 1), { nil: undefined }),
  isOutage: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
  restarts: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
});

interface Payload {
  readonly outcome: string;
  readonly errors: readonly { readonly code: string; readonly retryable: boolean }[];
  readonly account: { readonly accountId: string } | null;
}

interface Ended extends Step {
  readonly payload: Payload;
}

const names = ['Shop', 'Bank'];

const mutationOf = ({ name, key }: Pick<Step, 'name' | 'key'>): string => {
  const input = `accountNamePrefix: "new", displayName: "${names[name]}"`;
  const idempotency = key === undefined ? '' : `, idempotencyKey: "key-of-history-${name}${key}"`;
  return `mutation { createAccount(input: { ${input}${idempotency} }) { outcome errors { code retryable } account { accountId } } }`;
};

/** The gateway has gone before it could answer. */
const lost: Payload = { outcome: 'LOST', errors: [], account: null };

const create = async (rig: Rig, which: Pick<Step, 'name' | 'key'>): Promise<Payload> =>
  (await rig.ask<{ createAccount: Payload }>(mutationOf(which))).createAccount;

/** Plays a history. @returns what every client received. */
const play = async (rig: Rig, steps: readonly Step[]): Promise<readonly Ended[]> => {
  await rig.reset();
  const answers: Promise<Ended>[] = [];
  for (const one of steps) {
    await rig.pass(rig.time.sleep(one.pauseMs));
    if (one.restarts) await rig.restart();
    if (one.fault !== undefined) {
      rig.emulator.faults.add({ ...faults[one.fault], action: 'EnrollAccount', times: 1 } as never);
    }
    if (one.isOutage) rig.emulator.faults.add({ kind: 'status', action: 'ListEnrolledAccounts', times: 12 });
    answers.push(
      create(rig, one).then(
        (told) => ({ ...one, payload: told }),
        () => ({ ...one, payload: lost }),
      ),
    );
  }
  const told = await rig.pass(Promise.all(answers));
  rig.emulator.faults.clear();
  // What is unknown is found out within a minute after the upstream is well again.
  await rig.pass(rig.time.sleep(60_000));
  return told;
};

/** How many accounts of that name there are in truth. */
const accountsOf = ({ emulator }: Rig, name: number): number =>
  emulator.calls
    .effects()
    .flatMap((effect) => /^account (\d+) created/.exec(effect)?.[1] ?? [])
    .filter((accountId) => emulator.world.accounts.open(accountId)?.displayName === names[name]).length;

const isDone = ({ outcome, errors }: Payload): boolean =>
  outcome === 'ALREADY_DONE' || (outcome === 'IN_PROGRESS' && errors.length === 0);

/** What is wrong with a history. */
const faultsOf = async (rig: Rig, steps: readonly Step[]): Promise<readonly string[]> => {
  const told = await play(rig, steps);
  const counted = names.map((_, name) => accountsOf(rig, name));
  const again = await askAgain(rig, told);
  const wrong: string[] = [];
  const say = (what: string, about: unknown) => wrong.push(`${what}: ${JSON.stringify(about)}`);
  for (const name of names.keys()) {
    const count = accountsOf(rig, name);
    const own = told.filter((one) => one.name === name);
    if (count > 1) say('one name has several accounts', { name, count });
    if (counted[name] === 0 && own.some(({ payload }) => isDone(payload))) say('done without an effect', own);
    if (counted[name] === 1 && own.length > 0 && own.every(({ payload }) => payload.outcome === 'REJECTED')) {
      say('rejected with an effect', own);
    }
  }
  for (const { before, payload } of again) {
    if (payload.outcome === 'UNKNOWN') say('still unknown', { before, payload });
    // With a key, a final payload is the same for ever.
    const isFinal = before.key !== undefined && isDone(before.payload) && before.payload.outcome === 'IN_PROGRESS';
    if (isFinal && JSON.stringify(payload) !== JSON.stringify(before.payload))
      say('told otherwise', { before, payload });
  }
  const intents = rig.audit.filter(({ phase }) => phase === 'intent').length;
  if (intents < rig.emulator.calls.effects().length) say('an effect without an intent in the audit log', intents);
  return wrong;
};

/** What every client receives that asks once more. */
const askAgain = async (rig: Rig, told: readonly Ended[]) => {
  const answers: { before: Ended; payload: Payload }[] = [];
  for (const before of told) answers.push({ before, payload: await rig.pass(create(rig, before)) });
  return answers;
};

const histories = fc.array(step, { minLength: 2, maxLength: 5 });

it('no history creates an account twice, and each client learns the truth', async () => {
  const rig = await Rig.start();
  let created = 0;
  try {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        expect(await faultsOf(rig, steps)).toEqual([]);
        created += rig.emulator.calls.effects().length;
      }),
      { numRuns: isSoak ? 10_000 : 300, endOnFailure: true, seed },
    );
  } finally {
    await rig.stop();
  }
  expect(created).toBeGreaterThan(10);
}, 3_600_000);

it('the histories find a gateway that sends again what may have been carried out, within twenty of them', async () => {
  const rig = await Rig.start({ hasBug: true });
  const found = await fc.check(
    fc.asyncProperty(histories, async (steps) => {
      expect((await faultsOf(rig, steps)).filter((one) => one.startsWith('one name'))).toEqual([]);
    }),
    { numRuns: 20, seed: 1, endOnFailure: true },
  );
  await rig.stop();

  expect(found.failed).toBe(true);
}, 600_000);
