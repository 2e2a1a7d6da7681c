import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Load } from '../comparison/load';
import { makeLoad, startLoad, startUpstream } from '../comparison/others';
import { cpuMicrosOf, end, memoryOf, startNode } from '../comparison/processes';
import { scenarios } from '../comparison/scenarios';
import type { RunningServer } from '../comparison/servers';
import { ask, serverKinds, startServer } from '../comparison/servers';
import { measureWalks } from '../measureWalks';
import type { GrowthTable } from './GrowthTable';
import { longResource, longWindow } from './timelines';

const noCache = { 'cache-control': 'no-cache' };

/** Runs something with processes that end with it. */
const withProcesses = async <T>(run: (children: ChildProcess[]) => Promise<T>): Promise<T> => {
  const children: ChildProcess[] = [];
  try {
    return await run(children);
  } finally {
    await Promise.all(children.map(end));
  }
};

/** The built gateway, over an upstream. */
const startGateway = async (url: string, children: ChildProcess[]): Promise<RunningServer> => {
  const kind = serverKinds({}).get('gateway');
  if (!kind) throw new Error('The gateway is a server.');
  const server = await startServer(kind, url);
  children.push(server.child);
  return server;
};

export const accounts = async (): Promise<GrowthTable> => {
  const walks = [];
  for (const size of [100, 500, 1000, 2000, 5000]) {
    const walk = (await measureWalks([size], Math.ceil((size + 1) / 100))).get(size);
    if (walk) walks.push(walk);
  }
  return {
    title: 'Accounts of a directory',
    work: 'A client reads all accounts with their recorders and enrollments, in pages of 100, from a gateway that has just started. Recorders are read through a session in each account.',
    columns: ['accounts', 'upstream calls', 's', 'CPU time, ms', 'heap, MB'],
    rows: walks.map(({ accounts: count, calls, totalMs, cpuMs, heapBytes }) => [
      count,
      calls,
      totalMs / 1000,
      cpuMs,
      heapBytes / 1e6,
    ]),
    held: 3,
    mostExponent: 1,
    note: 'The duration is that of the sessions: the gateway opens 80 a second, which is its share of the quota of STS.',
  };
};

const pageQuery = `query Page($resource: CloudResourceKeyInput!, $between: TimeRangeInput, $after: String) {
  configurationTimeline(resource: $resource, between: $between, first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { capturedAt eventType changes { path kind before after } }
  }
}`;

