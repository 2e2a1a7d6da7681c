import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from 'pino';
import type { Context } from '../context';
import { isInternal } from './formatError';

/** Notes what is logged of a request; and logs, in full, errors that nobody outside is told of. */
export const requestTrace = (logger: Logger): ApolloServerPlugin<Context> => ({
  requestDidStart: async ({ contextValue: { trace } }) => ({
    didResolveOperation: async ({ operationName, operation }) => {
      trace.operationName = operationName ?? undefined;
      trace.operationType = operation?.operation;
    },
    didEncounterErrors: async ({ errors }) => {
      for (const error of errors) {
        if (!isInternal(error.toJSON(), error)) continue;
        const { name, message, stack } = error.originalError ?? error;
        logger.error(
          { operationName: trace.operationName, path: error.path, error: { name, message, stack } },
          'internal error',
        );
      }
    },
    willSendResponse: async ({ response }) => {
      if (response.body.kind !== 'single') return;
      for (const { extensions } of response.body.singleResult.errors ?? []) {
        if (typeof extensions?.code === 'string') trace.errorCodes.push(extensions.code);
      }
    },
  }),
});
