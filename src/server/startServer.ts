import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginInlineTrace } from '@apollo/server/plugin/inlineTrace';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NoSchemaIntrospectionCustomRule } from 'graphql';
import type { Logger } from 'pino';
import { Access } from '../access/Access';
import { Door } from '../access/Door';
import { CurrentAccount } from '../auth/currentAccount';
import { buildSubgraph } from '../buildSchema';
import type { Context } from '../context';
import { createCostAnalysis } from '../cost/createCostAnalysis';
import { maxVariableErrors } from '../cost/estimateCost';
import { limitCalls } from '../cost/limitCalls';
import type { Ledger } from '../ledger/Ledger';
import type { Reconciler } from '../ledger/Reconciler';
import { createLoaders } from '../loaders';
import { KnownLists } from '../loaders/KnownLists';
import { ListsBySight } from '../loaders/ListsBySight';
import { LoadersOfRequest } from '../loaders/LoadersOfRequest';
import { createCalling } from '../loaders/cloud-config/calledOperations';
import { cloudConfigApis } from '../loaders/cloud-config/cloudConfigApis';
import type { Route } from '../loaders/cloud-config/countRoutes';
import { nameAccounts } from '../loaders/nameAccounts';
import type { AuditLog } from '../observability/AuditLog';
import { createAuditLog } from '../observability/AuditLog';
import type { RequestTrace } from '../observability/RequestTrace';
import { createRequestTrace, noteRoute, noteShared } from '../observability/RequestTrace';
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
import { auditMutations } from './auditMutations';
import { urlOf } from './http/addresses';
import { secureAnswers } from './http/answers';
import { authenticate, senderOf } from './http/authenticate';
import { callerOf } from './http/caller';
import type { ConnectionLimits } from './http/connections';
import { defaultConnectionLimits, toFastifyOptions, watchConnections } from './http/connections';
import { deadlineOf } from './http/deadline';
import { answerFailuresInGraphQLShape, earlyFailures, refuseUnknownPaths } from './http/failures';
import { serveHealth } from './http/health';
import { inexactNumbersOf } from './http/inexactNumbers';
import { takeJsonOnly } from './http/json';
import { languageOf } from './http/language';
import { limitRequests } from './http/limitRequests';
import { maxAgeOf } from './http/maxAge';
import { servePages } from './http/pages';
import { logRequests, requestIdOf } from './http/requestLog';
import { screenRequests } from './http/screening';
import { shedLoad } from './http/shedLoad';
import { urlOptions } from './http/urls';
import { keepAnswersWellFormed } from './http/wellFormed';
import { CallerRates } from './limits/CallerRates';
import { maxValidationErrors } from './limits/fixedLimits';
import { measureAnswers } from './limits/measureAnswers';
import { PersistedOperations } from './persisted/PersistedOperations';
import { answerLimit, createAnswerSize } from './plugins/answerLimit';
import { callRate } from './plugins/callRate';
import { clientErrors } from './plugins/clientErrors';
import { documentLimits } from './plugins/documentLimits';
import { exactNumbers } from './plugins/exactNumbers';
import { answerAge, routes, shortened } from './plugins/extensions';
import { formatError } from './plugins/formatError';
import { limitCost } from './plugins/limitCost';
import { mutationLimits } from './plugins/mutationLimits';
import { noSubscriptions } from './plugins/noSubscriptions';
import { readBackErrors } from './plugins/readBackErrors';
import { requestTrace } from './plugins/requestTrace';
import { sandbox } from './plugins/sandbox';
import { shedExpensive } from './plugins/shedExpensive';
import { rememberMutations } from './rememberMutations';

/** The largest request body, bytes, variables included. */
export const maxBodyBytes = 100_000;

