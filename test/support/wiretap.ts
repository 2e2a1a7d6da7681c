import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A listener on the line to an upstream. It passes every byte on, and remembers what was sent. */
export interface Wiretap {
  /** Stands for the upstream's URL. */
  readonly url: string;
  /** Everything that went up so far. */
  readonly sent: string;
  /** The values of one parameter that went up, in URLs and in bodies, decoded, each once. */
  values(parameter: string): string[];
  close(): Promise<void>;
}

export const startWiretap = async (upstream: string): Promise<Wiretap> => {
  const { hostname, port } = new URL(upstream);
  const connections: { sent: string }[] = [];
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const connection = { sent: '' };
    connections.push(connection);
    const up = connect(Number(port), hostname);
    client.on('data', (bytes) => {
      connection.sent += bytes.toString('latin1');
    });
    for (const [from, to] of [
      [client, up],
      [up, client],
    ] as const) {
      open.add(from);
      from.pipe(to);
      // A connection that breaks on one side breaks on the other: a fault upstream must stay one.
      from.on('error', () => to.resetAndDestroy());
      from.on('close', (broken) => {
        open.delete(from);
        if (broken) to.destroy();
      });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get sent() {
      return connections.map(({ sent }) => sent).join('\n');
    },
    values: (parameter) => {
      const pattern = new RegExp(`[?&\\n]${parameter}=([^&\\s]*)`, 'g');
      const found = connections.flatMap(({ sent }) => [...sent.matchAll(pattern)].map(([, value = '']) => value));
      return [...new Set(found.map((value) => decodeURIComponent(value)))];
    },
    close: async () => {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, 'close');
    },
  };
};
