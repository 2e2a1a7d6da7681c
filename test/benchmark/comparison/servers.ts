import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../support/startProcess';
import { end, root, startNode } from './processes';

/** A server that takes part. */
export interface ServerKind {
  readonly name: string;
  /** Arguments of Node before the script. */
  readonly flags?: readonly string[];
  /** What it runs, from {@link cwd}. */
  readonly script: string;
  /** Arguments of the script. */
  readonly args?: readonly string[];
  readonly cwd: string;
  readonly environment: (place: Place) => Readonly<Record<string, string>>;
  /** Sent with a request that has to be read upstream, whatever the server remembers. */
  readonly freshHeaders: Readonly<Record<string, string>>;
}

interface Place {
  readonly port: number;
  readonly upstreamUrl: string;
}

export interface RunningServer {
  readonly kind: ServerKind;
  readonly url: string;
  readonly child: ChildProcess;
  /** What it calls, alone. */
  readonly upstreamUrl: string;
  /** From the start of the process to its first answer. */
  readonly startMs: number;
}

/** The name of the gateway of this checkout. */
export const thisGateway = 'this gateway';

/** The name of the baseline, which every other server is compared with. */
export const baseline = 'Apollo Server';

const peersFolder = join(root, 'test/benchmark/peers');

const peer = (name: string, script: string): ServerKind => ({
  name,
  script,
  cwd: peersFolder,
  environment: ({ port, upstreamUrl }) => ({ NODE_ENV: 'production', PORT: String(port), UPSTREAM_URL: upstreamUrl }),
  freshHeaders: {},
});

/** A built gateway, as it is deployed: with every guard on, and room for as many requests as come. */
const gateway = (name: string, folder: string, flags: readonly string[] = []): ServerKind => ({
  name,
  flags,
  // Older checkouts have no bundle.
  script: existsSync(join(folder, 'dist/gateway.js')) ? 'dist/gateway.js' : 'dist/src/main.js',
  cwd: folder,
  environment: ({ port, upstreamUrl }) => ({
    NODE_ENV: 'production',
    PORT: String(port),
    UPSTREAM: 'emulator',
    EMULATOR_URL: upstreamUrl,
    EMULATOR_QUOTAS: 'off',
    INTROSPECTION: 'off',
    SANDBOX: 'off',
    GRAPHIQL: 'off',
    SUGGESTIONS: 'off',
    DRAIN_SECONDS: '0',
    TRUSTED_PROXIES: '127.0.0.1',
    // Another program that takes the core for a while is no overload.
    MAX_EVENT_LOOP_DELAY_MS: '60000',
    CALLER_REQUESTS_PER_MINUTE: '10000000',
    CALLER_UPSTREAM_CALLS_PER_MINUTE: '10000000',
  }),
  freshHeaders: { 'cache-control': 'no-cache' },
});

export interface ServerChoice {
  /** Another checkout of the gateway, built, to compare with. */
  readonly before?: string;
  /** Where Node writes CPU profiles of this gateway. */
  readonly profiles?: string;
}

/** Every server by the word that names it at the command line. */
export const serverKinds = ({ before, profiles }: ServerChoice): ReadonlyMap<string, ServerKind> => {
  const flags = profiles === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${resolve(profiles)}`];
  return new Map([
    ['apollo', peer(baseline, 'apollo.mjs')],
    ['gateway', gateway(thisGateway, root, flags)],
    ...(before === undefined ? [] : [['before', gateway('this gateway before', resolve(before))] as const]),
    ['mercurius', peer('Mercurius with graphql-jit', 'mercurius.mjs')],
    ['yoga', peer('GraphQL Yoga', 'yoga.mjs')],
  ]);
};

const startTimeoutMs = 30_000;

/** Starts a server, and waits for its first answer. */
export const startServer = async (kind: ServerKind, upstreamUrl: string): Promise<RunningServer> => {
  const { script, flags = [], args = [] } = kind;
  if (!existsSync(resolve(kind.cwd, script))) throw new Error(`${kind.name} is not built: ${script}.`);
  const port = await freePort();
  const startedAt = performance.now();
  const child = startNode({
    core: 'server',
    args: [...flags, script, ...args],
    cwd: kind.cwd,
    env: kind.environment({ port, upstreamUrl }),
    // Its log is written, and thrown away.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}/graphql`;
  while (!(await answers(url))) {
    if (child.exitCode !== null || performance.now() - startedAt > startTimeoutMs) {
      await end(child);
      throw new Error(`${kind.name} does not start.`);
    }
    await sleep(10);
  }
  return { kind, url, upstreamUrl, child, startMs: performance.now() - startedAt };
};

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await ask(url, { query: '{ __typename }' }, {})) !== undefined;
  } catch {
    return false;
  }
};

/** Asks a server once. */
export const ask = async (
  url: string,
  request: { readonly query: string; readonly variables?: object },
  headers: Readonly<Record<string, string>>,
): Promise<unknown> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(10_000),
  });
  return response.json();
};
