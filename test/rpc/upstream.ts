import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** One request as its bytes came in. */
export interface Received {
  readonly method: string;
  /** Path and query, as on the wire. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly socket: Socket;
}

export type Behaviour = (response: ServerResponse, request: Received) => void;

/** An upstream that behaves as a test requires, over real HTTP. */
export class Upstream {
  readonly received: Received[] = [];
  readonly sockets = new Set<Socket>();
  mostConnections = 0;
  private readonly server = createServer((request, response) => {
    void this.answer(request, response);
  });

  private constructor(public behaviour: Behaviour) {
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      this.mostConnections = Math.max(this.mostConnections, this.sockets.size);
      socket.on('error', () => undefined);
      socket.on('close', () => this.sockets.delete(socket));
    });
  }

  static async start(behaviour: Behaviour = succeed()): Promise<Upstream> {
    const upstream = new Upstream(behaviour);
    upstream.server.listen(0, '127.0.0.1');
    await once(upstream.server, 'listening');
    return upstream;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Resolves when as many requests have come in, whole. */
  async receives(count: number): Promise<void> {
    while (this.received.length < count) await once(this.server, 'received');
  }

  /** Resolves when the client has closed every connection. */
  async abandoned(): Promise<void> {
    await Promise.all([...this.sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve))));
  }

  async close(): Promise<void> {
    this.sockets.forEach((socket) => {
      socket.destroy();
    });
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers, socket } = request;
    const received = { method, url, headers, body: Buffer.concat(chunks).toString(), socket };
    this.received.push(received);
    this.server.emit('received');
    this.behaviour(response, received);
  }
}

export const reply =
  (status: number, body: unknown, headers: Record<string, string> = {}): Behaviour =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
  };

export const directory = { ResourceDirectoryId: 'rd-1', MasterAccountId: '1000000000000001', RootFolderId: 'r-1' };

/** A body that satisfies every operation that the tests here call. */
export const goodBody = {
  RequestId: 'A0000000-0000-4000-8000-000000000001',
  AccountId: '1000000000000001',
  AccountUid: 1000000000000001,
  ResourceDirectory: directory,
  ConfigurationRecorder: { ConfigurationRecorderStatus: 'REGISTERED' },
};

export const succeed = (): Behaviour => reply(200, goodBody);

/** Takes the request and never says a word. */
export const hang: Behaviour = () => undefined;

/** Sends headers, and then a byte now and then for ever. */
export const drip: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 5);
  response.on('close', () => {
    clearInterval(timer);
  });
};

/** Headers, a piece of the body, and then nothing more. */
export const stall: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"RequestId":');
};

export const resetBeforeHeaders: Behaviour = (_response, { socket }) => {
  socket.resetAndDestroy();
};

export const resetInBody: Behaviour = (response, { socket }) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"RequestId":"A', () => socket.resetAndDestroy());
};

/** Promises more than it sends. */
export const cutShort: Behaviour = (response, { socket }) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"RequestId":"A', () => socket.end());
};

/** Sends more than any client accepts, without announcing it. */
export const flood: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const block = Buffer.alloc(256 * 1024, ' ');
  const pump = () => {
    while (!response.destroyed && response.write(block));
  };
  response.on('drain', pump);
  pump();
};

/** Answers with what is no HTTP. */
export const babble: Behaviour = (_response, { socket }) => {
  socket.end('SSH-2.0-OpenSSH_9.2\r\n');
};
