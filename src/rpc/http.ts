import tls from 'node:tls';
import type { Dispatcher } from 'undici';
import { Pool, ProxyAgent } from 'undici';
import { bypassesProxy } from './noProxy';

export interface HttpOptions {
  /** Sockets to one origin; further calls wait for one. Default 64. */
  readonly connections?: number;
  /** How long opening a connection may take, TLS included. Defaults to 5000. */
  readonly connectTimeoutMs?: number;
  /** How long a connection is kept for the next call, whatever longer time the server offers. Defaults to 8000. */
  readonly keepAliveMs?: number;
  /** Certificates in PEM that are trusted besides the usual ones. */
  readonly certificates?: readonly string[];
  /** For https origins; http ones are always called directly. */
  readonly proxy?: {
    /** http or https, perhaps with user and password. */
    readonly url: string;
    /** Hosts that are called directly, as `NO_PROXY` writes them. */
    readonly except?: string;
  };
}

/**
 * The origin that an endpoint names.
 *
 * @throws if there is more in it than scheme, host and port: a path, a query, a user.
 */
export function toOrigin(endpoint: string): string {
  let url: URL | undefined;
  try {
    url = new URL(endpoint);
  } catch {
    // Reported below, with everything else that is no origin.
  }
  const rest = url && url.pathname + url.search + url.hash + url.username + url.password;
  if (!url || rest !== '/' || !/^https?:$/.test(url.protocol)) {
    throw new Error('An endpoint must be scheme, host and perhaps a port, as in https://sts.aliyuncs.com.');
  }
  return url.origin;
}

/**
 * The certificates that Node trusts by default, with NODE_EXTRA_CA_CERTS if this Node exposes them. Needed because `ca`
 * replaces them.
 */
function usualCertificates(): readonly string[] {
  const { getCACertificates, rootCertificates } = tls as typeof tls & { getCACertificates?: () => readonly string[] };
  return getCACertificates?.() ?? rootCertificates;
}

/** The default limit for opening a connection. */
export const defaultConnectTimeoutMs = 5000;

/** Load balancers of the upstream close connections that are idle for 10 s or more: those are not to be met half-closed. */
const defaultKeepAliveMs = 8000;

/** The connections of this process: one pool for each origin, shared by every product that lives there. */
export class HttpPools {
  private readonly pools = new Map<string, Dispatcher>();
  private readonly fresh = new Set<Promise<unknown>>();
  private isClosed = false;

  constructor(private readonly options: HttpOptions = {}) {}

  /** @param origin scheme, host and port. */
  poolOf(origin: string): Dispatcher {
    let pool = this.pools.get(origin);
    if (!pool) {
      pool = this.createPool(origin, this.options.connections ?? 64);
      this.pools.set(origin, pool);
    }
    return pool;
  }

  /**
   * Lends a new connection and closes it afterwards: for writes. The other side may close a kept one at any time, and
   * then it would be unknown whether the write arrived.
   */
  async withFreshConnection<T>(origin: string, use: (connection: Dispatcher) => Promise<T>): Promise<T> {
    const connection = this.createPool(origin, 1);
    if (this.isClosed) await connection.close();
    const result = use(connection).finally(() => void connection.destroy());
    this.fresh.add(result);
    try {
      return await result;
    } finally {
      this.fresh.delete(result);
    }
  }

  private createPool(origin: string, connections: number): Dispatcher {
    const { connectTimeoutMs = defaultConnectTimeoutMs, keepAliveMs = defaultKeepAliveMs } = this.options;
    const { certificates, proxy } = this.options;
    const ca = certificates && [...usualCertificates(), ...certificates];
    const connect = { timeout: connectTimeoutMs, ca };
    const options = {
      connections,
      connect,
      keepAliveTimeout: keepAliveMs,
      keepAliveMaxTimeout: keepAliveMs,
      // One request at a time on a socket: pipelined ones share the fate of the first.
      pipelining: 1,
      // An attempt's end is the signal's business; these are only a net under it.
      headersTimeout: 60_000,
      bodyTimeout: 60_000,
    };
    if (!proxy || !origin.startsWith('https:') || bypassesProxy(origin, proxy.except ?? '')) {
      return new Pool(origin, options);
    }
    return new ProxyAgent({ ...options, uri: proxy.url, requestTls: connect, proxyTls: connect }).compose(
      (dispatch) => (request, handler) => dispatch({ ...request, origin }, handler),
    );
  }

  /** Waits for calls on the wire, then closes every socket. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    await Promise.all([...this.pools.values()].map((pool) => pool.close()));
    await Promise.allSettled(this.fresh);
  }
}
