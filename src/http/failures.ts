import type { FastifyError, FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

/** Requests that fail before GraphQL, by Fastify's code: what the client is told, in GraphQL's own error shape. */
const failures: Readonly<Record<string, { status: number; code: string; message: string }>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'LIMIT_EXCEEDED',
    message: 'The request body must be at most 100 kB.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'BAD_REQUEST',
    message: 'The content type must be application/json.',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    status: 400,
    code: 'BAD_REQUEST',
    message: 'The request body must be a JSON object with a query, but it is empty.',
  },
  FST_ERR_CTP_INVALID_JSON_BODY: {
    status: 400,
    code: 'BAD_REQUEST',
    message: 'The request body must be valid JSON, without __proto__ and constructor.prototype keys.',
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    status: 400,
    code: 'BAD_REQUEST',
    message: 'The request body must be as long as its Content-Length says.',
  },
};

const internal = { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'The gateway failed. The error was logged.' };

/** Lets every failure before GraphQL answer in GraphQL's error shape. */
export const answerFailuresInGraphQLShape = (app: FastifyInstance, logger: Logger): void => {
  const body = (message: string, code: string) => ({ errors: [{ message, extensions: { code } }] });

  app.setErrorHandler(async (error: FastifyError, _request, reply) => {
    const failure =
      failures[error.code] ?? (error.statusCode === 400 ? failures.FST_ERR_CTP_INVALID_JSON_BODY : internal);
    const { status, code, message } = failure ?? internal;
    if (status === 500) {
      logger.error(
        { error: { name: error.name, code: error.code, message: error.message, stack: error.stack } },
        'internal error',
      );
    }
    return reply.status(status).send(body(message, code));
  });

  app.setNotFoundHandler(async (_request, reply) =>
    reply.status(404).send(body('There is nothing here: send GraphQL as POST to /graphql.', 'NOT_FOUND')),
  );
};