/** How long the upstream calls of one request may take together, milliseconds: routers give up after 30 s. */
const maxUpstreamMs = 25_000;

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
  /** Who may send requests. Default: anyone, who may do everything. */
  readonly door?: Door;
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
  /** The pauses before the looks at what became of a mutation, while its client waits. Milliseconds. Default: 0.5, 1, 2, 4 s. */
  readonly reconcilePausesMs?: readonly number[];
  /** How long a stop takes. Defaults to {@link defaultStopTimes}. */
  readonly stopTimes?: Partial<StopTimes>;
  /** What a stop and the reconciling of mutations wait by. Defaults to the machine's. */
  readonly clock?: Clock;
  /** What clients may do with connections. Defaults to {@link defaultConnectionLimits}. */
  readonly connections?: Partial<ConnectionLimits>;
}

/** The options with their defaults. */
interface Options extends ServerOptions {
  readonly door: Door;
  readonly lists: KnownLists;
  readonly limits: RequestLimits;
  readonly cursors: CursorFormat;
  readonly rates: CallerRates;
  readonly stopping: Stopping;
  readonly clock: Clock;
  readonly auditLog: AuditLog;
  readonly ledger: Ledger;
  readonly reconciler: Reconciler;
  readonly currentAccount: CurrentAccount;
}

/** A running gateway. */
export interface Server {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /**
   * Stops as {@link Stopping} says: `/readyz` says 503 at once. With `drain`, new connections are accepted for a while. Then
   * open ones are answered, and close as they fall silent; at last those to the upstream. Default: no draining.
   */
  stop(options?: { readonly drain: boolean }): Promise<void>;
}

/** Starts the gateway. Rejects if the port cannot be had. */
export const startServer = async (given: ServerOptions): Promise<Server> => {
  const clock = given.clock ?? systemClock;
  const auditLog = given.auditLog ?? createAuditLog('stdout');
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
  const app = Fastify({
    bodyLimit: maxBodyBytes,
    ...toFastifyOptions(connections),
    forceCloseConnections: 'idle',
    // What still arrives on an open connection during a stop is answered, and /readyz there says so.
    return503OnClosing: false,
    ...urlOptions(options.publicPath),
    genReqId: requestIdOf,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    ...earlyFailures(logger),
  });
  app.server.maxConnections = connections.maxConnections;
  const closeSilent = watchConnections(app.server, connections);
  logRequests(app, logger, (request) => traces.get(request));
  const isStrained = await shedLoad(app, {
    maxDelayMs: options.callers?.maxEventLoopDelayMs ?? 0,
    delayMs: options.loopDelayMs,
  });
  answerFailuresInGraphQLShape(app, logger);
  await secureAnswers(app);
  await screenRequests(app, options);
  refuseUnknownPaths(app);
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.url !== '/graphql') return;
    await authenticate(options.door, options.rates, request);
    await options.rates.takeRequest(callerOf(request).key);
  });
  takeJsonOnly(app);
  limitRequests(app, options.limits);
  keepAnswersWellFormed(app);
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-upstream', upstream.name);
    // The client's next request then goes to another replica.
    if (stopping.isStopping) reply.header('connection', 'close');
  });

  const apollo = createApollo(app, { ...options, isStrained });
  await apollo.start();
  const createContext = contextFactory(options);
  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    handler: fastifyApolloHandler(apollo, { context: createContext }),
  });
  serveHealth(app, stopping, upstream.name);
  servePages(app, options);

  try {
    await app.listen({ host: options.host, port: options.port });
  } catch (error) {
    await app.close();
    throw error;
  }
  options.reconciler.resume();
  return {
    url: urlOf(app, options.host),
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
    },
  };
};

