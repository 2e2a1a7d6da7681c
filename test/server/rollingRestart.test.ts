import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Emulator } from '../../src/emulator';
import { startEmulator } from '../../src/emulator';
import { freePort, startProcess } from '../support/startProcess';
import type { StartedProcess } from '../support/startProcess';

/** How often the balancer asks each replica whether it is ready, milliseconds. */
const probeEveryMs = 100;

/** How long each client waits between its requests, milliseconds: together they always have some in flight or about to be. */
const askEveryMs = 80;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Replica {
  readonly port: number;
  process: StartedProcess;
  isReady: boolean;
}

let emulator: Emulator;
let replicas: readonly Replica[];
let balancer: Server;
let probing: NodeJS.Timeout;

const startReplica = (port: number): StartedProcess =>
  startProcess('src/main.ts', {
    PORT: String(port),
    EMULATOR_URL: emulator.url,
    DRAIN_SECONDS: '1',
    LOG_LEVEL: 'warn',
    // A slow machine is no reason to turn requests away.
    MAX_EVENT_LOOP_DELAY_MS: '0',
  });

const probe = async (replica: Replica): Promise<void> => {
  replica.isReady = await fetch(`http://127.0.0.1:${replica.port}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  );
};

/** Sends each request once, to a replica that was ready at its last check, over connections that stay open. */
const startBalancer = async (): Promise<Server> => {
  const agent = new Agent({ keepAlive: true });
  let next = 0;
  const forward = (incoming: IncomingMessage, reply: ServerResponse): void => {
    const ready = replicas.filter(({ isReady }) => isReady);
    next += 1;
    const outgoing = request({
      agent,
      port: ready[next % ready.length]?.port,
      host: '127.0.0.1',
      path: incoming.url,
      method: incoming.method,
      headers: incoming.headers,
    });
    outgoing.on('response', (answer) => {
      reply.writeHead(answer.statusCode ?? 502);
      answer.pipe(reply);
    });
    outgoing.on('error', ({ message }) => reply.writeHead(502).end(message));
    incoming.pipe(outgoing);
  };
  const server = createServer(forward).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

beforeAll(async () => {
  emulator = await startEmulator({ world: 'demo', quotas: false });
  // One is always there while the other restarts.
  const ports = [await freePort(), await freePort()];
  replicas = ports.map((port) => ({ port, process: startReplica(port), isReady: false }));
  probing = setInterval(() => void Promise.all(replicas.map(probe)), probeEveryMs);
  balancer = await startBalancer();
  while (!replicas.every(({ isReady }) => isReady)) await pause(probeEveryMs);
});

afterAll(async () => {
  clearInterval(probing);
  balancer.closeAllConnections();
  balancer.close();
  await Promise.all(replicas.map((replica) => replica.process.kill()));
  await emulator.close();
});

it('answers every request while one replica after the other is restarted', async () => {
  const url = `http://127.0.0.1:${(balancer.address() as AddressInfo).port}/graphql`;
  const failures: string[] = [];
  let answers = 0;
  let isOver = false;
  const ask = async (): Promise<void> => {
    while (!isOver) {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ currentAccount { accountId configurationRecorder { status } } }' }),
      });
      const text = await answer.text();
      answers += 1;
      if (!text.includes('"REGISTERED"') || text.includes('"errors"')) failures.push(`${answer.status} ${text}`);
      await pause(askEveryMs);
    }
  };
  const load = Promise.all(Array.from({ length: 5 }, ask));

  for (const replica of replicas) {
    replica.process.child.kill('SIGTERM');
    expect(await replica.process.exited()).toBe(0);
    replica.process = startReplica(replica.port);
    while (!replica.isReady) await pause(probeEveryMs);
  }
  isOver = true;
  await load;

  expect(failures).toEqual([]);
  expect(answers).toBeGreaterThan(60);
  // However slow the machine is at starting a process.
}, 600_000);
