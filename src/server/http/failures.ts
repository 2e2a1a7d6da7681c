import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { NotAuthenticated } from '../../access/NotAuthenticated';
import { toClientError } from '../../errors/ClientError';
import type { GovernanceErrorCode } from '../../errors/GovernanceErrorCode';
import { UserError } from '../../errors/UserError';
import { explanations } from '../../errors/explanations';
import { shorten } from '../../json/shorten';
import { incomingOf } from './Incoming';
import { languageOf } from './language';

/** How a request that failed before GraphQL is reported to the client. */
interface Failure {
  readonly status: number;
  readonly code: GovernanceErrorCode | 'BAD_REQUEST';
  readonly message: string;
}

const badRequest = (message: string): Failure => ({ status: 400, code: 'BAD_REQUEST', message });

const unreadable = badRequest(
  'The request body must be valid JSON in UTF-8; keys named __proto__ or constructor.prototype are refused, too.',
);

/** Failures by the code of Fastify's error, or of ours. */
const failures: ReadonlyMap<string, (request: FastifyRequest) => Failure> = new Map<
  string,
  (request: FastifyRequest) => Failure
>([
  [
    'FST_ERR_CTP_BODY_TOO_LARGE',
    ({ headers }) => ({
      status: 413,
      code: 'LIMIT_EXCEEDED',
      message: `The request body must be at most 100 kB, but got ${came(headers['content-length'], 'bytes') ?? 'more'}.`,
    }),
  ],
  [
    'FST_ERR_CTP_INVALID_MEDIA_TYPE',
    ({ headers }) => ({
      status: 415,
      code: 'BAD_REQUEST',
      message: `The content type must be application/json in UTF-8 and not compressed, but got ${
        [came(headers['content-type']), came(headers['content-encoding'])].filter(Boolean).join(' in ') || 'none'
      }.`,
    }),
  ],
  [
    'FST_ERR_CTP_EMPTY_JSON_BODY',
    () => badRequest('The request body must be a JSON object with a query, but it is empty.'),
  ],
  [
    'BODY_IS_A_LIST',
    ({ body }) =>
      badRequest(
        `The request body must be one JSON object with a query, but got a list of ${(body as unknown[]).length}. Send each operation as a request of its own.`,
      ),
  ],
  ['FST_ERR_CTP_INVALID_JSON_BODY', () => unreadable],
  [
    'FST_ERR_CTP_INVALID_CONTENT_LENGTH',
    () => badRequest('The request body must be as long as its Content-Length says.'),
  ],
  ['FST_ERR_BAD_URL', () => badRequest('The path must be percent-encoded UTF-8, and is not.')],
]);

const internal: Failure = {
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message: explanations.INTERNAL_SERVER_ERROR.en,
};

/** Client text in a message, cut if it is long. */
const came = (text: string | undefined, unit = ''): string | undefined =>
  text && `${shorten(text, 60)}${unit && ` ${unit}`}`;

const bodyOf = ({ message, code }: Failure, { raw }: Pick<FastifyRequest, 'raw'>) => ({
  errors: [{ message, extensions: { code, traceId: incomingOf(raw).traceId } }],
});

/** Refusals of ours with another status than 400. */
const statuses: Partial<Record<GovernanceErrorCode, number>> = { FORBIDDEN: 403, RATE_LIMITED: 429, OVERLOADED: 503 };

/** Prepares the answer to a request that we refuse before GraphQL. @returns its body. */
const refuse = (error: UserError, { headers, raw }: FastifyRequest, reply: FastifyReply): object => {
  const { message, ...extensions } = toClientError(error, languageOf(headers['accept-language']));
  void reply.status(error instanceof NotAuthenticated ? error.status : (statuses[error.code] ?? 400));
  if (error instanceof NotAuthenticated) void reply.header('www-authenticate', 'Bearer');
  if (error.retryAfterMs !== undefined) void reply.header('retry-after', Math.ceil(error.retryAfterMs / 1000));
  return { errors: [{ message, extensions: { ...extensions, traceId: incomingOf(raw).traceId } }] };
};

/** Answers a request that Fastify gave up, or that we refused before GraphQL. */
const answerError =
  (logger: Logger) =>
  (error: FastifyError | UserError, request: FastifyRequest, reply: FastifyReply): void => {
    if (error instanceof UserError) {
      void reply.send(refuse(error, request, reply));
      return;
    }
    const failure = failures.get(error.code)?.(request) ?? (error.statusCode === 400 ? unreadable : internal);
    if (failure === internal) {
      const { name, code, message, stack } = error;
      const { traceId } = incomingOf(request.raw);
      logger.error({ requestId: request.id, traceId, error: { name, code, message, stack } }, 'internal error');
    }
    void reply.status(failure.status).send(bodyOf(failure, request));
  };

const methods = ['GET', 'HEAD', 'POST'];

/** Answers 405 if the path has another method, else 404. */
const answerNotFound = (request: FastifyRequest, reply: FastifyReply): void => {
  const path = request.url.split('?', 1)[0] ?? '';
  const allowed = methods.filter((method) => request.server.hasRoute({ url: path, method }));
  if (allowed.length > 0) {
    const message = `${path} takes ${allowed.join(', ')}, but got ${request.method}.`;
    void reply
      .status(405)
      .header('allow', allowed.join(', '))
      .send(bodyOf({ status: 405, code: 'BAD_REQUEST', message }, request));
    return;
  }
  const message = 'There is nothing here: send GraphQL as POST to /graphql.';
  void reply.status(404).send(bodyOf({ status: 404, code: 'NOT_FOUND', message }, request));
};

/** Lets every failure of a request that HTTP could be read of answer in GraphQL's error shape. */
export const answerFailuresInGraphQLShape = (app: FastifyInstance, logger: Logger): void => {
  app.setErrorHandler(answerError(logger));
  app.setNotFoundHandler(answerNotFound);
};

/** Refuses requests that no route takes before their bodies are read. Preflights were answered before, if they are. */
export const refuseUnknownPaths = (app: FastifyInstance): void => {
  app.addHook('onRequest', (request, reply, done) => {
    if (!request.is404 && request.method !== 'OPTIONS') {
      done();
      return;
    }
    reply.header('connection', 'close');
    answerNotFound(request, reply);
  });
};

/** The same for what fails before a route is looked for; goes into Fastify's options. */
export const earlyFailures = (logger: Logger) => ({
  frameworkErrors: answerError(logger),
  clientErrorHandler: answerUnreadable,
});

/** Answers bytes that are not HTTP, or too many of them, or too slow ones; then the connection ends. */
const answerUnreadable = (error: Error & { code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const failure = unreadableFailures.get(error.code ?? '') ?? badRequest('The request must be HTTP/1.1, and is not.');
  const { message, code } = failure;
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  socket.end(
    [
      `HTTP/1.1 ${failure.status} ${STATUS_CODES[failure.status] ?? ''}`,
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
};

const unreadableFailures: ReadonlyMap<string, Failure> = new Map<string, Failure>([
  [
    'HPE_HEADER_OVERFLOW',
    { status: 431, code: 'LIMIT_EXCEEDED', message: 'The request’s headers must be at most 16 kB, but got more.' },
  ],
  [
    'ERR_HTTP_REQUEST_TIMEOUT',
    {
      status: 408,
      code: 'BAD_REQUEST',
      message: 'The headers of a request must arrive within 10 seconds, and all of it within 15, but did not.',
    },
  ],
]);
