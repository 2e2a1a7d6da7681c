import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { Emulator, FaultRuleInput } from '../../src/emulator';
import { startEmulator } from '../../src/emulator';
import { smallWorld } from '../emulator/world/worlds';
import { isSoak, seed as givenSeed } from '../support/soak';
import type { StartedProcess } from '../support/startProcess';
import { startProcess } from '../support/startProcess';
import { auditFaults } from './auditFaults';

/*
 * Generated histories of real processes: clients create accounts while responses are lost, and the gateway is killed or paused
 * at any moment. The next process continues the ledger file. The truth is what the emulator has.
 */

const action = 'EnrollAccount';
const faults: readonly FaultRuleInput[] = [
  { kind: 'hang', when: 'after', action, times: 1 },
  { kind: 'hang', when: 'before', action, times: 1 },
  { kind: 'reset', when: 'after', action, times: 1 },
  { kind: 'reset', when: 'before', action, times: 1 },
  { kind: 'latency', ms: 300, action, times: 1 },
  { kind: 'throttle', action, times: 1 },
];

interface Step {
  readonly name: number;
  readonly key: number;
  readonly fault?: number;
  /** What happens to the process after so many milliseconds. */
  readonly signal: 'NONE' | 'SIGKILL' | 'SIGSTOP';
  readonly afterMs: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  name: fc.nat(1),
  key: fc.nat(1),
  fault: fc.option(fc.nat(faults.length - 1), { nil: undefined }),
  signal: fc.constantFrom('NONE', 'SIGKILL', 'SIGKILL', 'SIGSTOP'),
  afterMs: fc.nat(400),
});

/** How long a paused process stands still, milliseconds. */
const pauseMs = 1500;
/** The longest time from the end of all faults to the truth, milliseconds. */
const longestMs = 60_000;

interface Payload {
  readonly outcome: string;
  readonly errors: readonly { readonly code: string }[];
  readonly account: { readonly accountId: string } | null;
}

const shed: Payload = { outcome: 'REJECTED', errors: [{ code: 'OVERLOADED' }], account: null };

type Which = Pick<Step, 'name' | 'key'>;
interface Told extends Which {
  /** Undefined: the process was gone before it could answer. */
  readonly payload?: Payload;
}

const names = ['Shop', 'Bank'];

/** A gateway whose processes follow each other over one emulator and one ledger file. */
class Gateways {
  private constructor(
    readonly emulator: Emulator,
    private readonly folder: string,
  ) {}

  private process!: StartedProcess;
  private url = '';

  static async start(): Promise<Gateways> {
    const emulator = await startEmulator({ world: smallWorld(), quotas: false });
    const gateways = new Gateways(emulator, await mkdtemp(join(tmpdir(), 'history-')));
    await gateways.next();
    return gateways;
  }

  private async next(): Promise<void> {
    this.process = startProcess('src/main.ts', {
      PORT: '0',
      DRAIN_SECONDS: '0',
      EMULATOR_URL: this.emulator.url,
      LEDGER: `file:${join(this.folder, 'ledger.jsonl')}`,
      AUDIT_LOG: join(this.folder, 'audit.jsonl'),
    });
    const [, url = ''] = await this.process.printed(/"url":"(http[^"]+)"/);
    this.url = url;
  }

  async kill(): Promise<void> {
    await this.process.kill();
    await this.next();
  }

  async pause(): Promise<void> {
    this.process.child.kill('SIGSTOP');
    await sleep(pauseMs);
    this.process.child.kill('SIGCONT');
  }

  async create({ name, key }: Which): Promise<Payload> {
    const input = `accountNamePrefix: "new", displayName: "${names[name]}", idempotencyKey: "key-of-history-${name}${key}"`;
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `mutation { createAccount(input: { ${input} }) { outcome errors { code } account { accountId } } }`,
      }),
    });
    const { data, errors } = (await response.json()) as {
      readonly data?: { readonly createAccount: Payload };
      readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
    };
    // A machine that is busy sheds requests: nothing was claimed.
    if (errors?.[0]?.extensions.code === 'OVERLOADED') return shed;
    if (data === undefined) throw new Error(JSON.stringify(errors));
    return data.createAccount;
  }

  /** What is wrong with the audit log of all processes. */
  audited(): Promise<readonly string[]> {
    return auditFaults(join(this.folder, 'audit.jsonl'), this.emulator);
  }

  accountsOf(name: number): number {
    const { calls, world } = this.emulator;
    return calls
      .effects()
      .flatMap((effect) => /^account (\d+) created/.exec(effect)?.[1] ?? [])
      .filter((accountId) => world.accounts.open(accountId)?.displayName === names[name]).length;
  }

  async stop(): Promise<void> {
    await this.process.kill();
    await this.emulator.close();
    await rm(this.folder, { recursive: true });
  }
}

