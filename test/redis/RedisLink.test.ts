import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import type { RedisLink } from '../../src/redis/RedisLink';
import { openRedisLink } from '../../src/redis/RedisLink';
import { parseSettings } from '../../src/settings';

/** The names of the commands in a piece of the protocol, in capitals. */
const commandsIn = (chunk: Buffer): string[] =>
  [...chunk.toString().matchAll(/\*\d+\r\n\$\d+\r\n(\w+)\r\n/g)].map(([, name = '']) => name.toUpperCase());

let close: () => void = () => undefined;
afterEach(() => {
  close();
});

/** A server of the protocol that answers everything, but leaves the answer to SUBSCRIBE to the test. */
const listen = async (onSubscribe: (socket: Socket, count: number) => void): Promise<RedisLink> => {
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      for (const name of commandsIn(chunk)) {
        if (name === 'SUBSCRIBE') onSubscribe(socket, (count += 1));
        else socket.write(name === 'INFO' ? '$9\r\nloading:0\r\n' : '+OK\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { settings } = parseSettings({ REDIS_URL: `redis://127.0.0.1:${port}` });
  if (settings === undefined) throw new Error('Expected settings.');
  const link = openRedisLink(settings.redisAccess);
  close = () => {
    link.close();
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return link;
};

it('subscribes again if the connection is lost, also while it subscribes, and leaves no rejection unhandled', async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  const subscribed = new Promise<void>((resolve, reject) => {
    listen((socket, count) => {
      // The first connection is lost after the answer, the second before it.
      if (count === 3) resolve();
      else if (count === 2) socket.destroy();
      else socket.write('*3\r\n$9\r\nsubscribe\r\n$1\r\nc\r\n:1\r\n', () => socket.destroy());
    }).then((link) => {
      link.subscribe('c', () => undefined);
    }, reject);
  });
  await subscribed;
  await setImmediate();
  process.off('unhandledRejection', note);

  expect(unhandled).toEqual([]);
});
