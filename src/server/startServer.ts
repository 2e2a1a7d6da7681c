import type { RequestListener } from 'node:http';
import { PassThrough } from 'node:stream';
import Fastify from 'fastify';
import type { Logger } from 'pino';
import { Door } from '../access/Door';
import { CurrentAccount } from '../auth/currentAccount';
import type { Ledger } from '../ledger/Ledger';
import { KnownLists } from '../loaders/KnownLists';
import type { AttributionOptions } from '../loaders/attribution';
import type { AuditLog } from '../observability/AuditLog';
import { countAuditFailures, createAuditLog } from '../observability/AuditLog';
import type { Metrics } from '../observability/metrics/Metrics';
import type { Tracing } from '../observability/tracing/Tracing';
import { CursorFormat } from '../pagination/cursor';
import type { Clock } from '../rpc/clock';
import { systemClock } from '../rpc/clock';
import type {
  CallerSettings,
  CloudConfigVersion,
  Exposure,
  MemberAccess,
  PersistedSettings,
  RequestLimits,
} from '../settings';
import { defaultLimits } from '../settings';
import type { Upstream } from '../upstream';
import type { StopTimes } from './Stopping';
import { defaultStopTimes, Stopping } from './Stopping';
import { measureRedis } from './admin/measureRedis';
import type { Admin, AdminAddress } from './admin/startAdmin';
import { startAdmin } from './admin/startAdmin';
import { Incoming, incomingOf, note } from './http/Incoming';
import { RequestMetrics } from './http/RequestMetrics';
import { createAddressOf, urlOf } from './http/addresses';
import { secureAnswers } from './http/answers';
import { authenticate } from './http/authenticate';
import type { ConnectionLimits } from './http/connections';
import { createLimitedServer, defaultConnectionLimits, watchConnections } from './http/connections';
import { answerFailuresInGraphQLShape, earlyFailures, refuseUnknownPaths } from './http/failures';
import type { RedisHealth } from './http/health';
import { createHealthChecks, serveHealth } from './http/health';
import { createHostCheck } from './http/hosts';
import { takeJsonOnly } from './http/json';
import { limitRequests } from './http/limitRequests';
import { servePages } from './http/pages';
import { idHeader, logWhenOver, requestIdOf } from './http/requestLog';
import { screenRequests } from './http/screening';
import { shedLoad } from './http/shedLoad';
import { isGraphql, urlOptions } from './http/urls';
import { keepAnswersWellFormed } from './http/wellFormed';
import { StraightWay } from './known/StraightWay';
import { CallerRates } from './limits/CallerRates';
import { maxBodyBytes } from './limits/fixedLimits';
import { safelistedNames } from './persisted/safelistedNames';
import { rememberMutations } from './rememberMutations';
import { serveGraphql } from './serveGraphql';

/** So often a stop looks for connections on which nothing is in flight any more. */
const closeSilentEveryMs = 100;

