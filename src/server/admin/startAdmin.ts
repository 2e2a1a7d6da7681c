import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from '../../observability/metrics/Metrics';
import { isLoopbackHost, isLoopbackName } from '../../process/loopback';
import type { HealthChecks } from '../http/health';

/** Where the admin port is. */
export interface AdminAddress {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

export interface AdminOptions extends AdminAddress {
  readonly metrics: Metrics;
  readonly checks: HealthChecks;
  readonly upstreamName: string;
}

/** The port for those who run the gateway. */
export interface Admin {
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** A page of the admin port. */
interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const json = (status: number, body: object): Page => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
});

/** How long a client may take for its request: scrapers take milliseconds. */
const requestTimeoutMs = 5000;

/** Scrapers and probes are few. */
const maxConnections = 100;

/**
 * Starts the admin port: metrics and probes, by GET, and nothing else. It has a listener of its own, so it answers while the
 * main port turns requests away, and until the end of a stop.
 *
 * @throws the error of the system if it cannot listen.
 */
export const startAdmin = async ({ host, port, metrics, checks, upstreamName }: AdminOptions): Promise<Admin> => {
  // A page of a foreign site whose name was rebound to this machine sends its own name as the host.
  const isOurHost = isLoopbackName(host) ? isLoopbackHost : () => true;
  const pageOf = async ({ method, url = '', headers }: IncomingMessage): Promise<Page> => {
    if (!isOurHost(headers.host)) return json(421, { error: 'The host must be a name of this machine.' });
    const [path = ''] = url.split('?', 1);
    const check = Object.hasOwn(checks, path) ? checks[path as keyof HealthChecks] : undefined;
    if (check === undefined && path !== '/metrics') {
      return json(404, { error: `There are ${[...Object.keys(checks), '/metrics'].join(', ')}.` });
    }
    if (method !== 'GET' && method !== 'HEAD') return json(405, { error: 'The method must be GET.' });
    if (check === undefined) return { status: 200, type: metrics.contentType, body: await metrics.text() };
    const { status, body } = check();
    return json(status, body);
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    request.resume();
    const { status, type, body } = await pageOf(request).catch(() =>
      json(500, { error: 'The metrics cannot be read.' }),
    );
    const headers = {
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-upstream': upstreamName,
    };
    response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
  };
  const server = createServer(
    { headersTimeout: requestTimeoutMs, requestTimeout: requestTimeoutMs },
    (request, response) => void answer(request, response),
  );
  server.maxConnections = maxConnections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { address, port: taken, family } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};
