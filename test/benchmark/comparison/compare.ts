import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { differencesOf } from './answers';
import type { LoadResult } from './load';
import type { Upstream } from './others';
import { countsOf, makeLoad, startLoad, startUpstream } from './others';
import { cpuMicrosOf, end, memoryOf } from './processes';
import type { Scenario } from './scenarios';
import type { RunningServer, ServerKind } from './servers';
import { ask, baseline, startServer } from './servers';
import { spreadOf } from './spread';

/** What one server did in one round. */
export interface Round {
  readonly requestsPerSecond: number;
  /** CPU time of the server for each request, microseconds. */
  readonly cpuMicros: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly callsPerRequest: number;
  /** CPU time of the upstream and of the load in each second of the round: near 1, they are what is measured. */
  readonly restLoad: number;
}

/** One server in one scenario. */
export interface Contest {
  readonly scenario: string;
  readonly server: string;
  readonly rounds: readonly Round[];
  readonly memoryBytes: number;
  /** From the start of the process to its first answer. */
  readonly startMs: number;
  /** Durations at seven tenths of the median rate of the rounds, at which nothing queues for long. */
  readonly calm: { readonly p50Ms: number; readonly p99Ms: number };
  readonly badSignatures: number;
  readonly refusedCalls: number;
  readonly mismatches: number;
  readonly failures: number;
  /** Where the first wrong answer differs from the baseline's. */
  readonly differences: readonly string[];
}

export interface CompareOptions {
  readonly servers: readonly ServerKind[];
  readonly scenarios: readonly Scenario[];
  readonly rounds: number;
  readonly seconds: number;
  /** A server is warm after so many requests. Defaults to 1500. */
  readonly warmUpRequests?: number;
  readonly onProgress?: (line: string) => void;
}

/**
 * Compares servers on the same work. In each round every server has its turn, forwards and backwards by turns, so that what else
 * the machine does hits all of them alike.
 */
export const compare = async (options: CompareOptions): Promise<readonly Contest[]> => {
  const children: ChildProcess[] = [];
  try {
    const upstream = await startUpstream(children, options.servers.length);
    const load = startLoad(children);
    const servers: RunningServer[] = [];
    for (const [index, kind] of options.servers.entries()) {
      const server = await startServer(kind, upstream.urls[index] ?? '');
      children.push(server.child);
      servers.push(server);
    }
    const contests: Contest[] = [];
    for (const scenario of options.scenarios) {
      contests.push(...(await contest(scenario, { ...options, running: servers, upstream, load })));
    }
    return contests;
  } finally {
    await Promise.all(children.map(end));
  }
};

interface Arena extends CompareOptions {
  readonly running: readonly RunningServer[];
  readonly upstream: Upstream;
  readonly load: ChildProcess;
}

/** However slow a server is, it is warm after so many turns. */
const maxWarmUps = 5;

/** The share of the highest rate at which durations count. */
const calmShare = 0.7;

const contest = async (scenario: Scenario, arena: Arena): Promise<readonly Contest[]> => {
  const { running, rounds, warmUpRequests = 1500, onProgress } = arena;
  const expected = await expectedAnswer(scenario, running);
  const measured = running.map((server) => ({
    server,
    warmUps: [] as Turn[],
    turns: [] as Turn[],
    calm: [] as Turn[],
    requests: 0,
  }));
  const report = (when: string, { kind }: RunningServer, { figures }: Turn) =>
    onProgress?.(
      `${scenario.id} ${when} ${kind.name}: ${Math.round(figures.requestsPerSecond)}/s, ${Math.round(figures.cpuMicros)} µs`,
    );
  for (const contestant of measured) {
    const { server, warmUps } = contestant;
    // A slow machine needs longer until what every request runs is compiled.
    for (let tries = 0, sent = 0; tries < maxWarmUps && sent < warmUpRequests; tries += 1) {
      const turn = await takeTurn(scenario, server, { expected }, arena);
      report('warm-up', server, turn);
      warmUps.push(turn);
      sent += turn.result.requests;
      // As many as it answers in the seconds of a warm-up, so that a round counts whole requests.
      contestant.requests = Math.max(turn.result.requests, 2 * scenario.connections);
    }
  }
  for (let round = 1; round <= rounds; round += 1) {
    const order = round % 2 === 1 ? measured : [...measured].reverse();
    for (const { server, turns, requests } of order) {
      const turn = await takeTurn(scenario, server, { expected, requests }, arena);
      report(`round ${round}`, server, turn);
      turns.push(turn);
    }
  }
  for (const { server, turns, calm } of measured) {
    const { median } = spreadOf(turns.map(({ figures }) => figures.requestsPerSecond));
    const turn = await takeTurn(scenario, server, { expected, rate: calmShare * median }, arena);
    report('calm', server, turn);
    calm.push(turn);
  }
  return measured.map(({ server, warmUps, turns, calm }) => {
    const all = [...warmUps, ...turns, ...calm];
    const sum = (of: (turn: Turn) => number) => all.reduce((total, turn) => total + of(turn), 0);
    return {
      scenario: scenario.id,
      server: server.kind.name,
      rounds: turns.map(({ figures }) => figures),
      memoryBytes: memoryOf(server.child),
      startMs: server.startMs,
      calm: { p50Ms: calm[0]?.result.p50Ms ?? NaN, p99Ms: calm[0]?.result.p99Ms ?? NaN },
      badSignatures: sum(({ badSignatures }) => badSignatures),
      refusedCalls: sum(({ refusedCalls }) => refusedCalls),
      mismatches: sum(({ result }) => result.mismatches),
      failures: sum(({ result }) => result.failures),
      differences: all.find(({ result }) => result.differences.length > 0)?.result.differences ?? [],
    };
  });
};

