import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Watches the connections of a server from now on.
 *
 * @returns what closes those on which nothing is in flight: that were answered, or on which nothing ever came, which Node
 *   itself takes for busy. Browsers open such ones ahead of time.
 */
export const watchConnections = (server: Server): (() => void) => {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () => {
    server.closeIdleConnections();
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  };
};
