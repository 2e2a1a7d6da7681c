import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Emulator } from '../../src/emulator';
import { startEmulator } from '../../src/emulator';
import { RpcError } from '../../src/errors/RpcError';
import type { MemoryLedger } from '../../src/ledger/MemoryLedger';
import { openFileLedger } from '../../src/ledger/openFileLedger';
import { createRpcClient, defaultPolicies } from '../../src/rpc/client';
import { staticKeys } from '../../src/rpc/credentials/staticKeys';
import type { Policy } from '../../src/rpc/policies/policy';
import type { Server } from '../../src/server/startServer';
import { startServer } from '../../src/server/startServer';
import { developmentExposure } from '../../src/settings';
import { defaultKeptMs } from '../../src/settings/ledger';
import type { Upstream } from '../../src/upstream';
import { memberId, outsiderId, smallWorld } from '../emulator/world/worlds';
import { cloudConfigVersion } from '../support/cloudConfigVersion';
import type { LeakGuard } from '../support/leakGuard';
import { startLeakGuard } from '../support/leakGuard';
import { postJson } from '../support/postJson';
import { SimulatedTime } from '../support/simulatedTime';
import type { CallerName, Callers } from './callers';
import { admitCallers, shownToGuest } from './callers';

/** The bug that the invariants have to catch: a write whose end is not known is sent once more. */
const resendAmbiguous: Policy = {
  execute: async (call, next) => {
    try {
      return await next(call);
    } catch (error) {
      const isAmbiguous = error instanceof RpcError && ['CONNECTION', 'TIMEOUT', 'SERVER'].includes(error.kind);
      if (call.operation.kind !== 'write' || !isAmbiguous) throw error;
      return next(call);
    }
  },
};

/** A process that is gone sends nothing more. */
const unlessGone = ({ signal }: AbortController): Policy => ({
  execute: (call, next) => {
    if (!signal.aborted) return next(call);
    const { product, action } = call.operation;
    throw new RpcError({ product: product.code, action, kind: 'NOT_SENT' });
  },
});

/** What a client receives. */
export interface Received<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

/** An entry of the audit log, and how many accounts there were when it was written. */
interface Audited {
  readonly phase?: string;
  readonly outcome?: string;
  readonly ledgerId?: string;
  readonly effects: number;
}

/** A folder in memory, if there is one: a history writes a hundred times, and a disk takes real time for it. */
const fastest = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A gateway in simulated time that can be stopped and started again over the same emulator, with the same ledger file. */
export class Rig {
  /** How far the gateway takes the upstream's clock to be ahead of what it is, milliseconds. */
  skewMs = 0;
  readonly time = new SimulatedTime(undefined, undefined, 5000);
  readonly audit: Audited[] = [];
  private readonly log: string[] = [];
  private readonly guard: LeakGuard = startLeakGuard(['testsecret']);
  /** Aborted when the process is killed. */
  private process = new AbortController();
  emulator!: Emulator;
  private server!: Server;
  private ledger?: MemoryLedger;
  private cleared?: Promise<void>;
  private folder!: string;
  private file = 0;

  /** What of other callers the guest has received. */
  readonly leaked: string[] = [];

  private constructor(
    private readonly hasBug: boolean,
    private readonly callers: Callers,
  ) {}

  /** @param options.guestSees the accounts that the guest may see, as its token has them. */
  static async start({ hasBug = false, guestSees = shownToGuest } = {}): Promise<Rig> {
    const rig = new Rig(hasBug, await admitCallers(guestSees));
    rig.folder = await mkdtemp(join(fastest, 'ledger-'));
    rig.emulator = await startEmulator({
      world: smallWorld(),
      quotas: false,
      wallClock: () => rig.wallTime(),
      sleep: (ms, signal) => rig.time.sleep(ms, signal),
      onReset: () => {
        rig.cleared = rig.ledger?.clear();
      },
    });
    await rig.startGateway();
    return rig;
  }

  /** What machines' clocks say, milliseconds since the epoch. */
  private wallTime(): number {
    return Math.floor(Date.parse('2026-07-01T00:00:00Z') + this.time.now());
  }

  /** Begins anew: the world, and what is remembered of the last one. */
  async reset(): Promise<void> {
    this.leaked.length = 0;
    this.emulator.reset();
    await this.cleared;
    this.guard.check('the log', `${this.log.splice(0).join('')}${JSON.stringify(this.audit.splice(0))}`);
  }

  /** Another process takes over: what the last one had in flight ends as it may. */
  async restart(): Promise<void> {
    const stopped = this.server.stop();
    await this.pass(stopped);
    await this.ledger?.close();
    await this.startGateway();
  }

  /**
   * The process is killed, and another one takes over. What the last one had not written by then is lost, and its clients get no
   * answer.
   */
  async kill(): Promise<void> {
    const { server, ledger } = this;
    this.process.abort('killed');
    const written = this.path;
    this.file += 1;
    await copyFile(written, this.path);
    await this.startGateway();
    // Its timers and connections are in this process, and have to go.
    await this.pass(server.stop());
    await ledger?.close();
  }

  async stop(): Promise<void> {
    this.guard.stop();
    await this.pass(this.server.stop());
    await this.ledger?.close();
    await this.emulator.close();
    await rm(this.folder, { recursive: true });
  }

  /** Lets time pass until that has settled. */
  pass<T>(answers: Promise<T>): Promise<T> {
    return this.time.passUntil(answers);
  }

  async ask<T>(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    caller: CallerName = 'OWNER',
  ): Promise<Received<T>> {
    const headers = { authorization: this.callers.authorization[caller] };
    const { text } = await postJson(`${this.server.url}/graphql`, { query, variables }, headers, this.process.signal);
    this.guard.check('an answer', text);
    if (caller === 'GUEST' && this.foreign().some((accountId) => text.includes(accountId))) this.leaked.push(text);
    return JSON.parse(text) as Received<T>;
  }

  /** The accounts that the guest may not see. */
  private foreign(): readonly string[] {
    const created = this.emulator.calls.effects().flatMap((effect) => /^account (\d+) created/.exec(effect)?.[1] ?? []);
    return [memberId, outsiderId, ...created];
  }

  private get path(): string {
    return join(this.folder, `ledger-${this.file}.jsonl`);
  }

  private async startGateway(): Promise<void> {
    const { time, emulator, audit } = this;
    const own = new AbortController();
    this.process = own;
    const now = () => emulator.world.clock.now() + this.skewMs;
    const rpc = createRpcClient({
      endpoints: () => emulator.url,
      credentials: staticKeys('testid', 'testsecret'),
      clock: time,
      wallTime: () => this.wallTime(),
      policies: [...(this.hasBug ? [resendAmbiguous] : []), ...defaultPolicies({ clock: time }), unlessGone(own)],
    });
    const upstream: Upstream = { name: 'emulator', rpc, now, forget: () => undefined };
    this.ledger = await openFileLedger(this.path, { keptMs: defaultKeptMs, now });
    this.server = await startServer({
      upstream,
      cloudConfigVersion,
      logger: pino({ level: 'debug' }, { write: (line: string) => void this.log.push(line) }),
      host: '127.0.0.1',
      port: 0,
      mutations: true,
      relayNodeFields: true,
      maxUpstreamCalls: 600,
      door: this.callers.door,
      exposure: developmentExposure,
      clock: time,
      stopTimes: { drainMs: 0, stopMs: 1000 },
      ledger: this.ledger,
      auditLog: {
        write: async (entry) => {
          if (!own.signal.aborted) audit.push({ ...entry, effects: emulator.calls.effects().length });
        },
      },
    });
  }
}