/** What the baseline answers. Throws if it fails, or if another server answers something else. */
export const expectedAnswer = async (scenario: Scenario, running: readonly RunningServer[]): Promise<unknown> => {
  const { query, variables } = scenario;
  const first = running.find(({ kind }) => kind.name === baseline) ?? running[0];
  if (!first) throw new Error('There is no server to compare.');
  const expected = await ask(first.url, { query, variables }, {});
  for (const { kind, url } of running) {
    const differences = differencesOf(expected, await ask(url, { query, variables }, kind.freshHeaders));
    if (differences.length > 0) {
      throw new Error(`${kind.name} answers ${scenario.id} in another way: ${differences.slice(0, 5).join('; ')}`);
    }
  }
  return expected;
};

interface Turn {
  readonly figures: Round;
  readonly result: LoadResult;
  readonly badSignatures: number;
  readonly refusedCalls: number;
}

/** What a turn is made of. Without a number of requests it lasts the seconds of a round. */
interface Wanted {
  readonly expected: unknown;
  readonly requests?: number;
  readonly rate?: number;
}

const takeTurn = async (
  { query, variables, connections, sharing = false, variety }: Scenario,
  { kind, url, child, upstreamUrl }: RunningServer,
  { expected, requests: wanted, rate }: Wanted,
  { upstream, load, seconds }: Arena,
): Promise<Turn> => {
  const restMicros = () => cpuMicrosOf(load) + cpuMicrosOf(upstream.child);
  const before = { cpu: cpuMicrosOf(child), rest: restMicros(), counts: await countsOf(upstreamUrl) };
  const result = await makeLoad(load, {
    url,
    headers: sharing ? {} : kind.freshHeaders,
    body: JSON.stringify({ query, variables }),
    connections,
    seconds,
    requests: wanted,
    rate,
    variety,
    expected,
  });
  // What a warm-up cut off is not left to the next one.
  if (wanted === undefined) await idle(child);
  const after = { cpu: cpuMicrosOf(child), rest: restMicros(), counts: await countsOf(upstreamUrl) };
  const requests = Math.max(result.requests, 1);
  return {
    result,
    figures: {
      requestsPerSecond: result.requestsPerSecond,
      cpuMicros: (after.cpu - before.cpu) / requests,
      p50Ms: result.p50Ms,
      p99Ms: result.p99Ms,
      callsPerRequest: (after.counts.calls - before.counts.calls) / requests,
      restLoad: (after.rest - before.rest) / 1e6 / result.elapsedSeconds,
    },
    badSignatures: after.counts.badSignatures - before.counts.badSignatures,
    refusedCalls: after.counts.refused - before.counts.refused,
  };
};

/** Waits until a process does hardly anything, or for three seconds. */
const idle = async (child: ChildProcess): Promise<void> => {
  for (let tries = 0, before = NaN; tries < 30; tries += 1) {
    const now = cpuMicrosOf(child);
    if (!(now - before > 5000) && tries > 0) return;
    before = now;
    await sleep(100);
  }
};
