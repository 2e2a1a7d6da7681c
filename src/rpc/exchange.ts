import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import type { Signal } from './Cancellation';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly maxBodyBytes: number;
  readonly signal?: Signal;
  /** Called when there is a connection and the request goes out. */
  readonly onSent?: () => void;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** How an exchange without an answer ended. */
export type ExchangeEnd =
  | 'BROKEN' // by the network or the other side, before the headers of an answer
  | 'CUT_OFF' // the same, within the answer
  | 'ABORTED' // by the signal
  | 'NOT_HTTP' // what came is no HTTP answer
  | 'TOO_LARGE'; // the body is longer than we take

/**
 * An exchange that brought no answer. It never carries the original error: undici's and Node's may hold the address.
 */
export class ExchangeError extends Error {
  override readonly name = 'ExchangeError';

  /**
   * @param sent false if certainly no byte of the request has left.
   * @param systemCode `ECONNRESET` and the like; `PROXY_407` if a proxy answered the tunnel with that status.
   * @param bytes the announced length of a body that is too large.
   */
  constructor(
    readonly end: ExchangeEnd,
    readonly sent: boolean,
    readonly systemCode?: string,
    readonly bytes?: number,
  ) {
    super(`HTTP exchange ended: ${end}`);
  }
}

/** undici's only word for a proxy that does not open the tunnel; its code says no more than that it gave up. */
const proxyRefusal = /^Proxy response \((\d{3})\)/;

/** The code of an error, if it is a short code of the system, of undici or of the HTTP parser. */
function systemCodeOf(error: unknown): string | undefined {
  const status = error instanceof Error ? proxyRefusal.exec(error.message)?.[1] : undefined;
  if (status !== undefined) return `PROXY_${status}`;
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : undefined;
}

/** The parser of HTTP could make nothing of what came. Its errors do not always have a code. */
const isParserError = (error: Error, code: string | undefined) =>
  error.name === 'HTTPParserError' || code === 'UND_ERR_HEADERS_OVERFLOW';

/**
 * Sends one request and reads its whole answer, whatever the status. Follows no redirect, sends nothing twice.
 *
 * The signal ends it in every phase: waiting for a socket, for headers, for the body. The socket is then closed.
 *
 * @throws ExchangeError
 */
export function exchange(pool: Dispatcher, request: HttpRequest): Promise<HttpAnswer> {
  const { method, path, headers, body, maxBodyBytes, signal, onSent } = request;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let status = 0;
    let answerHeaders: IncomingHttpHeaders = {};
    let wire: Dispatcher.DispatchController | undefined;
    let over: ExchangeError | undefined;

    const finish = () => {
      signal?.removeEventListener('abort', abort);
    };
    /** Ends it from our side: at once if nothing is on a socket yet, else by way of undici, which closes it. */
    const stop = (end: ExchangeEnd, announcedBytes?: number) => {
      over ??= new ExchangeError(end, wire !== undefined, undefined, announcedBytes);
      finish();
      reject(over);
      wire?.abort(over);
    };
    const abort = () => {
      stop('ABORTED');
    };

    if (signal?.aborted) {
      abort();
      return;
    }
    signal?.addEventListener('abort', abort);

    pool.dispatch(
      { method, path, headers, body },
      {
        onRequestStart(controller) {
          // Given up while it waited for a socket, or offered a second time by the pool: neither is ever sent.
          if (over || wire) controller.abort(over ?? new ExchangeError('BROKEN', true));
          else {
            wire = controller;
            onSent?.();
          }
        },
        onResponseStart(_controller, statusCode, incoming) {
          status = statusCode;
          answerHeaders = incoming;
          const announced = Number(incoming['content-length']);
          if (announced > maxBodyBytes) stop('TOO_LARGE', announced);
        },
        onResponseData(_controller, chunk) {
          bytes += chunk.length;
          if (bytes > maxBodyBytes) stop('TOO_LARGE');
          else chunks.push(chunk);
        },
        onResponseEnd() {
          finish();
          resolve({ status, headers: answerHeaders, body: Buffer.concat(chunks, bytes) });
        },
        onResponseError(_controller, error) {
          finish();
          const code = systemCodeOf(error);
          const sent = wire !== undefined;
          const broken = status === 0 ? 'BROKEN' : 'CUT_OFF';
          reject(over ?? new ExchangeError(isParserError(error, code) ? 'NOT_HTTP' : broken, sent, code));
        },
      },
    );
  });
}
