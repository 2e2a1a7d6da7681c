import { UserError } from '../../errors/UserError';
import type { CallerRates } from '../limits/CallerRates';
import type { Stage } from './Stage';
import { unexecuted } from './unexecuted';

/**
 * Counts the upstream calls of each caller: what a document may cost before it runs, and what it did cost afterwards. A
 * document that the caller's rate has no room for does not run. It has to come after the plugin that estimates documents.
 */
export const callRate =
  (rates: CallerRates): Stage =>
  ({ caller, trace, language }) => {
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
        const spare = taken - trace.actualCalls;
        if (spare !== 0) await rates.giveBackCalls(caller.key, spare);
      },
    };
  };
