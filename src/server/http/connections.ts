import type { Server } from 'node:http';
import type { Socket } from 'node:net';

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

/** The limits as options of Fastify. */
export const toFastifyOptions = ({ headersMs, requestMs, checkEveryMs, idleMs, maxRequests }: ConnectionLimits) => ({
  requestTimeout: requestMs,
  keepAliveTimeout: idleMs,
  maxRequestsPerSocket: maxRequests,
  http: { headersTimeout: headersMs, connectionsCheckingInterval: checkEveryMs },
});

/**
 * Watches the connections of a server from now on. Closes those whose clients do not read their answers.
 *
 * @returns what closes those on which nothing is in flight: that were answered, or on which nothing ever came, which Node
 *   itself takes for busy. Browsers open such ones ahead of time.
 */
export const watchConnections = (
  server: Server,
  { unreadMs, checkEveryMs }: Pick<ConnectionLimits, 'unreadMs' | 'checkEveryMs'>,
): (() => void) => {
  const open = new Set<Socket>();
  /** How often in a row a connection had something unread. */
  const unread = new WeakMap<Socket, number>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  const check = setInterval(() => {
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
