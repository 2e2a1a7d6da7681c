import type { Logger } from 'pino';
import { RpcError } from '../../errors/RpcError';
import { causeOf } from '../../observability/causeOf';
import type { Stage } from './Stage';
import { isInternal } from './formatError';

/** Logs the causes of failures, in full if clients see only a mask, and collects the codes of an answer for the line of its request. */
export const requestTrace =
  (logger: Logger): Stage =>
  ({ trace, requestId, traceId }) => {
    const logged = new Set<unknown>();
    return {
      didEncounterErrors: ({ errors }) => {
        for (const error of errors) {
          const origin = error.originalError ?? error;
          const isOfUpstream = origin instanceof RpcError;
          // A failure that several fields share, through a loader, is one failure.
          if (logged.has(origin) || !(isOfUpstream || isInternal(error.toJSON(), error))) continue;
          logged.add(origin);
          const about = { requestId, traceId, operationName: trace.operationName, path: error.path };
          if (isOfUpstream) {
            logger.warn({ ...about, ...causeOf(origin) }, 'upstream call failed');
            continue;
          }
          const { name, message, stack } = origin;
          logger.error({ ...about, error: { name, message, stack } }, 'internal error');
        }
      },
      willSendResponse: ({ response }) => {
        if (response.body.kind !== 'single') return;
        for (const { extensions } of response.body.singleResult.errors ?? []) {
          if (typeof extensions?.code === 'string') trace.errorCodes.push(extensions.code);
        }
      },
    };
  };
