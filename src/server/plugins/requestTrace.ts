import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from 'pino';
import type { Context } from '../../context';
import { RpcError } from '../../errors/RpcError';
import { shorten } from '../../json/shorten';
import { causeOf } from '../../observability/causeOf';
import { isInternal } from './formatError';

/** Names are the client's to choose, up to the size of a request. */
const maxNameLength = 100;

/** Collects what is logged of a request, and logs the full error if clients see only a mask. */
export const requestTrace = (logger: Logger): ApolloServerPlugin<Context> => ({
  requestDidStart: async ({ contextValue: { trace, requestId } }) => {
    const logged = new Set<unknown>();
    return {
      didResolveSource: async ({ queryHash }) => {
        trace.operationHash = queryHash;
      },
      didResolveOperation: async ({ operationName, operation }) => {
        trace.operationName = operationName == null ? undefined : shorten(operationName, maxNameLength, '');
        trace.operationType = operation?.operation;
      },
      didEncounterErrors: async ({ errors }) => {
        for (const error of errors) {
          const origin = error.originalError ?? error;
          const isOfUpstream = origin instanceof RpcError;
          // A failure that several fields share, through a loader, is one failure.
          if (logged.has(origin) || !(isOfUpstream || isInternal(error.toJSON(), error))) continue;
          logged.add(origin);
          const about = { requestId, operationName: trace.operationName, path: error.path };
          if (isOfUpstream) {
            logger.warn({ ...about, ...causeOf(origin) }, 'upstream call failed');
            continue;
          }
          const { name, message, stack } = origin;
          logger.error({ ...about, error: { name, message, stack } }, 'internal error');
        }
      },
      willSendResponse: async ({ response }) => {
        if (response.body.kind !== 'single') return;
        for (const { extensions } of response.body.singleResult.errors ?? []) {
          if (typeof extensions?.code === 'string') trace.errorCodes.push(extensions.code);
        }
      },
    };
  },
});
