import type { ClusterOptions, RedisOptions } from 'ioredis';
import { Cluster, Redis } from 'ioredis';
import type { RedisSettings } from '../settings';
import { readCertificates } from '../settings/readCertificates';
import type { Script } from './Script';
import { codeOf } from './codeOf';

/** A connection that was lost is opened again after so long, and at most so long. Milliseconds. */
const [firstPauseMs, longestPauseMs] = [50, 1000];

const connectTimeoutMs = 2000;

/** Connections to Redis, Sentinel or a cluster. The one place that knows the client library. */
export interface RedisLink {
  /** Whether commands can be sent. */
  readonly isReady: boolean;
  /** Rejects if there is no connection, or with the error of Redis. */
  run(script: Script, keys: readonly string[], args: readonly (string | number)[]): Promise<unknown>;
  publish(channel: string, message: string): Promise<unknown>;
  subscribe(channel: string, onMessage: (message: string) => void): void;
  /** What `INFO` says of a section, by name. Of a cluster: of one node. */
  info(section: string): Promise<ReadonlyMap<string, string>>;
  /** Calls back if a connection is lost, with the code of the reason if it is known. */
  onLost(listener: (code: string | undefined) => void): void;
  close(): void;
}

type Connection = Redis | Cluster;

/** Connects in the background. @throws if the certificates cannot be read, in a sentence for operators. */
export const openRedisLink = (settings: RedisSettings): RedisLink => {
  const commands = connectTo(settings);
  let listening: Connection | undefined;
  let lost: (code: string | undefined) => void = () => undefined;
  let reason: string | undefined;
  commands.on('error', (error: unknown) => {
    reason = codeOf(error);
    lost(reason);
  });
  /** Scripts that Redis has run over this connection. */
  const known = new Set<string>();
  commands.on('close', () => {
    known.clear();
    lost(reason);
    reason = undefined;
  });
  return {
    get isReady() {
      return commands.status === 'ready';
    },
    run: async ({ lua, sha }, keys, args) => {
      // In the order in which they are sent, the first time, too.
      if (!known.has(sha)) {
        known.add(sha);
        return commands.eval(lua, keys.length, ...keys, ...args);
      }
      try {
        return await commands.evalsha(sha, keys.length, ...keys, ...args);
      } catch (error) {
        // Another node of a cluster.
        if (codeOf(error) !== 'NOSCRIPT') throw error;
        return commands.eval(lua, keys.length, ...keys, ...args);
      }
    },
    publish: (channel, message) => commands.publish(channel, message),
    subscribe: (channel, onMessage) => {
      const connection = (listening ??= subscriberTo(settings));
      connection.on('message', (from: string, message: string) => {
        if (from === channel) onMessage(message);
      });
      // Whenever it is connected. The library would do so by itself, but leave it unhandled if the connection is lost meanwhile.
      const subscribe = () => {
        connection.subscribe(channel).catch(() => undefined);
      };
      connection.on('ready', subscribe);
      if (connection.status === 'ready') subscribe();
    },
    info: async (section) => readInfo(await commands.info(section)),
    onLost: (listener) => {
      lost = listener;
    },
    close: () => {
      commands.disconnect();
      listening?.disconnect();
    },
  };
};

const subscriberTo = (settings: RedisSettings): Connection => {
  const connection = connectTo(settings, { autoResubscribe: false });
  // It connects again by itself. That it missed something shows in the next answer to the heartbeat.
  connection.on('error', () => undefined);
  return connection;
};

const connectTo = (settings: RedisSettings, given: RedisOptions & ClusterOptions = {}): Connection => {
  const { urls = [], isCluster, sentinelMaster, sentinelPassword, caFile } = settings;
  const parsed = urls.map((url) => new URL(url));
  const [first] = parsed;
  if (first === undefined) throw new TypeError('Expected a URL of Redis.');
  const pause = (attempt: number): number => {
    const longest = Math.min(longestPauseMs, firstPauseMs * 2 ** attempt);
    return longest * (0.5 + Math.random() / 2);
  };
  const ca = caFile === undefined ? undefined : [...readCertificates(caFile, 'REDIS_CA_FILE')];
  const tls = first.protocol === 'rediss:' ? { ca } : undefined;
  const options: RedisOptions = {
    username: decodeURIComponent(first.username) || undefined,
    password: decodeURIComponent(first.password) || undefined,
    tls,
    connectTimeout: connectTimeoutMs,
    connectionName: 'governance-gateway',
    // A command that cannot be sent at once fails: the gateway goes on without Redis.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: pause,
    // A primary that became a replica: look for the new one.
    reconnectOnError: (error) => codeOf(error) === 'READONLY',
    keepAlive: 5000,
    ...given,
  };
  const nodes = parsed.map((url) => ({ host: hostOf(url), port: Number(url.port || defaultPort(sentinelMaster)) }));
  if (isCluster) {
    return new Cluster(nodes, {
      enableOfflineQueue: false,
      clusterRetryStrategy: pause,
      redisOptions: options,
      // A certificate is for a name: nodes are connected to by the names that they announce.
      ...(tls && { dnsLookup: keepName }),
    });
  }
  const db = Number(first.pathname.slice(1) || 0);
  if (sentinelMaster !== undefined) {
    return new Redis({
      ...options,
      db,
      sentinels: nodes,
      name: sentinelMaster,
      sentinelPassword,
      sentinelRetryStrategy: pause,
      ...(tls && { sentinelTLS: tls, enableTLSForSentinelMode: true }),
    });
  }
  return new Redis({ ...options, ...nodes[0], db });
};

const keepName: NonNullable<ClusterOptions['dnsLookup']> = (name, callback) => {
  callback(null, name);
};

const defaultPort = (sentinelMaster: string | undefined): number => (sentinelMaster === undefined ? 6379 : 26_379);

/** An IPv6 address without its brackets. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

const readInfo = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split('\r\n').flatMap((line) => {
      const [, name, value] = /^([^#:]+):(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    }),
  );
