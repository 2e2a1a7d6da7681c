import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { DropArgument, Socket } from 'node:net';
import type { Logger } from 'pino';
import type { Metrics } from '../../observability/metrics/Metrics';
import { inNetworks, networkOf } from './addresses';

/** What clients may do with connections. Times are in milliseconds. */
export interface ConnectionLimits {
  /** How long the headers of a request may take. */
  readonly headersMs: number;
  /** How long a whole request may take. */
  readonly requestMs: number;
  /** How long a client may leave answers unread: what it does not read stays in memory. */
  readonly unreadMs: number;
  /** How often these are checked. Node's own 30 s would let slow clients stay far longer. */
  readonly checkEveryMs: number;
  /** How long an open connection may wait for its next request: longer than load balancers keep one. */
  readonly idleMs: number;
  /** Then the client must open a new connection, which a load balancer may send to another replica. */
  readonly maxRequests: number;
  /** The most connections at once. More are closed when they arrive. */
  readonly maxConnections: number;
  /** The most of these from one address. 0 for no such maximum. Default: half of `maxConnections`. */
  readonly maxPerAddress?: number;
}

export const defaultConnectionLimits: ConnectionLimits = {
  headersMs: 10_000,
  requestMs: 15_000,
  unreadMs: 60_000,
  checkEveryMs: 2000,
  idleMs: 65_000,
  maxRequests: 1000,
  maxConnections: 2000,
};

/** A server with these limits for connections, which does not listen yet. */
export const createLimitedServer = (
  { headersMs, requestMs, checkEveryMs, idleMs, maxRequests }: ConnectionLimits,
  listener: RequestListener,
): Server => {
  const times = { headersTimeout: headersMs, requestTimeout: requestMs, keepAliveTimeout: idleMs };
  const server = createServer({ ...times, connectionsCheckingInterval: checkEveryMs }, listener);
  server.maxRequestsPerSocket = maxRequests;
  return server;
};

/**
 * Watches the connections of a server from now on. Closes those above the maximum, in total and of one address, and those
 * whose clients do not read their answers.
 *
 * @param trustedProxies addresses and networks whose connections are those of many clients: they have no maximum of their own.
 * @returns what closes those on which nothing is in flight: that were answered, or on which nothing ever came, which Node
 *   itself takes for busy. Browsers open such ones ahead of time.
 */
export const watchConnections = (
  server: Server,
  { unreadMs, checkEveryMs, maxConnections, maxPerAddress = Math.ceil(maxConnections / 2) }: ConnectionLimits,
  trustedProxies: readonly string[],
  logger: Pick<Logger, 'warn'>,
  metrics?: Metrics,
): (() => void) => {
  server.maxConnections = maxConnections;
  const open = new Set<Socket>();
  metrics?.read('connections', () => [[{}, open.size]]);
  /** How often in a row a connection had something unread. */
  const unread = new WeakMap<Socket, number>();
  const isTrusted = inNetworks(trustedProxies);
  const perAddress = new Map<string, number>();
  /** How many were closed since that was last reported, and of which address the last one was. */
  let refused: { count: number; readonly address: string | undefined } | undefined;
  const note = (address: string | undefined): void => {
    refused = { count: (refused?.count ?? 0) + 1, address };
  };
  /** @returns whether the address of a connection may have one more. */
  const isWithinShare = ({ remoteAddress = '' }: Socket): boolean =>
    maxPerAddress === 0 || isTrusted(remoteAddress) || (perAddress.get(networkOf(remoteAddress)) ?? 0) < maxPerAddress;
  server.on('drop', (data?: DropArgument) => {
    note(data?.remoteAddress);
  });
  server.on('connection', (socket) => {
    const address = networkOf(socket.remoteAddress ?? '');
    if (!isWithinShare(socket)) {
      note(address);
      socket.destroy();
      return;
    }
    perAddress.set(address, (perAddress.get(address) ?? 0) + 1);
    open.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      const left = (perAddress.get(address) ?? 1) - 1;
      if (left === 0) perAddress.delete(address);
      else perAddress.set(address, left);
    });
  });
  const check = setInterval(() => {
    if (refused !== undefined) logger.warn({ closed: refused.count, address: refused.address }, 'too many connections');
    refused = undefined;
    for (const socket of open) {
      const checks = socket.writableLength === 0 ? 0 : (unread.get(socket) ?? 0) + 1;
      unread.set(socket, checks);
      if (checks * checkEveryMs > unreadMs) socket.destroy();
    }
  }, checkEveryMs).unref();
  server.once('close', () => {
    clearInterval(check);
  });
  return () => {
    server.closeIdleConnections();
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  };
};
