import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../support/startProcess';
import type { Load, LoadResult } from './load';
import { startNode } from './processes';
import type { UpstreamCounts } from './upstream';
import { benchmarkPath } from './upstreamPath';

/** The upstream of a comparison. */
export interface Upstream {
  readonly url: string;
  readonly child: ChildProcess;
  readonly counts: () => Promise<UpstreamCounts>;
}

/** Starts the upstream, and adds it to the processes that have to end. */
export const startUpstream = async (children: ChildProcess[]): Promise<Upstream> => {
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

/** Starts the process that makes the load, and adds it to the processes that have to end. */
export const startLoad = (children: ChildProcess[]): ChildProcess => {
  const load = startNode({
    core: 'rest',
    args: ['--import', 'tsx', 'test/benchmark/comparison/load.ts'],
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
