import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../support/startProcess';
import { transpiled } from '../../support/transpiled';
import type { Load, LoadResult } from './load';
import { startNode } from './processes';
import type { UpstreamCounts } from './upstream';
import { benchmarkPath } from './upstreamPath';

/** The upstream of a comparison. */
export interface Upstream {
  /** One for each server that calls it. */
  readonly urls: readonly string[];
  readonly child: ChildProcess;
}

/** What the upstream counted of the calls to one of its URLs. */
export const countsOf = async (url: string): Promise<UpstreamCounts> =>
  (await (await fetch(`${url}${benchmarkPath}`)).json()) as UpstreamCounts;

/** Starts the upstream for a number of servers, and adds it to the processes that have to end. */
export const startUpstream = async (children: ChildProcess[], servers = 1): Promise<Upstream> => {
  const ports = await Promise.all(Array.from({ length: servers }, freePort));
  const child = startNode({
    core: 'rest',
    args: [transpiled('test/benchmark/comparison/upstream.ts'), ...ports.map(String)],
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  children.push(child);
  const urls = ports.map((port) => `http://127.0.0.1:${port}`);
  for (let tries = 0; ; tries += 1) {
    try {
      await Promise.all(urls.map(countsOf));
      return { urls, child };
    } catch (error) {
      if (tries > 600 || child.exitCode !== null) throw error;
      await sleep(100);
    }
  }
};

/** Starts the process that makes the load, and adds it to the processes that have to end. */
export const startLoad = (children: ChildProcess[]): ChildProcess => {
  const load = startNode({
    core: 'rest',
    args: [transpiled('test/benchmark/comparison/load.ts')],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  children.push(load);
  return load;
};

/** Lets the process that makes the load do so. */
export const makeLoad = async (child: ChildProcess, load: Load): Promise<LoadResult> => {
  const answer = once(child, 'message', { signal: AbortSignal.timeout((10 * load.seconds + 30) * 1000) });
  child.send(load);
  const [result] = (await answer) as [LoadResult];
  return result;
};