export interface ServerOptions {
  readonly upstream: Upstream;
  readonly cloudConfigVersion: CloudConfigVersion;
  readonly logger: Logger;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** The path under which a proxy publishes the gateway, such as `/governance`. Default: none. */
  readonly publicPath?: string;
  readonly mutations: boolean;
  readonly relayNodeFields: boolean;
  /** The most upstream calls that one document may cost, by its estimate and in reality. */
  readonly maxUpstreamCalls: number;
  /** How what is known of resources of other accounts is read. Default: by a role in each. */
  readonly memberAccess?: MemberAccess;
  /** How it looks up who made changes. Default: it does, on the China site. */
  readonly attribution?: AttributionOptions;
  /** Who may send requests. Default: anyone, who may do everything. */
  readonly door?: Door;
  /** Whether queries of known documents go past Apollo Server. Default true. */
  readonly answersKnown?: boolean;
  /** What the process remembers of how long lists are. Default: nothing at first. */
  readonly lists?: KnownLists;
  /** What one request may contain. Defaults to {@link defaultLimits}. */
  readonly limits?: Partial<RequestLimits>;
  /** Operations that clients may send by their hash. Default: none. */
  readonly persisted?: PersistedSettings;
  /** The first seals cursors, and all open them. Default: they are not sealed. */
  readonly cursorSecrets?: readonly string[];
  /** How much one caller may ask for, and when all are turned away. Default: no limits. */
  readonly callers?: Partial<CallerSettings>;
  /** The mean delay of the event loop, milliseconds. Default: it is measured. */
  readonly loopDelayMs?: () => number;
  /** Who may ask from where, and what the gateway shows of itself. */
  readonly exposure: Exposure;
  /** Where mutations are audited. Defaults to stdout. */
  readonly auditLog?: AuditLog;
  /** Where mutations are remembered. Defaults to the memory of the process, for a week. */
  readonly ledger?: Ledger;
  /** How the Redis is that replicas share. Default: there is none. */
  readonly redis?: RedisHealth;
  /** The pauses before the looks at what became of a mutation, while its client waits. Milliseconds. Default: 0.5, 1, 2, 4 s. */
  readonly reconcilePausesMs?: readonly number[];
  /** How long a stop takes. Defaults to {@link defaultStopTimes}. */
  readonly stopTimes?: Partial<StopTimes>;
  /** What a stop and the reconciling of mutations wait by. Defaults to the machine's. */
  readonly clock?: Clock;
  /** What clients may do with connections. Defaults to {@link defaultConnectionLimits}. */
  readonly connections?: Partial<ConnectionLimits>;
  /** Where requests and mutations are counted. Default: nowhere. */
  readonly metrics?: Metrics;
  /** Where the metrics and the probes are, if there are metrics. Default: a free port of this machine. */
  readonly admin?: AdminAddress;
  /** Makes spans of requests and their calls. Default: nothing does. */
  readonly tracing?: Tracing;
}

/** A running gateway. */
export interface Server {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /** Where metrics and probes are, without a slash at the end. Undefined if there are no metrics. */
  readonly adminUrl: string | undefined;
  /**
   * Stops as {@link Stopping} says: `/readyz` says 503 at once. With `drain`, new connections are accepted for a while. Then
   * open ones are answered, and close as they fall silent; at last those to the upstream. Default: no draining.
   */
  stop(options?: { readonly drain: boolean }): Promise<void>;
}

/** No route has a schema: GraphQL validates what comes. Fastify then loads none of what compiles schemas. */
const refuseSchemas = (): never => {
  throw new TypeError('Expected no route with a schema.');
};

