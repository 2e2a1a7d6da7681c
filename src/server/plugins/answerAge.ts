import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../../context';

/**
 * Says in `extensions.cache` that upstream answers were given again, how many, and how old the oldest is:
 * `{ "answers": 3, "oldestAgeMs": 4180 }`. Without it every fact was read for this request or beside it.
 */
export const answerAge = (): ApolloServerPlugin<Context> => ({
  requestDidStart: async ({ contextValue: { trace } }) => ({
    willSendResponse: async ({ response: { body } }) => {
      if (body.kind !== 'single' || trace.cached === 0) return;
      const cache = { answers: trace.cached, oldestAgeMs: Math.round(trace.oldestAgeMs ?? 0) };
      body.singleResult.extensions = { ...body.singleResult.extensions, cache };
    },
  }),
});
