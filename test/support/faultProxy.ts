import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';

/** What the line does to the calls that pass it: what a server cannot do to itself. */
export type LineFault =
  /** The connection is reset as soon as it is open: for TLS, within the handshake. */
  | { readonly kind: 'resetAtOnce' }
  /** The request arrives, and the connection is reset before the response. */
  | { readonly kind: 'resetBeforeResponse' }
  /** So many bytes of the response pass, and the connection is reset. */
  | { readonly kind: 'cutAfter'; readonly bytes: number }
  /** The request arrives, and nothing comes back. The connection stays open. */
  | { readonly kind: 'halfOpen' }
  /** So many bytes of the response pass in each hundredth of a second. */
  | { readonly kind: 'bandwidth'; readonly bytes: number }
  /** Something else comes back than the upstream's response. */
  | { readonly kind: 'instead'; readonly of: (response: Buffer) => Buffer };

/** Certificates that are not valid, or not trusted; `authority` vouches for `server` alone. */
export type CertificateName = 'server' | 'expired' | 'otherHost';

export const certificateFile = (name: CertificateName | 'authority'): string => join(__dirname, 'tls', `${name}.pem`);

const keyFile = (name: CertificateName): string => join(__dirname, 'tls', `${name}.key`);

/** A TCP proxy in front of an upstream that speaks HTTP. */
export interface FaultProxy {
  /** Stands for the upstream's URL. */
  readonly url: string;
  /** Connections that were opened to it so far. */
  readonly opened: number;
  /** Connections that have carried a request and are still open. After one breaks, undici opens another in advance. */
  readonly used: number;
  /** Strikes connections from now on. Undefined: the line is good. */
  strike(fault: LineFault | undefined, which?: Struck): void;
  /** Listens no longer: connections are refused. Those that are open go on. */
  refuse(): void;
  /** Listens no longer, and cuts every connection. */
  down(): Promise<void>;
  close(): Promise<void>;
}

/** Which connections a fault strikes. */
export interface Struck {
  /** So many of them. Default: all. */
  readonly times?: number;
  /** Those whose first request calls this action. Default: all. The connections that are open already go on. */
  readonly action?: string;
  /** Whether those that are open already go on. Default: they are cut, because they would escape the fault. */
  readonly isForNew?: boolean;
}

export interface FaultProxyOptions {
  /** The URL of what is behind it. */
  readonly upstream: string;
  /** Whose certificate it shows. Default: it speaks no TLS. */
  readonly certificate?: CertificateName;
}

const everyMs = 10;

/** Passes the response on as the fault lets it. */
const deliver = (fault: LineFault | undefined, up: Socket, client: Socket): void => {
  switch (fault?.kind) {
    case undefined:
    case 'resetAtOnce':
      up.pipe(client);
      return;
    case 'halfOpen':
      up.resume();
      return;
    case 'resetBeforeResponse':
      up.once('data', () => client.resetAndDestroy());
      return;
    case 'cutAfter': {
      let left = fault.bytes;
      up.on('data', (bytes: Buffer) => {
        const part = bytes.subarray(0, left);
        left -= part.length;
        // The next turn, so that the first part is on its way before the reset overtakes it.
        client.write(part, () => left === 0 && setImmediate(() => client.resetAndDestroy()));
      });
      return;
    }
    case 'bandwidth': {
      const waiting: Buffer[] = [];
      up.on('data', (bytes: Buffer) => waiting.push(bytes));
      const timer = setInterval(() => {
        const all = Buffer.concat(waiting.splice(0));
        client.write(all.subarray(0, fault.bytes));
        waiting.push(all.subarray(fault.bytes));
      }, everyMs);
      client.on('close', () => {
        clearInterval(timer);
      });
      return;
    }
    case 'instead': {
      let whole = Buffer.alloc(0);
      up.on('data', (bytes: Buffer) => {
        whole = Buffer.concat([whole, bytes]);
        if (isComplete(whole)) client.end(fault.of(whole));
      });
    }
  }
};

/** Whether it is a whole response, by its length. */
const isComplete = (response: Buffer): boolean => {
  const [head = '', ...body] = response.toString('latin1').split('\r\n\r\n');
  const length = /content-length: (\d+)/i.exec(head)?.[1];
  return length !== undefined && body.join('\r\n\r\n').length >= Number(length);
};

export const startFaultProxy = async ({ upstream, certificate }: FaultProxyOptions): Promise<FaultProxy> => {
  const { hostname, port } = new URL(upstream);
  const sockets = new Set<Socket>();
  const used = new Set<Socket>();
  let opened = 0;
  let current: { readonly fault: LineFault; readonly action?: string; left: number } | undefined;

  const take = (action?: string): LineFault | undefined => {
    if (current === undefined || current.left === 0 || current.action !== action) return undefined;
    current.left -= 1;
    return current.fault;
  };
  const connectThrough = (client: Socket): void => {
    const up = connect(Number(port), hostname);
    for (const [socket, other] of [
      [client, up],
      [up, client],
    ] as const) {
      socket.on('error', () => undefined);
      socket.on('close', () => other.destroy());
    }
    client.once('data', () => used.add(client));
    client.on('close', () => used.delete(client));
    client.pipe(up);
    if (current?.action === undefined) {
      deliver(take(), up, client);
      return;
    }
    // The response comes after the request, which may come in several parts.
    let request = '';
    const read = (bytes: Buffer): void => {
      request += bytes.toString('latin1');
      const action = /[?&\n]Action=(\w+)/.exec(request.replace('\r\n\r\n', '&'))?.[1];
      if (action === undefined) return;
      client.off('data', read);
      deliver(take(action), up, client);
    };
    client.on('data', read);
  };
  const accept = (socket: Socket): void => {
    opened += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    if (current?.fault.kind === 'resetAtOnce' && take() !== undefined) socket.resetAndDestroy();
  };
  const server =
    certificate === undefined
      ? createServer(connectThrough)
      : createTlsServer(
          {
            key: readFileSync(keyFile(certificate)),
            cert: readFileSync(certificateFile(certificate)),
          },
          connectThrough,
        );
  server.prependListener('connection', accept);
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const ownPort = (server.address() as AddressInfo).port;

  const down = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    if (!server.listening) return;
    server.close();
    await once(server, 'close');
  };
  return {
    url: `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${ownPort}`,
    get opened() {
      return opened;
    },
    get used() {
      return used.size;
    },
    strike: (fault, { times = Infinity, action, isForNew = action !== undefined } = {}) => {
      current = fault && { fault, action, left: times };
      if (!isForNew) for (const socket of sockets) socket.destroy();
    },
    refuse: () => {
      server.close();
    },
    down,
    close: down,
  };
};
