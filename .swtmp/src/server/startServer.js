"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
function _export(target, all) {
    for(var name in all)Object.defineProperty(target, name, {
        enumerable: true,
        get: Object.getOwnPropertyDescriptor(all, name).get
    });
}
_export(exports, {
    get maxBodyBytes () {
        return maxBodyBytes;
    },
    get startServer () {
        return startServer;
    }
});
const _server = require("@apollo/server");
const _disabled = require("@apollo/server/plugin/disabled");
const _inlineTrace = require("@apollo/server/plugin/inlineTrace");
const _fastify = require("@as-integrations/fastify");
const _fastify1 = /*#__PURE__*/ _interop_require_default(require("fastify"));
const _graphql = require("graphql");
const _Access = require("../access/Access");
const _Door = require("../access/Door");
const _currentAccount = require("../auth/currentAccount");
const _buildSchema = require("../buildSchema");
const _createCostAnalysis = require("../cost/createCostAnalysis");
const _estimateCost = require("../cost/estimateCost");
const _limitCalls = require("../cost/limitCalls");
const _loaders = require("../loaders");
const _KnownLists = require("../loaders/KnownLists");
const _ListsBySight = require("../loaders/ListsBySight");
const _LoadersOfRequest = require("../loaders/LoadersOfRequest");
const _calledOperations = require("../loaders/cloud-config/calledOperations");
const _cloudConfigApis = require("../loaders/cloud-config/cloudConfigApis");
const _nameAccounts = require("../loaders/nameAccounts");
const _AuditLog = require("../observability/AuditLog");
const _RequestTrace = require("../observability/RequestTrace");
const _cursor = require("../pagination/cursor");
const _clock = require("../rpc/clock");
const _settings = require("../settings");
const _Stopping = require("./Stopping");
const _auditMutations = require("./auditMutations");
const _answers = require("./http/answers");
const _authenticate = require("./http/authenticate");
const _caller = require("./http/caller");
const _connections = require("./http/connections");
const _failures = require("./http/failures");
const _health = require("./http/health");
const _inexactNumbers = require("./http/inexactNumbers");
const _json = require("./http/json");
const _language = require("./http/language");
const _limitRequests = require("./http/limitRequests");
const _maxAge = require("./http/maxAge");
const _pages = require("./http/pages");
const _requestLog = require("./http/requestLog");
const _screening = require("./http/screening");
const _shedLoad = require("./http/shedLoad");
const _wellFormed = require("./http/wellFormed");
const _withoutPublicPath = require("./http/withoutPublicPath");
const _CallerRates = require("./limits/CallerRates");
const _fixedLimits = require("./limits/fixedLimits");
const _measureAnswers = require("./limits/measureAnswers");
const _PersistedOperations = require("./persisted/PersistedOperations");
const _answerLimit = require("./plugins/answerLimit");
const _callRate = require("./plugins/callRate");
const _clientErrors = require("./plugins/clientErrors");
const _documentLimits = require("./plugins/documentLimits");
const _exactNumbers = require("./plugins/exactNumbers");
const _extensions = require("./plugins/extensions");
const _formatError = require("./plugins/formatError");
const _limitCost = require("./plugins/limitCost");
const _mutationLimits = require("./plugins/mutationLimits");
const _noSubscriptions = require("./plugins/noSubscriptions");
const _readBackErrors = require("./plugins/readBackErrors");
const _requestTrace = require("./plugins/requestTrace");
const _sandbox = require("./plugins/sandbox");
function _interop_require_default(obj) {
    return obj && obj.__esModule ? obj : {
        default: obj
    };
}
const maxBodyBytes = 100_000;
/** How long the upstream calls of one request may take together, milliseconds: routers give up after 30 s. */ const maxUpstreamMs = 25_000;
/** So often a stop looks for connections on which nothing is in flight any more. */ const closeSilentEveryMs = 100;
const startServer = async (given)=>{
    const options = {
        ...given,
        door: given.door ?? new _Door.Door({}),
        lists: given.lists ?? new _KnownLists.KnownLists(),
        limits: {
            ..._settings.defaultLimits,
            ...given.limits
        },
        rates: new _CallerRates.CallerRates({
            requestsPerMinute: 0,
            upstreamCallsPerMinute: 0,
            ...given.callers
        }),
        stopping: new _Stopping.Stopping(given.clock ?? _clock.systemClock, {
            ..._Stopping.defaultStopTimes,
            ...given.stopTimes
        })
    };
    const { upstream, logger, stopping } = options;
    (0, _cursor.sealCursorsWith)(options.cursorSecret);
    const connections = {
        ..._connections.defaultConnectionLimits,
        ...options.connections
    };
    const app = (0, _fastify1.default)({
        bodyLimit: maxBodyBytes,
        ...(0, _connections.toFastifyOptions)(connections),
        forceCloseConnections: 'idle',
        // What still arrives on an open connection during a stop is answered, and /readyz there says so.
        return503OnClosing: false,
        rewriteUrl: ({ url = '/' })=>(0, _withoutPublicPath.withoutPublicPath)(url, options.publicPath),
        genReqId: _requestLog.requestIdOf,
        ...(0, _failures.earlyFailures)(logger)
    });
    app.server.maxConnections = connections.maxConnections;
    const closeSilent = (0, _connections.watchConnections)(app.server);
    (0, _requestLog.logRequests)(app, logger, (request)=>traces.get(request));
    await (0, _shedLoad.shedLoad)(app, options.callers?.maxEventLoopDelayMs ?? 0);
    await (0, _answers.secureAnswers)(app);
    await (0, _screening.screenRequests)(app, options);
    app.addHook('onRequest', async (request)=>{
        if (request.routeOptions.url !== '/graphql') return;
        await (0, _authenticate.authenticate)(options.door, request);
        await options.rates.takeRequest((0, _caller.callerKey)((0, _caller.callerOf)(request)));
    });
    (0, _json.takeJsonOnly)(app);
    (0, _limitRequests.limitRequests)(app, options.limits);
    (0, _failures.answerFailuresInGraphQLShape)(app, logger);
    (0, _wellFormed.keepAnswersWellFormed)(app);
    app.addHook('onSend', async (_request, reply)=>{
        reply.header('x-upstream', upstream.name);
        // The client's next request then goes to another replica.
        if (stopping.isStopping) reply.header('connection', 'close');
    });
    const apollo = createApollo(app, options);
    await apollo.start();
    const createContext = contextFactory(options);
    app.route({
        url: '/graphql',
        method: [
            'GET',
            'POST'
        ],
        handler: (0, _fastify.fastifyApolloHandler)(apollo, {
            context: createContext
        })
    });
    (0, _health.serveHealth)(app, stopping, upstream.name);
    (0, _pages.servePages)(app, options);
    try {
        await app.listen({
            host: options.host,
            port: options.port
        });
    } catch (error) {
        await app.close();
        throw error;
    }
    return {
        url: urlOf(app, options.host),
        stop: async ({ drain } = {
            drain: false
        })=>{
            const close = async ()=>{
                const silent = setInterval(closeSilent, closeSilentEveryMs);
                await app.close();
                clearInterval(silent);
            };
            const closeAll = ()=>{
                app.server.closeAllConnections();
            };
            await stopping.run({
                close,
                closeAll
            }, drain);
            await upstream.rpc.close();
        }
    };
};
const createApollo = (app, options)=>{
    const { cloudConfigVersion, relayNodeFields, maxUpstreamCalls, memberAccess = 'role' } = options;
    const { logger, limits, rates, exposure } = options;
    const persisted = new _PersistedOperations.PersistedOperations(options.persisted ?? {
        mode: 'off',
        manifest: undefined
    });
    persisted.limit(app);
    const { schema } = (0, _buildSchema.buildSubgraph)({
        relayNodeFields
    });
    (0, _measureAnswers.measureAnswers)(schema);
    const limitDocuments = (0, _documentLimits.documentLimits)(limits);
    return new _server.ApolloServer({
        schema,
        // Nothing may depend on NODE_ENV.
        nodeEnv: 'production',
        introspection: true,
        includeStacktraceInErrorResponses: false,
        parseOptions: {
            maxTokens: limits.tokens
        },
        validationRules: [
            limitDocuments.rule,
            ...exposure.introspection ? [] : [
                _graphql.NoSchemaIntrospectionCustomRule
            ]
        ],
        validationOptions: {
            maxErrors: _fixedLimits.maxValidationErrors
        },
        executionOptions: {
            maxCoercionErrors: _estimateCost.maxVariableErrors
        },
        csrfPrevention: true,
        persistedQueries: persisted.cacheOptions,
        stopOnTerminationSignals: false,
        formatError: (formatted, error)=>(0, _formatError.formatError)(formatted, error, 'en'),
        logger,
        plugins: [
            (0, _fastify.fastifyApolloDrainPlugin)(app),
            (0, _disabled.ApolloServerPluginCacheControlDisabled)(),
            (0, _inlineTrace.ApolloServerPluginInlineTrace)({
                includeErrors: {
                    masked: true
                }
            }),
            (0, _sandbox.sandbox)(app, exposure),
            limitDocuments.plugin,
            (0, _noSubscriptions.noSubscriptions)(),
            (0, _mutationLimits.mutationLimits)(),
            (0, _clientErrors.clientErrors)(exposure.suggestions),
            (0, _answerLimit.answerLimit)(),
            (0, _exactNumbers.exactNumbers)(),
            (0, _limitCost.limitCost)((0, _createCostAnalysis.createCostAnalysis)({
                schema,
                maxCalls: maxUpstreamCalls,
                calling: (0, _calledOperations.createCalling)(_cloudConfigApis.cloudConfigApis[cloudConfigVersion], memberAccess)
            })),
            (0, _callRate.callRate)(rates),
            (0, _requestTrace.requestTrace)(logger),
            (0, _readBackErrors.readBackErrors)(),
            (0, _extensions.answerAge)(),
            (0, _extensions.routes)(),
            (0, _extensions.shortened)()
        ]
    });
};
/** What each request's log line is made of. */ const traces = new WeakMap();
const contextFactory = (options)=>{
    const { upstream, mutations, maxUpstreamCalls, memberAccess = 'role', limits, stopping, logger } = options;
    const listsBySight = new _ListsBySight.ListsBySight(options.lists);
    const auditLog = options.auditLog ?? (0, _AuditLog.createAuditLog)('stdout');
    const cloudConfig = _cloudConfigApis.cloudConfigApis[options.cloudConfigVersion];
    const currentAccount = new _currentAccount.CurrentAccount(upstream.rpc, Date.now);
    return async (request, reply)=>{
        const access = new _Access.Access((0, _authenticate.senderOf)(request));
        const lists = listsBySight.of(access.principal);
        const trace = (0, _RequestTrace.createRequestTrace)();
        traces.set(request, trace);
        const caller = (0, _caller.callerOf)(request);
        const answerSize = (0, _answerLimit.createAnswerSize)(limits.answerBytes);
        const client = upstream.rpc.withContext({
            caller: (0, _caller.callerKey)(caller),
            request: request.id,
            isUrgent: ()=>trace.operationType === 'mutation',
            signal: AbortSignal.any([
                stopping.signalOf(reply),
                answerSize.signal
            ]),
            end: stopping.signal,
            deadlineMs: maxUpstreamMs,
            onAttempt: (attempt)=>{
                trace.upstreamCalls += 1;
                const { requestId: upstreamRequestId, ...rest } = attempt;
                logger.debug({
                    requestId: request.id,
                    ...rest,
                    upstreamRequestId
                }, 'upstream attempt');
            },
            onShared: (shared)=>{
                (0, _RequestTrace.noteShared)(trace, shared);
            },
            maxAgeMs: (0, _maxAge.maxAgeOf)(request.headers['cache-control']),
            admit: (0, _limitCalls.limitCalls)(trace, maxUpstreamCalls)
        });
        const rpc = (0, _nameAccounts.nameAccounts)(client);
        const callOptions = (accountId)=>currentAccount.callOptions(accountId);
        const members = {
            access: memberAccess,
            callOptions,
            onRoute: (route)=>{
                (0, _RequestTrace.noteRoute)(trace, route);
            }
        };
        let now;
        return Object.assign(new _LoadersOfRequest.LoadersOfRequest(()=>(0, _loaders.createLoaders)(rpc, lists, members, cloudConfig), listsBySight), {
            access,
            lists,
            rpc,
            cloudConfig,
            language: (0, _language.languageOf)(request.headers['accept-language']),
            mutations,
            isStopping: ()=>stopping.isStopping,
            now: ()=>now ??= (async ()=>upstream.now())(),
            currentAccountId: async ()=>{
                const accountId = await currentAccount.accountId();
                lists.learnOwnAccount(accountId);
                return accountId;
            },
            callOptions,
            inexactNumbers: (0, _inexactNumbers.inexactNumbersOf)(request),
            answerSize,
            caller,
            writes: {},
            requestId: request.id,
            audit: (0, _auditMutations.auditMutations)({
                log: auditLog,
                logger,
                requestId: request.id,
                caller: (0, _caller.callerKey)(caller)
            }),
            trace
        });
    };
};
const urlOf = (app, host)=>{
    const address = app.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
};
