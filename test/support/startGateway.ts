import { setMaxListeners } from 'node:events';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { pino } from 'pino';
import type { Emulator, EmulatorOptions } from '../../src/emulator';
import { startEmulator } from '../../src/emulator';
import { MemoryLedger } from '../../src/ledger/MemoryLedger';
import { logAlarms } from '../../src/observability/Alarm';
import { countAlarms } from '../../src/observability/metrics/countAlarms';
import type { Clock } from '../../src/rpc/clock';
import type { ServerOptions } from '../../src/server/startServer';
import { startServer } from '../../src/server/startServer';
import type { Exposure, RoleSettings } from '../../src/settings';
import { defaultRoles, developmentExposure, parseSettings } from '../../src/settings';
import { defaultKeptMs } from '../../src/settings/ledger';
import { emulatorUpstream } from '../../src/upstream';
import { cloudConfigVersion } from './cloudConfigVersion';
import { startLeakGuard } from './leakGuard';
import { postJson } from './postJson';
import { waitingTime } from './waitingTime';

/** What a test may choose. It listens on 127.0.0.1 and keeps audit entries; the rest is what `npm start` does. */
export interface GatewayOptions extends Partial<
  Omit<ServerOptions, 'upstream' | 'logger' | 'port' | 'exposure' | 'clock'>
> {
  /** Default: the demo world. */
  readonly world?: EmulatorOptions['world'];
  /** A generated directory of so many members stands in for the world. */
  readonly accounts?: number;
  /** How many resources of the generated directory changed in the last day. */
  readonly changedToday?: number;
  readonly readings?: EmulatorOptions['readings'];
  /** Default: those of the emulator, which answer by the state of its world. */
  readonly handlers?: EmulatorOptions['handlers'];
  /** Time for the gateway's calls, and for the emulator's quotas and latencies; default: it is real, see waitingTime.ts. */
  readonly clock?: Clock;
  /** How far the clock that the gateway signs by is ahead of the emulator's, milliseconds. Default 0. */
  readonly clockAheadMs?: number;
  /** The URL under which the gateway finds the emulator, from the emulator's own: a proxy in between. Default: its own. */
  readonly through?: (url: string) => Promise<string>;
  /** Certificates that the gateway trusts besides the usual ones. */
  readonly caFile?: string;
  /** Decides in the emulator about faults with a probability. */
  readonly random?: EmulatorOptions['random'];
  /** Default off: tests count calls, they do not wait for quotas. On: the emulator has them, and the gateway keeps them. */
  readonly quotas?: boolean;
  /** With quotas: between how many replicas they are divided. Default 1. */
  readonly replicas?: number;
  /** How much answers may be remembered. Default none: tests count the calls of a document that nobody asked before. */
  readonly cacheMaxBytes?: number;
  /** Default: the RAM user of the management account. */
  readonly accessKeyId?: string;
  readonly accessKeySecret?: string;
  readonly roles?: Partial<RoleSettings>;
  /** What differs from the defaults in development. */
  readonly exposure?: Partial<Exposure>;
  /** Whether an upstream that fails is spared retries and calls. Default off: a test must not spoil the next. */
  readonly sparing?: boolean;
}

export interface GraphQLAnswer<T> {
  readonly data?: T | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
}

/** The cost that an answer reports. The last three only if just the estimate was requested, or was too high. */
export interface Cost {
  readonly estimatedCalls: number;
  readonly actualCalls: number;
  readonly coalesced: number;
  readonly cached: number;
  readonly maxCalls?: number;
  readonly calls?: readonly object[];
  readonly mostExpensiveFields?: readonly { readonly field: string; readonly calls: number }[];
}

/** The cost of what calls nothing. */
export const noCost: Cost = { estimatedCalls: 0, actualCalls: 0, coalesced: 0, cached: 0 };

/** An answer with all that came with it. */
export interface AnswerWithCost<T = Record<string, unknown>> extends GraphQLAnswer<T> {
  readonly status: number;
  /** The content of `extensions.cost`; zeros if the request never became an operation, and has none. */
  readonly cost: Cost;
  readonly extensions: {
    readonly cost?: Cost;
    readonly cache?: object;
    readonly routes?: object;
    readonly access?: object;
    readonly ftv1?: string;
  };
}

/** A gateway over an emulator of its own, both on free ports of this machine. */
export interface TestGateway {
  readonly url: string;
  /** Where metrics and probes are. Empty without `metrics`. */
  readonly adminUrl: string;
  readonly emulator: Emulator;
  /** Every line that the gateway logged. */
  readonly log: readonly string[];
  /** Every entry of its audit log. */
  readonly audit: readonly object[];
  /** Sends a document over HTTP. Upstream calls that it costs are in `emulator.calls`. */
  query<T = Record<string, unknown>, V = Record<string, unknown>>(
    document: string | TypedDocumentNode<T, V>,
    variables?: V,
    headers?: Record<string, string>,
  ): Promise<GraphQLAnswer<T>>;
  /** The same, with the status and the cost, which every answer has and {@link query} omits. */
  ask<T = Record<string, unknown>>(
    document: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
    signal?: AbortSignal,
  ): Promise<AnswerWithCost<T>>;
  /** The actions called upstream so far, in order, STS apart: its calls are shared by all requests. */
  upstreamCalls(): string[];
  stop(options?: { readonly drain: boolean }): Promise<void>;
}

