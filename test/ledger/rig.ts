import { mkdtemp, rm } from 'node:fs/promises';
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
import { smallWorld } from '../emulator/world/worlds';
import { cloudConfigVersion } from '../support/cloudConfigVersion';
import { SimulatedTime } from '../support/simulatedTime';

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

/** A gateway in simulated time that can be stopped and started again over the same emulator, with the same ledger file. */
export class Rig {
  readonly time = new SimulatedTime(undefined, undefined, 5000);
  readonly audit: { readonly phase?: string; readonly action?: string }[] = [];
  emulator!: Emulator;
  private server!: Server;
  private ledger?: MemoryLedger;
  private cleared?: Promise<void>;
  private folder!: string;

  private constructor(private readonly hasBug: boolean) {}

  static async start({ hasBug = false } = {}): Promise<Rig> {
    const rig = new Rig(hasBug);
    rig.folder = await mkdtemp(join(tmpdir(), 'ledger-'));
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
    this.emulator.reset();
    await this.cleared;
    this.audit.splice(0);
  }

  /** Another process takes over: what the last one had in flight ends as it may. */
  async restart(): Promise<void> {
    const stopped = this.server.stop();
    await this.pass(stopped);
    await this.ledger?.close();
    await this.startGateway();
  }

  async stop(): Promise<void> {
    await this.pass(this.server.stop());
    await this.ledger?.close();
    await this.emulator.close();
    await rm(this.folder, { recursive: true });
  }

  /** Lets time pass until that has settled. */
  pass<T>(answers: Promise<T>): Promise<T> {
    return this.time.passUntil({ emulator: this.emulator }, answers);
  }

  async ask<T>(query: string): Promise<T> {
    const response = await fetch(`${this.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await response.json()) as { readonly data?: T | null; readonly errors?: unknown };
    if (data == null || errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  }

  private async startGateway(): Promise<void> {
    const { time, emulator, audit } = this;
    const now = () => emulator.world.clock.now();
    const rpc = createRpcClient({
      endpoints: () => emulator.url,
      credentials: staticKeys('testid', 'testsecret'),
      clock: time,
      wallTime: () => this.wallTime(),
      policies: [...(this.hasBug ? [resendAmbiguous] : []), ...defaultPolicies({ clock: time })],
    });
    const upstream: Upstream = { name: 'emulator', rpc, now, forget: () => undefined };
    this.ledger = await openFileLedger(join(this.folder, 'ledger.jsonl'), { keptMs: defaultKeptMs, now });
    this.server = await startServer({
      upstream,
      cloudConfigVersion,
      logger: pino({ level: 'silent' }),
      host: '127.0.0.1',
      port: 0,
      mutations: true,
      relayNodeFields: true,
      maxUpstreamCalls: 600,
      exposure: developmentExposure,
      clock: time,
      stopTimes: { drainMs: 0, stopMs: 1000 },
      ledger: this.ledger,
      auditLog: { write: async (entry) => void audit.push(entry) },
    });
  }
}
