/* global fetch */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts, root, run, start } from './processes.mjs';

const example = 'docs/examples/supergraph';

/** What the subgraph takes requests with, if its router has a secret. */
const secret = 'a secret that only the two of them know';

/** The routers that the example names, by what starts each over a supergraph. */
const routers = {
  apollo: () => ({
    args: [`${example}/gateway.mjs`],
    path: '/',
    readyPath: '/?query=%7B__typename%7D',
    routerSecret: secret,
  }),
  hive: (supergraph, port) => ({
    args: [
      'test/peers/node_modules/.bin/hive-gateway',
      'supergraph',
      supergraph,
      '--port',
      port,
      '--host',
      '127.0.0.1',
    ],
    path: '/graphql',
    readyPath: '/readiness',
  }),
};

/** Starts docs/examples/supergraph as its README says: the gateway process over its emulator, the neighbours, a router. */
export async function startSupergraph(routerName) {
  const [PORT, EMULATOR_PORT, BILLING_PORT, CMDB_PORT, ROUTER_PORT] = await freePorts(5);
  const folder = await mkdtemp(join(tmpdir(), 'supergraph-'));
  const SUPERGRAPH = join(folder, 'supergraph.graphql');
  const env = { GATEWAY_PORT: PORT, BILLING_PORT, CMDB_PORT, ROUTER_PORT, SUPERGRAPH };
  const at = (port, path) => `http://127.0.0.1:${port}${path}`;
  const running = [];

  // Nothing is remembered, so that a test counts its own calls, and not what the one before it left to ask. A slow machine
  // is no reason to turn requests away.
  const { args, path, readyPath, routerSecret } = routers[routerName](SUPERGRAPH, ROUTER_PORT);
  const access = routerSecret && { AUTHENTICATION: 'router', ROUTER_SECRETS: routerSecret };
  const gatewayEnv = { PORT, EMULATOR_PORT, CACHE_MEGABYTES: '0', MAX_EVENT_LOOP_DELAY_MS: '0', ...access };
  running.push(await start(['--import', 'tsx', 'src/main.ts'], gatewayEnv, [at(PORT, '/readyz')]));
  const typename = '/?query=%7B__typename%7D';
  const neighbours = [at(BILLING_PORT, typename), at(CMDB_PORT, typename)];
  running.push(await start([`${example}/neighbours.mjs`], env, neighbours));
  const composed = await run([`${example}/compose.mjs`], env);
  const routerEnv = routerSecret === undefined ? env : { ...env, ROUTER_SECRET: routerSecret };
  running.push(await start(args, routerEnv, [at(ROUTER_PORT, readyPath)]));

  const calls = at(EMULATOR_PORT, '/_emulator/calls');
  const post = async (url, query, headers = {}) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    return response.json();
  };
  return {
    root,
    composed,
    /** Asks the router. */
    query: (document) => post(at(ROUTER_PORT, path), document),
    /** Asks this subgraph, as a router would. */
    querySubgraph: (document, headers) =>
      post(at(PORT, '/graphql'), document, {
        ...(routerSecret && { 'router-authorization': routerSecret }),
        ...headers,
      }),
    forgetCalls: () => fetch(calls, { method: 'DELETE' }),
    /** How often each action was called upstream since calls were forgotten; credentials' own look-ups apart. */
    async callsByAction() {
      const { byAction } = await (await fetch(calls)).json();
      return Object.fromEntries(Object.entries(byAction).filter(([action]) => action !== 'GetCallerIdentity'));
    },
    async stop() {
      await Promise.all(running.map((stop) => stop()));
      await rm(folder, { recursive: true });
    },
  };
}