/** Starts the gateway. Rejects if the port cannot be had. */
export const startServer = async (given: ServerOptions): Promise<Server> => {
  const clock = given.clock ?? systemClock;
  const { metrics, tracing } = given;
  const auditLog = countAuditFailures(given.auditLog ?? createAuditLog('stdout'), metrics);
  const currentAccount = new CurrentAccount(Date.now);
  const stopping = new Stopping(clock, { ...defaultStopTimes, ...given.stopTimes });
  const options = {
    ...given,
    ...rememberMutations({ ...given, clock, auditLog, currentAccount, end: stopping.signal }),
    currentAccount,
    clock,
    auditLog,
    door: given.door ?? new Door({}),
    lists: given.lists ?? new KnownLists(),
    limits: { ...defaultLimits, ...given.limits },
    cursors: new CursorFormat(given.cursorSecrets),
    rates: new CallerRates(given.callers ?? {}),
    stopping,
  };
  const { upstream, logger } = options;
  const connections = { ...defaultConnectionLimits, ...options.connections };
  const trustedProxies = options.callers?.trustedProxies ?? [];
  const addressOf = createAddressOf(trustedProxies);
  const requestMetrics =
    metrics && new RequestMetrics(metrics, options.persisted && safelistedNames(options.persisted));
  let straight: StraightWay | undefined;
  /** Every request comes here first. */
  const listener =
    (answerByRoutes: RequestListener): RequestListener =>
    (raw, response) => {
      const incoming = new Incoming(raw, response, requestIdOf(raw), addressOf(raw));
      note(incoming);
      if (tracing && isGraphql(raw, options.publicPath)) incoming.span = tracing.begin(raw.headers);
      logWhenOver(logger, incoming, requestMetrics);
      const handOver = () => {
        answerByRoutes(raw, response);
      };
      if (straight === undefined) handOver();
      else straight.take(incoming, handOver);
    };
  const app = Fastify({
    bodyLimit: maxBodyBytes,
    serverFactory: (answerByRoutes) => createLimitedServer(connections, listener(answerByRoutes)),
    forceCloseConnections: 'idle',
    // What still arrives on an open connection during a stop is answered, and /readyz there says so.
    return503OnClosing: false,
    ...urlOptions(options.publicPath),
    genReqId: (raw) => incomingOf(raw).id,
    schemaController: { compilersFactory: { buildValidator: refuseSchemas, buildSerializer: refuseSchemas } },
    ...earlyFailures(logger),
  });
  const closeSilent = watchConnections(app.server, connections, trustedProxies, logger, metrics);
  app.addHook('onRequest', (request, reply, done) => {
    incomingOf(request.raw).path = request.routeOptions.url;
    reply.header(idHeader, request.id);
    done();
  });
  const { isStrained, isOverloaded } = await shedLoad(app, {
    maxDelayMs: options.callers?.maxEventLoopDelayMs ?? 0,
    delayMs: options.loopDelayMs,
  });
  answerFailuresInGraphQLShape(app, logger);
  await secureAnswers(app);
  await screenRequests(app, options);
  refuseUnknownPaths(app);
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.url !== '/graphql') return;
    const incoming = incomingOf(request.raw);
    await authenticate(options.door, options.rates, request);
    if (!incoming.isCounted) options.rates.takeRequest(incoming.caller.key);
  });
  app.addHook('preParsing', (request, _reply, payload, done) => {
    const { body } = incomingOf(request.raw);
    done(null, body === undefined ? payload : new PassThrough().end(body));
  });
  takeJsonOnly(app);
  limitRequests(app, options.limits);
  keepAnswersWellFormed(app);
  app.addHook('onSend', (_request, reply, payload, done) => {
    reply.header('x-upstream', upstream.name);
    // The client's next request then goes to another replica.
    if (stopping.isStopping) reply.header('connection', 'close');
    done(null, payload);
  });

  const graphql = await serveGraphql(app, { ...options, isStrained });
  const checks = createHealthChecks(stopping, upstream.name, options.redis);
  serveHealth(app, checks);
  servePages(app, options);

  if (options.answersKnown !== false) {
    straight = new StraightWay({
      ...options,
      ...graphql,
      isOurHost: createHostCheck(options.host, options.exposure.allowedHosts),
      isOverloaded,
      isStopping: () => stopping.isStopping,
      upstreamName: upstream.name,
    });
  }

  let admin: Admin | undefined;
  try {
    if (metrics) {
      metrics.read('ready', () => [[{}, checks['/readyz']().status === 200 ? 1 : 0]]);
      metrics.read('knownDocuments', () => [[{}, graphql.documents.size]]);
      metrics.read('info', () => [[infoOf(options), 1]]);
      if (options.redis) measureRedis(metrics, options.redis);
      const address = options.admin ?? { host: '127.0.0.1', port: 0 };
      admin = await startAdmin({ ...address, metrics, checks, upstreamName: upstream.name });
    }
    await app.listen({ host: options.host, port: options.port });
  } catch (error) {
    await app.close();
    await admin?.close();
    throw error;
  }
  options.reconciler.resume();
  return {
    url: urlOf(app, options.host),
    adminUrl: admin?.url,
    stop: async ({ drain } = { drain: false }) => {
      const close = async () => {
        const silent = setInterval(closeSilent, closeSilentEveryMs);
        await app.close();
        clearInterval(silent);
      };
      const closeAll = () => {
        app.server.closeAllConnections();
      };
      await stopping.run({ close, closeAll }, drain);
      options.reconciler.stop();
      await upstream.rpc.close();
      await admin?.close();
    },
  };
};

const infoOf = ({ upstream, cloudConfigVersion }: Pick<ServerOptions, 'upstream' | 'cloudConfigVersion'>) => ({
  upstream: upstream.name,
  cloud_config_version: cloudConfigVersion,
});