/** How the emulator waits if a fault adds latency: by the same clock, until it stops. */
const sleepOn =
  (clock: Clock): EmulatorOptions['sleep'] =>
  async (ms, signal) => {
    // However many calls wait, the signal of the emulator's end outlives them all: that is no leak to warn of.
    setMaxListeners(0, signal);
    await clock.sleep(ms, signal);
    signal.throwIfAborted();
  };

/** How the emulator marks what was sent and answered in the events of its trail: it can be secret, and never gets out. */
const canary = 'CANARY-';

/**
 * Starts both; the test stops them in `afterAll` or `afterEach`. Any test fails if an answer or the log holds the
 * gateway's key, a signature, or a secret of an event.
 */
export const startGateway = async (options: GatewayOptions = {}): Promise<TestGateway> => {
  const { clock, quotas = false, ...ofServer } = options;
  const startedAt = Date.now();
  const wallClock = clock && (() => Math.floor(startedAt + clock.now()));
  const memory = new MemoryLedger({ keptMs: defaultKeptMs, now: Date.now });
  const emulator = await startEmulator({
    onReset: () => {
      void memory.clear();
    },
    world: options.world ?? 'demo',
    accounts: options.accounts,
    changedToday: options.changedToday,
    readings: options.readings,
    handlers: options.handlers,
    quotas,
    wallClock,
    sleep: clock && sleepOn(clock),
    random: options.random,
  });
  const log: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void log.push(line) });
  const audit: object[] = [];
  const { accessKeyId = 'testid', accessKeySecret = 'testsecret' } = options;
  const upstream = emulatorUpstream({
    url: (await options.through?.(emulator.url)) ?? emulator.url,
    network: { caFile: options.caFile },
    accessKeyId,
    accessKeySecret,
    quota: quotas ? parseSettings({ REPLICAS: String(options.replicas ?? 1) }).settings?.quota : undefined,
    clock: clock ?? waitingTime,
    wallTime: () => (wallClock ?? Date.now)() + (options.clockAheadMs ?? 0),
    now: () => emulator.world.clock.now(),
    // In real time, an attempt follows the last one at once.
    random: clock === undefined ? () => 0 : Math.random,
    cacheMaxBytes: options.cacheMaxBytes ?? 0,
    sparing: options.sparing ?? false,
    onAlarm: countAlarms(options.metrics, logAlarms(logger)),
    metrics: options.metrics,
    roles: { ...defaultRoles, ...options.roles },
  });
  const guard = startLeakGuard([accessKeyId, accessKeySecret, canary]);
  const server = await startServer({
    mutations: true,
    relayNodeFields: true,
    maxUpstreamCalls: 600,
    cloudConfigVersion,
    host: '127.0.0.1',
    ledger: memory,
    // Nobody waits for what becomes of a mutation, unless the test is about that.
    reconcilePausesMs: [],
    ...ofServer,
    upstream,
    logger,
    clock,
    port: 0,
    exposure: { ...developmentExposure, ...options.exposure },
    auditLog: options.auditLog ?? { write: async (entry) => void audit.push(entry) },
  });

  const ask = async (
    document: string | TypedDocumentNode<unknown, never>,
    variables?: unknown,
    headers: Record<string, string> = {},
    signal?: AbortSignal,
  ): Promise<AnswerWithCost<never>> => {
    const query = typeof document === 'string' ? document : print(document);
    const body = { query, variables };
    const { status, headers: received, text } = await postJson(`${server.url}/graphql`, body, headers, signal);
    guard.check('an answer', `${JSON.stringify(received)}${text}`);
    const answer = JSON.parse(text) as GraphQLAnswer<never> & Partial<Pick<AnswerWithCost, 'extensions'>>;
    const { extensions = {} } = answer;
    return { ...answer, status, extensions, cost: extensions.cost ?? noCost };
  };

  return {
    url: server.url,
    adminUrl: server.adminUrl ?? '',
    emulator,
    log,
    audit,
    query: async (document, variables, headers) => {
      const { status: _, cost: __, extensions: ___, ...answer } = await ask(document, variables, headers);
      return answer;
    },
    ask,
    upstreamCalls: () =>
      emulator.calls
        .all()
        .map(({ action }) => action ?? '')
        .filter((action) => action !== 'GetCallerIdentity' && action !== 'AssumeRole'),
    stop: async (stopOptions) => {
      await server.stop(stopOptions);
      await emulator.close();
      guard.stop();
      guard.check('the log', `${log.join('')}${JSON.stringify(audit)}`);
    },
  };
};

/** Starts both for one use, and stops them after it. */
export const withGateway = async <T>(
  options: GatewayOptions,
  use: (gateway: TestGateway) => Promise<T>,
): Promise<T> => {
  const gateway = await startGateway(options);
  try {
    return await use(gateway);
  } finally {
    await gateway.stop();
  }
};
