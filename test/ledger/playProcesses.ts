import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { Emulator, FaultRuleInput } from '../../src/emulator';
import { startEmulator } from '../../src/emulator';
import { smallWorld } from '../emulator/world/worlds';
import type { StartedProcess } from '../support/startProcess';
import { startProcess } from '../support/startProcess';
import type { TestRedis } from '../support/startRedis';
import { auditFaults } from './auditFaults';

/** What a deployment of the gateway consists of. */
export interface Deployment {
  /** How many processes run at the same time. */
  readonly replicas: number;
  /** Where they keep their ledger: a Redis, or else a file, which one process after the other has. */
  readonly redis?: TestRedis;
  /** How long a paused process stands still, milliseconds. */
  readonly pauseMs: number;
}

const action = 'EnrollAccount';
const faults: readonly FaultRuleInput[] = [
  { kind: 'hang', when: 'after', action, times: 1 },
  { kind: 'hang', when: 'before', action, times: 1 },
  { kind: 'reset', when: 'after', action, times: 1 },
  { kind: 'reset', when: 'before', action, times: 1 },
  { kind: 'latency', ms: 300, action, times: 1 },
  { kind: 'throttle', action, times: 1 },
];

export interface Step {
  readonly name: number;
  readonly key: number;
  readonly fault?: number;
  /** The process that gets it, and what follows: modulo their number. */
  readonly replica: number;
  /** What happens to that process after so many milliseconds, or to Redis, if there is one. */
  readonly signal: 'NONE' | 'SIGKILL' | 'SIGSTOP' | 'REDIS';
  readonly afterMs: number;
}

/** @param signals what may happen. */
export const stepOf = (...signals: readonly Step['signal'][]): fc.Arbitrary<Step> =>
  fc.record({
    name: fc.nat(1),
    key: fc.nat(1),
    fault: fc.option(fc.nat(faults.length - 1), { nil: undefined }),
    replica: fc.nat(11),
    signal: fc.constantFrom(...signals),
    afterMs: fc.nat(400),
  });

/** The longest time from the end of all faults to the truth, milliseconds. */
export const longestMs = 60_000;

interface Payload {
  readonly outcome: string;
  readonly errors: readonly { readonly code: string }[];
  readonly account: { readonly accountId: string } | null;
}

const shed: Payload = { outcome: 'REJECTED', errors: [{ code: 'OVERLOADED' }], account: null };

