import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../support/startProcess';
import { differencesOf } from './answers';
import type { Load, LoadResult } from './load';
import { cpuMicrosOf, end, memoryOf, startNode } from './processes';
import type { Scenario } from './scenarios';
import type { RunningServer, ServerKind } from './servers';
import { ask, baseline, startServer } from './servers';
import type { UpstreamCounts } from './upstream';
import { benchmarkPath } from './upstreamPath';

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
  readonly onProgress?: (line: string) => void;
}

/**
 * Compares servers on the same work. In each round every server has its turn, forwards and backwards by turns, so that what else
 * the machine does hits all of them alike.
 */
export const compare = async (options: CompareOptions): Promise<readonly Contest[]> => {
  const children: ChildProcess[] = [];
  try {
    const upstream = await startUpstream(children);
    const load = startNode({
      core: 'rest',
      args: ['--import', 'tsx', 'test/benchmark/comparison/load.ts'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    children.push(load);
    const servers: RunningServer[] = [];
    for (const kind of options.servers) {
      const server = await startServer(kind, upstream.url);
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

interface Upstream {
  readonly url: string;
  readonly child: ChildProcess;
  readonly counts: () => Promise<UpstreamCounts>;
}

const startUpstream = async (children: ChildProcess[]): Promise<Upstream> => {
  const port = await freePort();
  const child = startNode({
    core: 'rest',
    args: ['--import', 'tsx', 'test/benchmark/comparison/upstream.ts', String(port)],
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  children.push(child);
  const url = `http://127.0.0.1:${port}`;
  const counts = async () => (await (await fetch(`${url}${benchmarkPath}`)).json()) as UpstreamCounts;
  for (let tries = 0; ; tries += 1) {
    try {
      await counts();
      return { url, child, counts };
    } catch (error) {
      if (tries > 300 || child.exitCode !== null) throw error;
      await sleep(100);
    }
  }
};

interface Arena extends CompareOptions {
  readonly running: readonly RunningServer[];
  readonly upstream: Upstream;
  readonly load: ChildProcess;
}

const contest = async (scenario: Scenario, arena: Arena): Promise<readonly Contest[]> => {
  const { running, rounds, onProgress } = arena;
  const expected = await expectedAnswer(scenario, running);
  const measured = running.map((server) => ({
    server,
    turns: [] as Turn[],
    requests: undefined as number | undefined,
  }));
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 === 0 ? measured : [...measured].reverse();
    for (const contestant of order) {
      const { server, turns } = contestant;
      const turn = await takeTurn(scenario, server, { expected, requests: contestant.requests }, arena);
      // As many as it answered in the seconds of the warm-up, so that a round counts whole requests.
      contestant.requests ??= Math.max(turn.result.requests, 2 * scenario.connections);
      onProgress?.(
        `${scenario.id} ${round === 0 ? 'warm-up' : `round ${round}`} ${server.kind.name}: ${Math.round(turn.figures.requestsPerSecond)}/s, ${Math.round(turn.figures.cpuMicros)} µs`,
      );
      turns.push(turn);
    }
  }
  return measured.map(({ server, turns }) => {
    const sum = (of: (turn: Turn) => number) => turns.reduce((total, turn) => total + of(turn), 0);
    return {
      scenario: scenario.id,
      server: server.kind.name,
      // The first one warms up.
      rounds: turns.slice(1).map(({ figures }) => figures),
      memoryBytes: memoryOf(server.child),
      badSignatures: sum(({ badSignatures }) => badSignatures),
      refusedCalls: sum(({ refusedCalls }) => refusedCalls),
      mismatches: sum(({ result }) => result.mismatches),
      failures: sum(({ result }) => result.failures),
      differences: turns.find(({ result }) => result.differences.length > 0)?.result.differences ?? [],
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

const takeTurn = async (
  { query, variables, connections, sharing = false }: Scenario,
  { kind, url, child }: RunningServer,
  { expected, requests: wanted }: { readonly expected: unknown; readonly requests: number | undefined },
  { upstream, load, seconds }: Arena,
): Promise<Turn> => {
  const restMicros = () => cpuMicrosOf(load) + cpuMicrosOf(upstream.child);
  const before = { cpu: cpuMicrosOf(child), rest: restMicros(), counts: await upstream.counts() };
  const result = await make(load, {
    url,
    headers: sharing ? {} : kind.freshHeaders,
    body: JSON.stringify({ query, variables }),
    connections,
    seconds,
    requests: wanted,
    expected,
  });
  // What a warm-up cut off is not left to the next one.
  if (wanted === undefined) await idle(child);
  const after = { cpu: cpuMicrosOf(child), rest: restMicros(), counts: await upstream.counts() };
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

const make = async (child: ChildProcess, load: Load): Promise<LoadResult> => {
  const answer = once(child, 'message', { signal: AbortSignal.timeout((10 * load.seconds + 30) * 1000) });
  child.send(load);
  const [result] = (await answer) as [LoadResult];
  return result;
};
