import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Logger } from 'pino';
import type { RequestTrace } from '../../observability/RequestTrace';
import type { Incoming } from './Incoming';
import type { RequestMetrics, RequestOutcome } from './RequestMetrics';

/** The header that has the ID of a request, and of an answer. */
export const idHeader = 'x-request-id';

/** The ID of a request: the client's or the proxy's if it is one, else a new one. */
export const requestIdOf = ({ headers }: Pick<IncomingMessage, 'headers'>): string => {
  const given = headers[idHeader];
  return typeof given === 'string' && /^[\w.:+/=-]{1,128}$/.test(given) ? given : randomUUID();
};

/**
 * Logs one line for a request when it is over, also if its client has gone, counts it, and ends its span. Nothing of another header than
 * that of its ID, of a body or of a variable is in it.
 *
 * @param metrics counts it. Default: nothing does.
 */
export const logWhenOver = (logger: Logger, incoming: Incoming, metrics?: RequestMetrics): void => {
  const { raw, response } = incoming;
  const { socket } = raw;
  const writtenBefore = socket.bytesWritten;
  metrics?.begin();
  response.once('close', () => {
    const aborted = !response.writableFinished;
    const { statusCode } = response;
    const trace = incoming.context?.trace;
    const outcome = aborted ? 'aborted' : outcomeOf(statusCode, trace);
    const durationMs = performance.now() - incoming.startedAt;
    metrics?.end(incoming, outcome, durationMs);
    const status = aborted ? undefined : statusCode;
    incoming.span?.end({ requestId: incoming.id, method: raw.method, status, outcome, ...trace });
    logger.info(
      {
        requestId: incoming.id,
        traceId: incoming.traceId,
        caller: incoming.caller.name,
        method: raw.method,
        path: incoming.path,
        status,
        outcome,
        aborted,
        durationMs: Math.round(durationMs * 10) / 10,
        bytes: socket.bytesWritten - writtenBefore,
        ...trace,
      },
      'request',
    );
  });
};

const outcomeOf = (status: number, trace: RequestTrace | undefined): RequestOutcome => {
  if (status >= 500) return 'failed';
  if (status >= 400) return 'refused';
  return trace !== undefined && trace.errorCodes.length > 0 ? 'errors' : 'ok';
};
