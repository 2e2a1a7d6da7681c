import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { freePort, startProcess } from './startProcess';
import type { StartedProcess } from './startProcess';

/** How often the balancer asks each replica whether it is ready, milliseconds. */
const probeEveryMs = 100;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One process of the gateway. */
export interface Replica {
  readonly port: number;
  process: StartedProcess;
  isReady: boolean;
}

/** Processes of the gateway behind a small balancer. */
export class Replicas {
  private balancer?: Server;
  private probing?: NodeJS.Timeout;
  private readonly agent = new Agent({ keepAlive: true });
  private next = 0;

  private constructor(
    readonly all: readonly Replica[],
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** Starts so many, and waits until all are ready. */
  static async start(count: number, environment: Readonly<Record<string, string>>): Promise<Replicas> {
    const ports: number[] = [];
    while (ports.length < count) ports.push(await freePort());
    const given = { DRAIN_SECONDS: '1', LOG_LEVEL: 'warn', MAX_EVENT_LOOP_DELAY_MS: '0', ...environment };
    const replicas = new Replicas(
      ports.map((port) => ({ port, process: Replicas.run(port, given), isReady: false })),
      given,
    );
    await replicas.balance();
    await replicas.whenReady();
    return replicas;
  }

  private static run(port: number, environment: Readonly<Record<string, string>>): StartedProcess {
    return startProcess('src/main.ts', { PORT: String(port), ...environment });
  }

  /** The balancer. */
  get url(): string {
    return `http://127.0.0.1:${(this.balancer?.address() as AddressInfo).port}`;
  }

  async whenReady(): Promise<void> {
    while (!this.all.every(({ isReady }) => isReady)) await pause(probeEveryMs);
  }

  /** Stops one as a deployment does, starts another in its place, and waits until that is ready. @returns the exit code. */
  async restart(replica: Replica): Promise<number | null> {
    replica.process.child.kill('SIGTERM');
    const code = await replica.process.exited();
    await this.replace(replica);
    return code;
  }

  /** Kills one at once, and starts another in its place. */
  async kill(replica: Replica): Promise<void> {
    await replica.process.kill();
    replica.isReady = false;
    replica.process = Replicas.run(replica.port, this.environment);
  }

  async stop(): Promise<void> {
    clearInterval(this.probing);
    this.agent.destroy();
    this.balancer?.closeAllConnections();
    this.balancer?.close();
    await Promise.all(this.all.map((replica) => replica.process.kill()));
  }

  private async replace(replica: Replica): Promise<void> {
    replica.isReady = false;
    replica.process = Replicas.run(replica.port, this.environment);
    await this.whenReady();
  }

  /** Sends each request once, to a replica that was ready at its last check, over connections that stay open. */
  private async balance(): Promise<void> {
    const forward = (incoming: IncomingMessage, reply: ServerResponse): void => {
      const ready = this.all.filter(({ isReady }) => isReady);
      this.next += 1;
      const outgoing = request({
        agent: this.agent,
        port: ready[this.next % ready.length]?.port,
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
    this.balancer = createServer(forward).listen(0, '127.0.0.1');
    await once(this.balancer, 'listening');
    this.probing = setInterval(() => void Promise.all(this.all.map(probe)), probeEveryMs);
  }
}

const probe = async (replica: Replica): Promise<void> => {
  replica.isReady = await fetch(`http://127.0.0.1:${replica.port}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  );
};
