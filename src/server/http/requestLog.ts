import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { RequestTrace } from '../../observability/RequestTrace';
import { callerOf } from './caller';

const header = 'x-request-id';

/** The ID of a request: the client's or the proxy's if it is one, else a new one. */
export const requestIdOf = ({ headers }: Pick<IncomingMessage, 'headers'>): string => {
  const given = headers[header];
  return typeof given === 'string' && /^[\w.:+/=-]{1,128}$/.test(given) ? given : randomUUID();
};

/**
 * Logs one line for each request, also if its client has gone, and returns its ID to the client. Nothing of another header, of
 * a body or of a variable is in it.
 */
export const logRequests = (
  app: FastifyInstance,
  logger: Logger,
  traceOf: (request: FastifyRequest) => RequestTrace | undefined,
): void => {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header(header, request.id);
    const { socket } = request.raw;
    const writtenBefore = socket.bytesWritten;
    const startedAt = performance.now();
    reply.raw.once('close', () => {
      const trace = traceOf(request);
      const aborted = !reply.raw.writableFinished;
      const { statusCode } = reply.raw;
      logger.info(
        {
          requestId: request.id,
          caller: callerOf(request).name,
          method: request.method,
          path: request.routeOptions.url,
          ...(aborted ? {} : { status: statusCode }),
          outcome: aborted ? 'aborted' : outcomeOf(statusCode, trace),
          aborted,
          durationMs: Math.round((performance.now() - startedAt) * 10) / 10,
          bytes: socket.bytesWritten - writtenBefore,
          ...trace,
        },
        'request',
      );
    });
    done();
  });
};

const outcomeOf = (status: number, trace: RequestTrace | undefined): 'ok' | 'errors' | 'refused' | 'failed' => {
  if (status >= 500) return 'failed';
  if (status >= 400) return 'refused';
  return trace !== undefined && trace.errorCodes.length > 0 ? 'errors' : 'ok';
};
