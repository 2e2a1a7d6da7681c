import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { isLoopbackAddress, isLoopbackHost, isLoopbackOrigin } from '../process/loopback';
import type { CallLog } from './CallLog';
import { Cloud, type CloudOptions } from './Cloud';
import type { ReadingChoices } from './ReadingChoices';
import { answerControl, controlPath, forbiddenControl, maxControlBytes } from './control';
import type { Faults } from './faults';
import { refuse } from './gatewayErrors';
import type { Handlers } from './handler';
import { handlers } from './handlers';
import type { Readings } from './readings';
import { errorReply, type Reply } from './reply';
import { answerRpc, maxBodyBytes } from './rpc';
import { readBody, send } from './socket';
import type { World } from './world/World';
import type { WorldDefinition } from './world/WorldDefinition';
import { createWorld } from './world/createWorld';

export interface EmulatorOptions {
  /**
   * Which world: the name of a built-in one or the path of a world file (see createWorld), a definition, or how to
   * make it, which is done again by every reset. Default `demo`.
   */
  readonly world?: string | WorldDefinition | (() => World);
  /** A generated directory of so many members stands in for `world`, unless that is a function. */
  readonly accounts?: number;
  /** With `accounts`: how many resources changed in the last day. Default: those alone whose histories are very long. */
  readonly changedToday?: number;
  /** What answers the operations. Default: the handlers of the emulator. */
  readonly handlers?: Handlers;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Whether the documented quotas are enforced. Default true. */
  readonly quotas?: boolean;
  readonly readings?: Partial<Readings>;
  /** Milliseconds since the epoch; default Date.now. Signatures, quotas and the call log live in it. */
  readonly wallClock?: () => number;
  /** Uniform in [0, 1); decides about faults with a probability. */
  readonly random?: () => number;
  /** Waits if a fault adds latency. Rejects when the signal is aborted. */
  readonly sleep?: CloudOptions['sleep'];
  /** Told when a control request may have changed something: a cache of answers may have to be cleared. */
  readonly onControl?: () => void;
  /** Told when the world begins anew: what was done in the last one may have to be forgotten. */
  readonly onReset?: () => void;
  /** Told of mistakes in the emulator itself. Default: they are printed to stderr. */
  readonly onBug?: (error: unknown) => void;
}

/** A running emulator. */
export interface Emulator {
  /** Where the RPC endpoint of every product is, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** The world as it is now; another object after a reset. */
  readonly world: World;
  readonly calls: CallLog;
  readonly faults: Faults;
  readonly readings: ReadingChoices;
  /** Back to the start of the world; calls, faults, nonces and used quotas are forgotten. */
  reset(): void;
  /** Stops at once: open connections are cut, also those that a fault left hanging. */
  close(): Promise<void>;
}

/** Long enough for a GET with a token and a list in its query. */
const maxHeaderBytes = 64 * 1024;

/** Starts an emulated cloud behind a real HTTP server. Rejects if the port cannot be had. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const host = options.host ?? '127.0.0.1';
  const wallClock = options.wallClock ?? Date.now;
  const { world = 'demo', accounts, changedToday } = options;
  const cloud = new Cloud({
    createWorld: typeof world === 'function' ? world : () => createWorld(world, { wallClock, accounts, changedToday }),
    handlers: options.handlers ?? handlers,
    quotas: options.quotas ?? true,
    readings: options.readings ?? {},
    wallClock,
    random: options.random ?? Math.random,
    sleep: options.sleep ?? ((ms, signal) => sleep(ms, undefined, { signal })),
    onBug: options.onBug ?? printBug,
    onReset: options.onReset ?? (() => undefined),
  });
  const closing = new AbortController();
  // However many requests a fault holds back, each waits no longer than it takes: that is no leak to warn of.
  setMaxListeners(0, closing.signal);
  const server = createServer({ maxHeaderSize: maxHeaderBytes, requireHostHeader: false });
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, cloud, closing.signal, options.onControl).then(
      (reply) => {
        send(reply, response, wallClock());
      },
      () => {
        // Only a client that went away, or a stop of the emulator, ends here: nobody is left to answer.
        response.destroy();
      },
    );
  };
  server.on('request', listener);
  server.on('checkExpectation', listener);
  server.on('clientError', answerUnreadable);
  const port = await listen(server, options.port ?? 0, host);

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    get world() {
      return cloud.world;
    },
    calls: cloud.calls,
    faults: cloud.faults,
    readings: cloud.readings,
    reset() {
      cloud.reset();
    },
    async close() {
      closing.abort();
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function answer(
  request: IncomingMessage,
  cloud: Cloud,
  closing: AbortSignal,
  onControl: (() => void) | undefined,
): Promise<Reply> {
  const { headers, socket } = request;
  const method = request.method ?? '';
  const [path, query] = splitOnce(request.url ?? '/', '?');
  if (path === controlPath || path.startsWith(`${controlPath}/`)) {
    const mayControl =
      isLoopbackAddress(socket.remoteAddress) && isLoopbackHost(headers.host) && isLoopbackOrigin(headers.origin);
    const body = await readBody(request, maxControlBytes);
    if (!mayControl) return forbiddenControl();
    const reply = answerControl({ method, path, body }, cloud);
    if (method !== 'GET') onControl?.();
    return reply;
  }
  const body = await readBody(request, maxBodyBytes);
  const form = isForm(headers['content-type']) ? body : new Uint8Array();
  const userAgent = headers['user-agent'] ?? '';
  return answerRpc({ method, path, query, body: body && form, host: hostOf(request), userAgent }, cloud, closing);
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** Bodies of other types hold no parameters; one without a type is taken for a form. */
const isForm = (contentType: string | undefined): boolean =>
  contentType === undefined || /^\s*application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType);

/** The host that was called, as error bodies name it: without port. */
const hostOf = ({ headers, socket }: IncomingMessage): string =>
  (headers.host ?? socket.localAddress ?? '').replace(/:\d{1,5}$/, '');

/** Bytes that are not HTTP still get an answer that a client can read. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const tooLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const refusal = tooLarge
    ? refuse('RequestTooLarge', String(maxHeaderBytes))
    : refuse('InvalidParameter', 'the request is not HTTP');
  const requestId = randomUUID().toUpperCase();
  const context = { requestId, host: socket.localAddress ?? '', format: 'JSON', product: undefined } as const;
  const { status, headers, body } = errorReply(refusal, context);
  const head = Object.entries({ ...headers, 'content-length': String(Buffer.byteLength(body)), connection: 'close' });
  const lines = head.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.end(`HTTP/1.1 ${status} ${tooLarge ? 'Content Too Large' : 'Bad Request'}\r\n${lines}\r\n${body}`);
}

function printBug(error: unknown): void {
  process.stderr.write(
    `A mistake in the emulator: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
}
