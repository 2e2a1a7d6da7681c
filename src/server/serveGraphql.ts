import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { NoSchemaIntrospectionCustomRule } from 'graphql';
import { buildSubgraph } from '../buildSchema';
import type { Context } from '../context';
import { createCostAnalysis } from '../cost/createCostAnalysis';
import { maxVariableErrors } from '../execution/coerceVariables';
import { measureFields } from '../execution/measureFields';
import { createCalling } from '../loaders/cloud-config/calledOperations';
import { cloudConfigApis } from '../loaders/cloud-config/cloudConfigApis';
import type { Exposure, PersistedSettings } from '../settings';
import type { ContextOptions } from './createContext';
import { contextFactory } from './createContext';
import type { Incoming } from './http/Incoming';
import { incomingOf } from './http/Incoming';
import { inexactNumbersIn } from './http/inexactNumbers';
import { KnownDocuments } from './known/KnownDocuments';
import type { KnownAnswerOptions } from './known/KnownQueries';
import { KnownQueries } from './known/KnownQueries';
import type { CallerRates } from './limits/CallerRates';
import { maxValidationErrors } from './limits/fixedLimits';
import { PersistedOperations } from './persisted/PersistedOperations';
import { documentLimits } from './plugins/documentLimits';
import { fieldTraces } from './plugins/fieldTraces';
import { runStages } from './plugins/runStages';
import { sandbox } from './plugins/sandbox';
import type { Stage } from './stages/Stage';
import { answerLimit } from './stages/answerLimit';
import { callRate } from './stages/callRate';
import { clientErrors } from './stages/clientErrors';
import { exactNumbers } from './stages/exactNumbers';
import { answerAge, routes, shortened } from './stages/extensions';
import { formatError } from './stages/formatError';
import { limitCost } from './stages/limitCost';
import { mutationLimits } from './stages/mutationLimits';
import { noSubscriptions } from './stages/noSubscriptions';
import { operationTrace } from './stages/operationTrace';
import { readBackErrors } from './stages/readBackErrors';
import { requestTrace } from './stages/requestTrace';
import { shedExpensive } from './stages/shedExpensive';
import { traceIds } from './stages/traceIds';

/** How much memory the documents that are known may take, bytes. */
const maxDocumentBytes = 32_000_000;

export interface GraphqlOptions extends ContextOptions {
  readonly relayNodeFields: boolean;
  readonly persisted?: PersistedSettings;
  readonly exposure: Exposure;
  readonly rates: CallerRates;
  /** Whether the process has so much to do that expensive queries have to wait. */
  readonly isStrained: () => boolean;
  /** Whether {@link KnownQueries} go past Apollo Server. Default true: a test compares their answers with its own. */
  readonly answersKnown?: boolean;
}

/** What also answers GraphQL, without the routes of Fastify. */
export interface Graphql {
  readonly queries: KnownQueries;
  readonly contextOf: (incoming: Incoming) => Context;
  readonly documents: Pick<KnownDocuments, 'size'>;
}

/** Answers GraphQL over HTTP at `/graphql`: Apollo Server does, except {@link KnownQueries}. */
export const serveGraphql = async (app: FastifyInstance, options: GraphqlOptions): Promise<Graphql> => {
  const { schema } = buildSubgraph(options);
  measureFields(schema);
  const documents = new KnownDocuments(maxDocumentBytes);
  const stages = stagesOf(schema, options);
  const apollo = createApollo(app, options, { schema, documents, stages });
  await apollo.start();
  const contextOf = contextFactory(options);
  const queries = new KnownQueries({ schema, documents, stages });
  const answerAll = fastifyApolloHandler(apollo, {
    context: async ({ raw }) => {
      const incoming = incomingOf(raw);
      return (incoming.context ??= contextOf(incoming));
    },
  });
  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    handler: async (request, reply) => {
      const incoming = incomingOf(request.raw);
      // A stage has refused it already.
      const isRefused = incoming.context !== undefined;
      const isPost = request.method === 'POST' && options.answersKnown !== false && !isRefused;
      const query = isPost ? queries.find(request.body, request.headers) : undefined;
      incoming.inexactNumbers = [
        ...incoming.inexactNumbers,
        ...inexactNumbersIn(request.query as Readonly<Record<string, unknown>>),
      ];
      if (query !== undefined) {
        incoming.context = contextOf(incoming);
        const answer = await queries.answer(query, incoming.context);
        if (answer !== undefined) {
          for (const [name, value] of answer.headers) reply.header(name, value);
          return reply.code(answer.status).header('content-type', answer.type).send(answer.text);
        }
      }
      return answerAll.call(app, request, reply);
    },
  });
  return { queries, contextOf, documents };
};

/** The stages of each operation, in their order: {@link beginStages} runs one after another. */
const stagesOf = (schema: GraphQLSchema, options: GraphqlOptions): readonly Stage[] => {
  const { cloudConfigVersion, maxUpstreamCalls, memberAccess = 'role', logger, limits, rates, exposure } = options;
  const calling = createCalling(cloudConfigApis[cloudConfigVersion], memberAccess);
  const costs = createCostAnalysis({ schema, maxCalls: maxUpstreamCalls, calling, cursors: options.cursors });
  return [
    operationTrace,
    noSubscriptions,
    clientErrors(exposure.suggestions),
    answerLimit,
    exactNumbers,
    limitCost(costs, limits),
    mutationLimits,
    shedExpensive(options.isStrained, maxUpstreamCalls),
    callRate(rates),
    requestTrace(logger),
    readBackErrors,
    answerAge,
    routes,
    shortened,
    traceIds,
  ];
};

const createApollo = (
  app: FastifyInstance,
  { limits, exposure, logger, persisted: settings }: GraphqlOptions,
  { schema, documents, stages }: Pick<KnownAnswerOptions, 'schema' | 'documents' | 'stages'>,
): ApolloServer<Context> => {
  const persisted = new PersistedOperations(settings ?? { mode: 'off', manifest: undefined });
  persisted.limit(app);
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
    documentStore: documents,
    csrfPrevention: true,
    persistedQueries: persisted.cacheOptions,
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => formatError(formatted, error, 'en'),
    logger,
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginCacheControlDisabled(),
      fieldTraces(),
      sandbox(app, exposure),
      limitDocuments.plugin,
      runStages(stages),
    ],
  });
};
