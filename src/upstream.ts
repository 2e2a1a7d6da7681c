import { performance } from 'node:perf_hooks';
import { request } from 'undici';
import { z } from 'zod';
import { AnswerCache } from './cache/AnswerCache';
import { shareReads } from './cache/shareReads';
import type { AlarmObserver } from './observability/Alarm';
import type { Metrics } from './observability/metrics/Metrics';
import type { Product, Site } from './operations/operation';
import type { RedisClient } from './redis/RedisClient';
import { Seal } from './redis/Seal';
import type { RpcClientOptions, SharedRpcClient } from './rpc/client';
import { createRpcClient, defaultPolicies } from './rpc/client';
import type { Clock } from './rpc/clock';
import { systemClock } from './rpc/clock';
import { ReplicaSessions } from './rpc/credentials/ReplicaSessions';
import { assumedRoles } from './rpc/credentials/assumedRoles';
import type { CredentialsSource } from './rpc/credentials/credentials';
import { defaultChain } from './rpc/credentials/defaultChain';
import { staticKeys } from './rpc/credentials/staticKeys';
import type { EndpointOf } from './rpc/endpoints';
import { endpointOf, regionalHostOf } from './rpc/endpoints';
import type { HttpOptions } from './rpc/http';
import type { AttemptObserver } from './rpc/observer';
import type { AttemptTimeouts } from './rpc/policies/attemptTimeout';
import type { AnswerObserver } from './rpc/transport';
import type { NetworkSettings, RoleSettings } from './settings';
import { defaultRoles } from './settings';
import { readCertificates } from './settings/readCertificates';

/** What the gateway calls. */
export interface Upstream {
  /** As logs, health answers and the response header `x-upstream` name it. */
  readonly name: 'emulator' | 'alibaba-cloud';
  readonly rpc: SharedRpcClient;
  /**
   * The present moment as the upstream sees it, milliseconds since the epoch: a time range that nobody named ends
   * there.
   */
  readonly now: () => number | Promise<number>;
  /** Forgets what was read before: something else than this gateway changed the upstream. */
  readonly forget: () => void;
}

/** How calls are paced, who makes them, and what is remembered of them. */
export interface ClientOptions extends Pick<RpcClientOptions, 'quota'> {
  /** The roles that it assumes. Defaults to those that apply if no setting names any. */
  readonly roles?: RoleSettings;
  /** How deadlines, pauses and ages see time. Default: the clock of the machine. */
  readonly clock?: Clock;
  /** Decides how long a pause between two attempts is. Defaults to `Math.random`. */
  readonly random?: () => number;
  /** How much of the heap remembered answers may take, bytes, about. Default 0: none are remembered. */
  readonly cacheMaxBytes?: number;
  /** Default: public hosts, no proxy, no certificates besides the usual ones. */
  readonly network?: Partial<NetworkSettings>;
  /** Wall time, milliseconds since the epoch: the time stamp that is signed. Default: the machine's. */
  readonly wallTime?: () => number;
  readonly onAnswer?: AnswerObserver;
  /** Receives what an operator has to look at. */
  readonly onAlarm?: AlarmObserver;
  /** Receives every attempt that belongs to no request. */
  readonly onAttempt?: AttemptObserver;
  /** What replicas share their state through. Default: each has its own. */
  readonly redis?: RedisClient;
  /** What encrypts what is secret there. Without it, replicas share no sessions. */
  readonly cacheSecrets?: readonly string[];
  /** Whether an upstream that fails is spared retries, and calls at all. Defaults to true. */
  readonly sparing?: boolean;
  /** Where calls are counted. Default: nowhere. */
  readonly metrics?: Metrics;
}

export interface EmulatorAccess extends ClientOptions {
  /** Scheme, host and port. */
  readonly url: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** The present time of its world. Defaults to reading it over HTTP. */
  readonly now?: Upstream['now'];
}

/** The emulator, with the keys of its world and nothing else: the chain of real credentials is never built. */
export const emulatorUpstream = ({ url, accessKeyId, accessKeySecret, now, ...options }: EmulatorAccess): Upstream => ({
  name: 'emulator',
  ...sharingClient(
    { endpoints: () => url, namedHost: regionalHostOf, own: staticKeys(accessKeyId, accessKeySecret) },
    now === undefined ? worldClock(url) : { now, lately: now },
    options,
  ),
});

export interface AlibabaCloudAccess extends ClientOptions {
  readonly site: Site;
  /** Default: the default chain. */
  readonly credentials?: CredentialsSource;
}

/**
 * Alibaba Cloud itself.
 *
 * @throws if the network settings name certificates that cannot be read, in a sentence for operators.
 */
