import { Pool } from 'undici';

export interface HttpOptions {
  /** Sockets to one origin; further calls wait for one. Default 64. */
  readonly connections?: number;
  /** Default 1000. */
  readonly connectTimeoutMs?: number;
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

/** The connections of this process: one pool for each origin, shared by every product that lives there. */
export class HttpPools {
  private readonly pools = new Map<string, Pool>();

  constructor(private readonly options: HttpOptions = {}) {}

  /** @param origin scheme, host and port. */
  poolOf(origin: string): Pool {
    let pool = this.pools.get(origin);
    if (!pool) {
      const { connections = 64, connectTimeoutMs = 1000 } = this.options;
      pool = new Pool(origin, {
        connections,
        connect: { timeout: connectTimeoutMs },
        // One request at a time on a socket: pipelined ones share the fate of the first.
        pipelining: 1,
        // An attempt's end is the signal's business; these are only a net under it.
        headersTimeout: 60_000,
        bodyTimeout: 60_000,
      });
      this.pools.set(origin, pool);
    }
    return pool;
  }

  /** Waits for calls on the wire, then closes every socket. */
  async close(): Promise<void> {
    const pools = [...this.pools.values()];
    this.pools.clear();
    await Promise.all(pools.map((pool) => pool.close()));
  }
}
