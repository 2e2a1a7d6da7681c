import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../../context';
import { UserError } from '../../errors/UserError';
import type { CallerRates } from '../limits/CallerRates';
import { unexecuted } from './unexecuted';

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
          await rates.takeCalls(caller.key, trace.estimatedCalls);
          taken = trace.estimatedCalls;
          return null;
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          return unexecuted(error, 429, language);
        }
      },
      willSendResponse: async () => {
        await rates.giveBackCalls(caller.key, taken - trace.actualCalls);
      },
    };
  },
});