interface Page {
  readonly data?: {
    readonly configurationTimeline: {
      readonly nodes: readonly unknown[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    } | null;
  };
  readonly extensions?: { readonly cost: { readonly actualCalls: number } };
}

const readTimeline =
  ({ url, child }: RunningServer, changes: number) =>
  async (): Promise<readonly number[]> => {
    const cpuBefore = cpuMicrosOf(child);
    const ms: number[] = [];
    let [after, read, calls]: [string | null, number, number] = [null, 0, 0];
    do {
      const startedAt = performance.now();
      const variables = { resource: longResource, between: longWindow, after };
      const { data, extensions } = (await ask(url, { query: pageQuery, variables }, {})) as Page;
      ms.push(performance.now() - startedAt);
      const page = data?.configurationTimeline;
      if (!page) throw new Error('A page of the timeline did not come.');
      read += page.nodes.length;
      calls += extensions?.cost.actualCalls ?? NaN;
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    if (read !== changes) throw new Error(`The timeline has ${changes} changes, but ${read} were read.`);
    const meanOf = (times: readonly number[]): number => times.reduce((sum, one) => sum + one, 0) / times.length;
    const cpuMs = (cpuMicrosOf(child) - cpuBefore) / 1000;
    return [changes, ms.length, calls, cpuMs, meanOf(ms.slice(0, 10)), meanOf(ms.slice(-10)), memoryOf(child) / 1e6];
  };

export const timeline = async (): Promise<GrowthTable> => {
  const rows: (readonly number[])[] = [];
  for (const changes of [100, 1000, 10_000, 100_000]) {
    const row = await withProcesses(async (children) => {
      const emulator = startNode({
        core: 'rest',
        args: ['--import', 'tsx', 'test/benchmark/growth/timelines.ts', String(changes)],
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      children.push(emulator);
      if (!emulator.stdout) throw new Error('The emulator prints its address.');
      const [url] = (await once(createInterface(emulator.stdout), 'line')) as [string];
      const gateway = await startGateway(url, children);
      // Until what every page runs is compiled: of another range, so that nothing of it is remembered.
      const shorter = { ...longWindow, to: '2026-06-28T23:00:00Z' };
      for (let warmUp = 0; warmUp < 100; warmUp += 1) {
        await ask(gateway.url, { query: pageQuery, variables: { resource: longResource, between: shorter } }, noCache);
      }
      return readTimeline(gateway, changes)();
    });
    rows.push(row);
  }
  return {
    title: 'Changes of a timeline',
    work: 'A client reads a timeline to its end, in pages of 100 changes.',
    columns: [
      'changes',
      'pages',
      'upstream calls',
      'CPU time, ms',
      'first pages, ms each',
      'last pages, ms each',
      'memory, MB',
    ],
    rows,
    held: 3,
    mostExponent: 1,
  };
};

/** CPU time of a request, µs, and memory, MB, for requests of several sizes. */
const perRequest = async (
  sizes: readonly number[],
  loadOf: (size: number) => Omit<Load, 'url' | 'seconds'>,
): Promise<readonly (readonly number[])[]> =>
  withProcesses(async (children) => {
    const upstream = await startUpstream(children);
    const load = startLoad(children);
    const gateway = await startGateway(upstream.urls[0] ?? '', children);
    const rows: (readonly number[])[] = [];
    const [smallest = 1] = sizes;
    const send = (size: number) => makeLoad(load, { ...loadOf(size), url: gateway.url, seconds: 60 });
    // Until what every request runs is compiled.
    for (let warmUp = 0; warmUp < 4; warmUp += 1) await send(smallest);
    for (const size of sizes) {
      const before = cpuMicrosOf(gateway.child);
      const { requests, failures } = await send(size);
      if (failures > 0) throw new Error(`${failures} of ${requests} requests failed.`);
      rows.push([size, (cpuMicrosOf(gateway.child) - before) / requests, memoryOf(gateway.child) / 1e6]);
    }
    return rows;
  });

const [single] = scenarios.filter(({ id }) => id === 'B1');
const columns = (size: string): readonly string[] => [size, 'CPU time of a request, µs', 'memory, MB'];

const bodyOf = (variables: object): string =>
  JSON.stringify({ query: single?.query, variables: { ...single?.variables, ...variables } });

export const pageSize = async (): Promise<GrowthTable> => ({
  title: 'Size of a page',
  work: 'One page of a timeline with typed changes, read upstream.',
  columns: columns('changes of a page'),
  rows: await perRequest([1, 2, 5, 10, 20, 50, 90, 100], (first) => ({
    body: bodyOf({ first }),
    headers: noCache,
    connections: 10,
    requests: 500,
  })),
  held: 1,
  mostExponent: 1,
  note: 'A page of 95 changes or more takes two upstream calls, because the one that is read beyond the page does not fit.',
});

export const callers = async (): Promise<GrowthTable> => ({
  title: 'Callers',
  work: 'One page of ten changes, read upstream, by as many callers as the row says, one after the other.',
  columns: columns('callers'),
  rows: await perRequest([1, 10, 100, 1000, 2000], (count) => ({
    body: bodyOf({}),
    headers: noCache,
    connections: 20,
    requests: 2000,
    variety: { of: 'callers', count },
  })),
  held: 1,
  mostExponent: 0,
});

export const documents = async (): Promise<GrowthTable> => ({
  title: 'Distinct documents',
  work: 'Requests whose documents differ, as many as the row says before they begin again. The header `x-cost-only` says that they are parsed, validated and priced, but not executed.',
  columns: columns('documents'),
  rows: await perRequest([1, 10, 100, 1000, 10_000, 100_000], (count) => ({
    body: bodyOf({}),
    headers: { 'x-cost-only': 'true' },
    connections: 20,
    requests: Math.max(count, 2000),
    variety: { of: 'documents', count },
  })),
  held: 1,
  mostExponent: 0,
  note: 'A document that the gateway has seen is neither parsed nor validated again. Its memory of documents is bounded, so the cost of a request rises once, to that of a new document, and stays there.',
});
