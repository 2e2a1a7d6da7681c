import type { ApolloServerPlugin } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import type { Context } from '../../context';
import { toClientError } from '../../errors/ClientError';
import { UserError } from '../../errors/UserError';
import { callerKey } from '../http/caller';
import type { CallerRates } from '../limits/CallerRates';

/**
 * Counts the upstream calls of each caller: what a document may cost before it runs, and what it did cost afterwards. A
 * document that the caller's rate has no room for does not run. It has to come after the plugin that estimates documents.
 */
export const callRate = (rates: CallerRates): ApolloServerPlugin<Context> => ({
  requestDidStart: async ({ contextValue: { caller, trace, language } }) => {
    let taken = 0;
    return {
      responseForOperation: async () => {
        try {
          await rates.takeCalls(callerKey(caller), trace.estimatedCalls);
          taken = trace.estimatedCalls;
          return null;
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          const { message, ...extensions } = toClientError(error, language);
          const headers = new HeaderMap([['retry-after', String(Math.ceil((error.retryAfterMs ?? 0) / 1000))]]);
          return {
            http: { status: 429, headers },
            body: { kind: 'single', singleResult: { errors: [{ message, extensions: { ...extensions } }] } },
          };
        }
      },
      willSendResponse: async () => {
        await rates.giveBackCalls(callerKey(caller), taken - trace.actualCalls);
      },
    };
  },
});