const createApollo = (
  app: FastifyInstance,
  options: Options & { readonly isStrained: () => boolean },
): ApolloServer<Context> => {
  const { cloudConfigVersion, relayNodeFields, maxUpstreamCalls, memberAccess = 'role' } = options;
  const { logger, limits, rates, exposure } = options;
  const persisted = new PersistedOperations(options.persisted ?? { mode: 'off', manifest: undefined });
  persisted.limit(app);
  const { schema } = buildSubgraph({ relayNodeFields });
  measureAnswers(schema);
  const limitDocuments = documentLimits(limits);
  return new ApolloServer<Context>({
    schema,
    // Nothing may depend on NODE_ENV.
    nodeEnv: 'production',
    introspection: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [limitDocuments.rule, ...(exposure.introspection ? [] : [NoSchemaIntrospectionCustomRule])],
    validationOptions: { maxErrors: maxValidationErrors },
    executionOptions: { maxCoercionErrors: maxVariableErrors },
    csrfPrevention: true,
    persistedQueries: persisted.cacheOptions,
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => formatError(formatted, error, 'en'),
    logger,
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTrace({ includeErrors: { masked: true } }),
      sandbox(app, exposure),
      limitDocuments.plugin,
      noSubscriptions(),
      mutationLimits(),
      clientErrors(exposure.suggestions),
      answerLimit(),
      exactNumbers(),
      limitCost(
        createCostAnalysis({
          schema,
          maxCalls: maxUpstreamCalls,
          calling: createCalling(cloudConfigApis[cloudConfigVersion], memberAccess),
          cursors: options.cursors,
        }),
        limits,
      ),
      shedExpensive(options.isStrained, maxUpstreamCalls),
      callRate(rates),
      requestTrace(logger),
      readBackErrors(),
      answerAge(),
      routes(),
      shortened(),
    ],
  });
};

/** What each request's log line is made of. */
const traces = new WeakMap<FastifyRequest, RequestTrace>();

const contextFactory = (options: Options) => {
  const { upstream, mutations, maxUpstreamCalls, memberAccess = 'role', limits, stopping, logger } = options;
  const listsBySight = new ListsBySight(options.lists);
  const { auditLog, ledger, reconciler, clock, currentAccount } = options;
  const cloudConfig = cloudConfigApis[options.cloudConfigVersion];

  return async (request: FastifyRequest, reply: FastifyReply): Promise<Context> => {
    const access = new Access(senderOf(request));
    const lists = listsBySight.of(access.principal);
    const trace = createRequestTrace();
    traces.set(request, trace);
    const caller = callerOf(request);
    const answerSize = createAnswerSize(limits.answerBytes);
    const deadlineMs = deadlineOf(request.headers, maxUpstreamMs);
    const endsAt = clock.now() + deadlineMs;
    const waiter = {
      caller: caller.key,
      request: request.id,
      isUrgent: () => trace.operationType === 'mutation',
      signal: AbortSignal.any([stopping.signalOf(reply), answerSize.signal]),
      end: stopping.signal,
      deadlineMs,
    };
    // It costs the request nothing: what it learns is kept for all.
    const free = upstream.rpc.withContext(waiter);
    const client = upstream.rpc.withContext({
      ...waiter,
      onAttempt: (attempt) => {
        trace.upstreamCalls += 1;
        const { requestId: upstreamRequestId, ...rest } = attempt;
        logger.debug({ requestId: request.id, ...rest, upstreamRequestId }, 'upstream attempt');
      },
      onShared: (shared) => {
        noteShared(trace, shared);
      },
      maxAgeMs: maxAgeOf(request.headers['cache-control']),
      admit: limitCalls(trace, maxUpstreamCalls),
    });
    const rpc = nameAccounts(client);
    const callOptions = (accountId: string) => currentAccount.callOptions(accountId, free);
    const members = {
      access: memberAccess,
      callOptions,
      onRoute: (route: Route) => {
        noteRoute(trace, route);
      },
    };
    let now: Promise<number> | undefined;
    return Object.assign(new LoadersOfRequest(() => createLoaders(rpc, lists, members, cloudConfig), listsBySight), {
      access,
      lists,
      rpc,
      cloudConfig,
      language: languageOf(request.headers['accept-language']),
      mutations,
      isStopping: () => stopping.isStopping,
      now: () => (now ??= (async () => upstream.now())()),
      currentAccountId: async () => {
        const accountId = await currentAccount.accountId(free);
        lists.learnOwnAccount(accountId);
        return accountId;
      },
      callOptions,
      inexactNumbers: inexactNumbersOf(request),
      cursors: options.cursors,
      answerSize,
      caller,
      writes: {},
      ledger,
      reconciler,
      timeLeftMs: () => endsAt - clock.now(),
      requestId: request.id,
      audit: auditMutations({ log: auditLog, logger, requestId: request.id, caller: caller.name }),
      trace,
    });
  };
};