export const alibabaCloudUpstream = ({
  site,
  credentials = defaultChain(),
  ...options
}: AlibabaCloudAccess): Upstream => ({
  name: 'alibaba-cloud',
  ...sharingClient(
    {
      endpoints: (product, region) => endpointOf(product, { site, ...options.network }, region),
      // A host that stands for all regions has to see which one is meant.
      namedHost: (product, region) =>
        options.network?.endpoints?.has(product.service) ? regionalHostOf(product, region) : undefined,
      own: credentials,
    },
    undefined,
    options,
  ),
});

/**
 * How the network settings say that HTTP is done.
 *
 * @throws if the certificates cannot be read, in a sentence for operators.
 */
export const httpOptionsOf = ({
  proxyUrl,
  noProxy,
  caFile,
  connectTimeoutMs,
}: Partial<NetworkSettings>): HttpOptions => ({
  connectTimeoutMs,
  certificates: caFile === undefined ? undefined : readCertificates(caFile),
  proxy: proxyUrl === undefined ? undefined : { url: proxyUrl, except: noProxy },
});

/** How long the network settings let one attempt take. */
export const timeoutsOf = (network: Partial<NetworkSettings>): AttemptTimeouts => ({
  connectMs: network.connectTimeoutMs,
  readMs: network.readAttemptTimeoutMs,
  writeMs: network.writeAttemptTimeoutMs,
});

/** Where the products are, and the gateway's own credentials. */
interface Access {
  readonly endpoints: EndpointOf;
  /** The host that requests name, if it is not the one that they are sent to. */
  readonly namedHost?: (product: Product, region?: string) => string | undefined;
  readonly own: CredentialsSource;
}

/**
 * Creates a client whose requests share identical reads, and which assumes a role if another account or a setting
 * requires it.
 */
const sharingClient = (
  { endpoints, namedHost, own }: Access,
  ofWorld: WorldClock | undefined,
  {
    clock = systemClock,
    cacheMaxBytes = 0,
    roles = defaultRoles,
    network = {},
    quota,
    wallTime,
    onAnswer,
    onAlarm,
    onAttempt,
    random,
    sparing,
    redis,
    cacheSecrets,
    metrics,
  }: ClientOptions,
): Omit<Upstream, 'name'> => {
  const cache = cacheMaxBytes > 0 ? new AnswerCache(cacheMaxBytes, clock) : undefined;
  const { now, lately } = ofWorld ?? { now: () => rpc.wallTime(), lately: () => rpc.wallTime() };
  const replicaSessions = redis && cacheSecrets && new ReplicaSessions({ redis, seal: new Seal(cacheSecrets), clock });
  const sharedReads = shareReads({ clock, cache, now: lately, replicas: redis, metrics });
  const rpc: SharedRpcClient = createRpcClient({
    endpoints,
    namedHost,
    credentials: assumedRoles({ own, roles, rpc: () => rpc, clock, metrics, replicaSessions }),
    clock,
    policies: [
      sharedReads,
      ...defaultPolicies({
        clock,
        quota,
        redis,
        timeouts: timeoutsOf(network),
        random,
        sparing,
        hostOf: endpoints,
        onAlarm,
        metrics,
      }),
    ],
    http: httpOptionsOf(network),
    wallTime,
    onAnswer,
    onAlarm,
    onAttempt,
    metrics,
  });
  return { rpc, now, forget: sharedReads.forget };
};

const ClockAnswer = z.object({ now: z.union([z.iso.datetime().transform((now) => Date.parse(now)), z.int()]) });

/** A process that is busy needs a while. Milliseconds. */
const clockTimeoutMs = 5000;

/** The clock of the upstream's world. */
interface WorldClock {
  readonly now: Upstream['now'];
  /** The same, as it was known within the last {@link latelyMs}: good enough to decide how long an answer is kept. */
  readonly lately: Upstream['now'];
}

const latelyMs = 1000;

/**
 * The emulator's world has its own clock. If it does not answer, the last answer counts; wall time if there was none (a proxy
 * may let only calls through): the default time range is then off by as much as the two differ. Reads that ask at the same
 * time share the answer. None is kept: somebody may have set the clock since.
 */
const worldClock = (url: string): WorldClock => {
  let aheadMs = 0;
  let askedAt = -Infinity;
  let asking: Promise<void> | undefined;

  const ask = async (): Promise<void> => {
    try {
      const timeouts = { headersTimeout: clockTimeoutMs, bodyTimeout: clockTimeoutMs };
      const answer = await request(`${url}/_emulator/clock`, timeouts);
      aheadMs = ClockAnswer.parse(await answer.body.json()).now - Date.now();
    } catch {
      // The offset of before is the best guess.
    }
    askedAt = performance.now();
    asking = undefined;
  };

  const now = async (): Promise<number> => {
    await (asking ??= ask());
    return Date.now() + aheadMs;
  };
  return { now, lately: () => (performance.now() - askedAt < latelyMs ? Date.now() + aheadMs : now()) };
};