type Which = Pick<Step, 'name' | 'key' | 'replica'>;
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
    private readonly deployment: Deployment,
  ) {}

  private readonly running: { process: StartedProcess; url: string }[] = [];

  static async start(deployment: Deployment): Promise<Gateways> {
    const emulator = await startEmulator({ world: smallWorld(), quotas: false });
    const gateways = new Gateways(emulator, await mkdtemp(join(tmpdir(), 'history-')), deployment);
    await Promise.all(Array.from({ length: deployment.replicas }, (_, replica) => gateways.next(replica)));
    return gateways;
  }

  private async next(replica: number): Promise<void> {
    const { redis } = this.deployment;
    const ledger: Record<string, string> = redis
      ? // Each history has keys of its own. A slow machine is no reason to take Redis for slow.
        { REDIS_URL: redis.url, REDIS_KEY_PREFIX: `${basename(this.folder)}:`, REDIS_TIMEOUT_MS: '1000' }
      : { LEDGER: `file:${join(this.folder, 'ledger.jsonl')}` };
    const process = startProcess('src/main.ts', {
      PORT: '0',
      DRAIN_SECONDS: '0',
      EMULATOR_URL: this.emulator.url,
      AUDIT_LOG: this.auditOf(replica),
      ...ledger,
    });
    const [, url = ''] = await process.printed(/"url":"(http[^"]+)"/);
    this.running[replica] = { process, url };
  }

  private auditOf(replica: number): string {
    return join(this.folder, `audit-${replica % this.deployment.replicas}.jsonl`);
  }

  private at(replica: number): { process: StartedProcess; url: string } {
    const found = this.running[replica % this.deployment.replicas];
    if (found === undefined) throw new Error(`There is no replica ${replica}.`);
    return found;
  }

  async kill(replica: number): Promise<void> {
    await this.at(replica).process.kill();
    await this.next(replica % this.deployment.replicas);
  }

  async pause(replica: number): Promise<void> {
    const { child } = this.at(replica).process;
    child.kill('SIGSTOP');
    await sleep(this.deployment.pauseMs);
    child.kill('SIGCONT');
  }

  /** Redis is killed, and starts again with what it has kept. */
  async restartRedis(): Promise<void> {
    await this.deployment.redis?.kill();
    await this.deployment.redis?.run();
  }

  async create({ name, key, replica }: Which): Promise<Payload> {
    const { url, process } = this.at(replica);
    const input = `accountNamePrefix: "new", displayName: "${names[name]}", idempotencyKey: "key-of-history-${name}${key}"`;
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `mutation { createAccount(input: { ${input} }) { outcome errors { code } account { accountId } } }`,
      }),
    }).catch((error: unknown) => {
      const { exitCode } = process.child;
      // Nobody killed it.
      if (exitCode !== null) throw new Error(`A replica ended with ${exitCode}: ${process.stdout}${process.stderr}`);
      throw error;
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

  /** What is wrong with the audit logs of all processes. */
  audited(): Promise<readonly string[]> {
    const paths = Array.from({ length: this.deployment.replicas }, (_, replica) => this.auditOf(replica));
    return auditFaults(paths, this.emulator);
  }

  accountsOf(name: number): number {
    const { calls, world } = this.emulator;
    return calls
      .effects()
      .flatMap((effect) => /^account (\d+) created/.exec(effect)?.[1] ?? [])
      .filter((accountId) => world.accounts.open(accountId)?.displayName === names[name]).length;
  }

  async stop(): Promise<void> {
    await Promise.all(this.running.map(({ process }) => process.kill()));
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
  deployment: Deployment,
): Promise<{ readonly wrong: readonly string[]; readonly tookMs: number }> => {
  const gateways = await Gateways.start(deployment);
  try {
    const answers: Promise<Told>[] = [];
    for (const { name, key, replica, fault, signal, afterMs } of steps) {
      const rule = fault === undefined ? undefined : faults[fault];
      if (rule !== undefined) gateways.emulator.faults.add(rule);
      const which = { name, key, replica };
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
      if (signal === 'SIGKILL') await gateways.kill(replica);
      if (signal === 'SIGSTOP') await gateways.pause(replica);
      if (signal === 'REDIS') await gateways.restartRedis();
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

/** Plays generated histories, some of them at the same time: mostly they wait. @returns what is wrong, and how long the slowest took. */
export const playAll = async (
  steps: fc.Arbitrary<Step>,
  { count, atOnce, seed }: { readonly count: number; readonly atOnce: number; readonly seed: number },
  deploymentOf: () => Promise<Deployment>,
): Promise<{ readonly wrong: readonly unknown[]; readonly slowestMs: number }> => {
  const histories = fc.array(steps, { minLength: 2, maxLength: 4 });
  const waiting = [...fc.sample(histories, { numRuns: count, seed }).entries()];
  const wrong: unknown[] = [];
  let slowestMs = 0;
  const playNext = async (): Promise<void> => {
    const deployment = await deploymentOf();
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, history] = next;
      const played = await play(history, deployment);
      slowestMs = Math.max(slowestMs, played.tookMs);
      if (played.wrong.length > 0) wrong.push({ seed, index, history, ...played });
    }
    await deployment.redis?.stop();
  };
  await Promise.all(Array.from({ length: atOnce }, playNext));
  return { wrong, slowestMs };
};