const isDone = ({ outcome, errors }: Payload): boolean =>
  outcome === 'ALREADY_DONE' || (outcome === 'IN_PROGRESS' && errors.length === 0);

const isOpen = ({ outcome, errors }: Payload): boolean =>
  outcome === 'UNKNOWN' ||
  errors.some(({ code }) => code === 'IDEMPOTENCY_IN_PROGRESS' || code === 'OVERLOADED') ||
  isTwin({ outcome, errors });

/** Another one of the same name is on its way, or its outcome is unknown. */
const isTwin = ({ outcome, errors }: Pick<Payload, 'outcome' | 'errors'>): boolean =>
  outcome === 'REJECTED' && errors.some(({ code }) => code === 'CONFLICT');

/** Plays a history. @returns what is wrong with it; each begins with the invariant that it breaks. */
const play = async (
  steps: readonly Step[],
): Promise<{ readonly wrong: readonly string[]; readonly tookMs: number }> => {
  const gateways = await Gateways.start();
  try {
    const answers: Promise<Told>[] = [];
    for (const { name, key, fault, signal, afterMs } of steps) {
      const rule = fault === undefined ? undefined : faults[fault];
      if (rule !== undefined) gateways.emulator.faults.add(rule);
      const which = { name, key };
      answers.push(
        gateways.create(which).then(
          (payload) => ({ ...which, payload }),
          (error: unknown) => {
            if (error instanceof TypeError) return which;
            throw error;
          },
        ),
      );
      await sleep(afterMs);
      if (signal === 'SIGKILL') await gateways.kill();
      if (signal === 'SIGSTOP') await gateways.pause();
    }
    const told = await Promise.all(answers);
    gateways.emulator.faults.clear();
    const healed = performance.now();
    const counted = names.map((_, name) => gateways.accountsOf(name));
    const wrong: string[] = [];
    const say = (what: string, about: unknown) => wrong.push(`${what}: ${JSON.stringify(about)}`);
    let tookMs = 0;
    for (const before of told) {
      let payload = await gateways.create(before);
      while (isOpen(payload) && performance.now() - healed < longestMs) {
        await sleep(500);
        payload = await gateways.create(before);
      }
      tookMs = Math.max(tookMs, performance.now() - healed);
      if (isOpen(payload)) say('I4, still unknown', { before, payload });
      if (before.payload !== undefined && isDone(before.payload)) {
        if (JSON.stringify(payload) !== JSON.stringify(before.payload)) say('I5, told otherwise', { before, payload });
      }
    }
    for (const name of names.keys()) {
      const own = told.filter((one) => one.name === name).flatMap(({ payload }) => payload ?? []);
      if (gateways.accountsOf(name) > 1) say('I1, one name has several accounts', { name, told });
      if (counted[name] === 0 && own.some(isDone)) say('I2, done without an effect', own);
      const final = own.filter((payload) => !isOpen(payload));
      const isAllTold = final.length > 0 && final.length === told.filter((one) => one.name === name).length;
      if (counted[name] === 1 && isAllTold && final.every(({ outcome }) => outcome === 'REJECTED')) {
        say('I3, rejected with an effect', own);
      }
    }
    return { wrong: [...wrong, ...(await gateways.audited())], tookMs };
  } finally {
    await gateways.stop();
  }
};

const histories = fc.array(step, { minLength: 2, maxLength: 4 });
/** `npm test` plays one: each starts several processes. */
const count = isSoak ? 60 : 1;
/** So many are played at the same time: most of the time they wait. */
const atOnce = 4;

it(`histories of processes that are killed and paused (${count} here) create no account twice, and end in the truth`, async () => {
  const seed = givenSeed ?? Math.floor(Math.random() * 2 ** 31);
  const waiting = [...fc.sample(histories, { numRuns: count, seed }).entries()];
  const wrong: unknown[] = [];
  let slowestMs = 0;
  const playAll = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, steps] = next;
      const played = await play(steps);
      slowestMs = Math.max(slowestMs, played.tookMs);
      if (played.wrong.length > 0) wrong.push({ seed, index, steps, ...played });
    }
  };

  await Promise.all(Array.from({ length: atOnce }, playAll));

  expect(wrong).toEqual([]);
  expect(slowestMs).toBeLessThan(longestMs);
}, 3_600_000);
