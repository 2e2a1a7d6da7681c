import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context';
import { formatError } from './formatError';

/**
 * Tells errors in the language of the request: Apollo's `formatError` hook, which masks them, does not know whose
 * request it is.
 */
export const clientErrors = (): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ response, errors, contextValue }) => {
      if (response.body.kind !== 'single' || errors === undefined) return;
      const { singleResult } = response.body;
      singleResult.errors = singleResult.errors?.map((formatted, index) => {
        const error = errors[index];
        return error === undefined ? formatted : formatError(error.toJSON(), error, contextValue.language);
      });
    },
  }),
});
