import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../../context';
import { explainValue } from './explainValue';
import { formatError } from './formatError';

/** Codes of values that do not fit their types: in variables, and in the document. */
const codesOfValues: ReadonlySet<unknown> = new Set(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']);

/**
 * Tells errors in the language of the request: Apollo's `formatError` hook, which masks them, does not know whose
 * request it is.
 */
export const clientErrors = (): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ response, errors, schema, contextValue: { language } }) => {
      if (response.body.kind !== 'single' || errors === undefined) return;
      const { singleResult } = response.body;
      singleResult.errors = singleResult.errors?.map((formatted, index) => {
        const error = errors[index];
        if (error === undefined) return formatted;
        const told = formatError(error.toJSON(), error, language);
        const isOfAValue = codesOfValues.has(told.extensions?.code);
        const message = isOfAValue ? explainValue(told.message, schema, language) : undefined;
        return message === undefined ? told : { ...told, message };
      });
    },
  }),
});
