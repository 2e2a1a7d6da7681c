import tls from 'node:tls';
import type { Dispatcher } from 'undici';
import { EnvHttpProxyAgent, Pool } from 'undici';

export interface HttpOptions {
  /** Sockets to one origin; further calls wait for one. Default 64. */
  readonly connections?: number;
  /** Default 1000. */
  readonly connectTimeoutMs?: number;
  /** Certificates in PEM that are trusted besides the usual ones. */
  readonly certificates?: readonly string[];
  /** For https origins; http ones are always called directly. */
  readonly proxy?: {
    /** http or https, perhaps with user and password. */
    readonly url: string;
    /** Hosts that are called directly, and domains with all below them, comma-separated. */
    readonly except?: string;
  };
}

/**
 * The origin that an endpoint names.
 *
 * @throws where there is more in it than scheme, host and port: a path, a query, a user.
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

/** Those that Node trusts by itself, NODE_EXTRA_CA_CERTS included where it tells: `ca` stands in their place. */
function usualCertificates(): readonly string[] {
  const { getCACertificates, rootCertificates } = tls as typeof tls & { getCACertificates?: () => readonly string[] };
  return getCACertificates?.() ?? rootCertificates;
}

/** The connections of this process: one pool for each origin, shared by every product that lives there. */
export class HttpPools {
  private readonly pools = new Map<string, Dispatcher>();

  constructor(private readonly options: HttpOptions = {}) {}

  /** @param origin scheme, host and port. */
  poolOf(origin: string): Dispatcher {
    let pool = this.pools.get(origin);
    if (!pool) {
      pool = this.createPool(origin);
      this.pools.set(origin, pool);
    }
    return pool;
  }

  private createPool(origin: string): Dispatcher {
    const { connections = 64, connectTimeoutMs = 1000, certificates, proxy } = this.options;
    const ca = certificates && [...usualCertificates(), ...certificates];
    const connect = { timeout: connectTimeoutMs, ca };
    const options = {
      connections,
      connect,
      // One request at a time on a socket: pipelined ones share the fate of the first.
      pipelining: 1,
      // An attempt's end is the signal's business; these are only a net under it.
      headersTimeout: 60_000,
      bodyTimeout: 60_000,
    };
    if (!proxy || !origin.startsWith('https:')) return new Pool(origin, options);
    const { url: httpsProxy, except: noProxy = '' } = proxy;
    // Each of the three is said, lest undici look into the environment for it.
    const proxies = { httpProxy: '', httpsProxy, noProxy, requestTls: connect, proxyTls: connect };
    return new EnvHttpProxyAgent({ ...options, ...proxies }).compose(
      (dispatch) => (request, handler) => dispatch({ ...request, origin }, handler),
    );
  }

  /** Waits for calls on the wire, then closes every socket. */
  async close(): Promise<void> {
    const pools = [...this.pools.values()];
    this.pools.clear();
    await Promise.all(pools.map((pool) => pool.close()));
  }
}
