import type { GraphQLResponse } from '@apollo/server';
import { UserError } from '../../errors/UserError';
import type { CallerRates } from '../limits/CallerRates';
import type { Stage } from './Stage';
import { unexecuted } from './unexecuted';

/**
 * Counts the upstream calls of each caller: what a document may cost before it runs, and what it did cost afterwards. A
 * document that the caller's rate has no room for does not run; one that costs nothing always does. It has to come after the plugin that estimates documents.
 */
export const callRate =
  (rates: CallerRates): Stage =>
  ({ caller, trace, language }) => {
    let taken = 0;
    const take = (calls: number): GraphQLResponse | null => {
      try {
        rates.takeCalls(caller.key, calls);
        taken = calls;
        return null;
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return unexecuted(error, 429, language);
      }
    };
    return {
      responseForOperation: () => (trace.estimatedCalls === 0 ? null : take(trace.estimatedCalls)),
      willSendResponse: () => {
        const spare = taken - trace.actualCalls;
        if (spare !== 0) rates.giveBackCalls(caller.key, spare);
      },
    };
  };
