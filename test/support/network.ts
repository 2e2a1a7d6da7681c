import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';

/** The certificate that vouches for the servers here: nobody trusts it who was not told to. Its key is thrown away. */
export const authorityFile = join(__dirname, 'tls', 'authority.pem');

/** For 127.0.0.1, localhost and every host of lotus.test. */
const certificate = () => ({
  key: readFileSync(join(__dirname, 'tls', 'server.key')),
  cert: readFileSync(join(__dirname, 'tls', 'server.pem')),
});

const listen = async (server: Server): Promise<number> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};

/** Joins two sockets until one of them is closed. */
const joinSockets = (one: Socket, other: Socket): void => {
  for (const socket of [one, other]) {
    // `close` follows.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      one.destroy();
      other.destroy();
    });
  }
  if (one.destroyed) other.destroy();
  one.pipe(other).pipe(one);
};

const closer = (server: Server, sockets: ReadonlySet<Socket>) => async (): Promise<void> => {
  for (const socket of sockets) socket.destroy();
  server.close();
  await once(server, 'close');
};

interface Sockets extends ReadonlySet<Socket> {
  opened: number;
}

const socketsOf = (server: Server): Sockets => {
  const sockets = Object.assign(new Set<Socket>(), { opened: 0 });
  server.on('connection', (socket: Socket) => {
    sockets.opened += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  return sockets;
};

/** A server in front of another one. */
export interface Front {
  readonly port: number;
  /** How many connections were opened to it. */
  readonly connections: number;
  close(): Promise<void>;
}

const frontOf = (server: Server, port: number, sockets: Sockets): Front => ({
  port,
  get connections() {
    return sockets.opened;
  },
  close: closer(server, sockets),
});

/** TLS in front of a server that speaks none. @param targetPort of the server behind it, on this machine. */
export const startTlsFront = async (targetPort: number): Promise<Front> => {
  const server = createTlsServer(certificate(), (socket) => {
    joinSockets(socket, connect(targetPort, '127.0.0.1'));
  });
  server.on('tlsClientError', () => undefined);
  const sockets = socketsOf(server);
  return frontOf(server, await listen(server), sockets);
};

/** A proxy that opens tunnels, all to one place, whatever name a client sends. */
export interface TunnelProxy {
  readonly url: string;
  readonly port: number;
  /** The target of each tunnel that a client requested, `host:port`, and the user that it named. */
  readonly tunnels: readonly { readonly to: string; readonly user?: string }[];
  close(): Promise<void>;
}

export interface TunnelProxyOptions {
  readonly targetPort: number;
  /** `user:password`; others are refused with 407. Default: everybody may. */
  readonly user?: string;
  /** Whether it is itself called by TLS. */
  readonly secure?: boolean;
}

export const startTunnelProxy = async ({ targetPort, user, secure }: TunnelProxyOptions): Promise<TunnelProxy> => {
  const tunnels: { to: string; user?: string }[] = [];
  const server = secure ? createHttpsServer(certificate()) : createHttpServer();
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    const told = /^Basic (.+)$/.exec(request.headers['proxy-authorization'] ?? '')?.[1];
    const asked = told === undefined ? undefined : Buffer.from(told, 'base64').toString();
    tunnels.push({ to: request.url ?? '', ...(asked !== undefined && { user: asked }) });
    if (user !== undefined && asked !== user) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    joinSockets(socket, connect(targetPort, '127.0.0.1'));
  });
  server.on('tlsClientError', () => undefined);
  const sockets = socketsOf(server);
  const port = await listen(server);
  const url = `${secure ? 'https' : 'http'}://127.0.0.1:${port}`;
  return { url, port, tunnels, close: closer(server, sockets) };
};

/** A way to a port of this machine that passes bytes on only after so many milliseconds. */
export const startSlowRelay = async (targetPort: number, delayMs: number): Promise<Front> => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    setTimeout(() => {
      joinSockets(socket, connect(targetPort, '127.0.0.1'));
    }, delayMs);
  });
  const sockets = socketsOf(server);
  return frontOf(server, await listen(server), sockets);
};
