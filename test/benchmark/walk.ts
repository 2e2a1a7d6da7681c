import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import type { Server } from '../../src/server/startServer';
import { startServer } from '../../src/server/startServer';
import { parseSettings } from '../../src/settings';
import { emulatorUpstream } from '../../src/upstream';

/**
 * Walks a directory in pages of 100 accounts with their recorders and enrollments, in a process of its own, and prints
 * what that took as one line of JSON. Arguments: the emulator's URL, and how many pages to read, walks being repeated.
 */

/** What a walk took. */
export interface Walk {
  readonly pages: number;
  readonly accounts: number;
  /** Upstream calls, sessions apart. */
  readonly calls: number;
  /** Median milliseconds of a page among the first ten after the first, and among the last ten. */
  readonly earlyMs: number;
  readonly lateMs: number;
  /** From the first request to the last answer. */
  readonly totalMs: number;
  /** CPU time of gateway and client, without forced garbage collections. */
  readonly cpuMs: number;
  /** The most that was in use after a garbage collection, at the end of any page. */
  readonly heapBytes: number;
}

interface Page {
  readonly data?: {
    readonly accounts: {
      readonly nodes: readonly { readonly accountId: string }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
  };
  readonly extensions: { readonly cost: { readonly actualCalls: number } };
}

const document = `query ($after: String) {
  accounts(first: 100, after: $after) {
    nodes { accountId displayName configurationRecorder { status } enrollment { status } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const main = async (emulatorUrl: string, wanted: number): Promise<void> => {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error('Run it with --expose-gc.');
  const server = await startGateway(emulatorUrl);
  const ms: number[] = [];
  let cpuMicros = 0;
  const ids = new Set<string>();
  let [heapBytes, calls, after]: [number, number, string | null] = [0, 0, null];
  for (let page = 0; page < wanted; page += 1) {
    const before = performance.now();
    const cpuBefore = process.cpuUsage();
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: document, variables: { after } }),
    });
    const { data, extensions } = (await response.json()) as Page;
    ms.push(performance.now() - before);
    const { user, system } = process.cpuUsage(cpuBefore);
    cpuMicros += user + system;
    if (!data) throw new Error('A page did not come.');
    data.accounts.nodes.forEach(({ accountId }) => ids.add(accountId));
    calls += extensions.cost.actualCalls;
    const { hasNextPage, endCursor } = data.accounts.pageInfo;
    after = hasNextPage ? endCursor : null;
    // Sockets and timers of the page are let go first.
    await sleep(20);
    gc();
    heapBytes = Math.max(heapBytes, process.memoryUsage().heapUsed);
  }
  const walk: Walk = {
    pages: wanted,
    accounts: ids.size,
    calls,
    earlyMs: median(ms.slice(1, 11)),
    lateMs: median(ms.slice(-11, -1)),
    heapBytes,
    totalMs: ms.reduce((sum, one) => sum + one, 0),
    cpuMs: cpuMicros / 1000,
  };
  process.stdout.write(`${JSON.stringify(walk)}\n`);
  await server.stop();
};

/** As `npm start` does it for an emulator that runs elsewhere: with all defaults, the quotas that it keeps included. */
const startGateway = async (url: string): Promise<Server> => {
  const { settings, problems } = parseSettings({
    UPSTREAM: 'emulator',
    EMULATOR_URL: url,
    PORT: '0',
  });
  if (!settings) throw new Error(problems.join('\n'));
  const { emulatorAccessKeyId: accessKeyId, emulatorAccessKeySecret: accessKeySecret } = settings;
  const upstream = emulatorUpstream({ ...settings, url, accessKeyId, accessKeySecret });
  return startServer({ ...settings, upstream, logger: pino({ level: 'silent' }) });
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const [, , emulatorUrl = '', pages = ''] = process.argv;
void main(emulatorUrl, Number(pages));
