import type { Stage } from './Stage';
import { explainValue } from './explainValue';
import { formatError } from './formatError';

/** Codes of values that do not fit their types: in variables, and in the document. */
const codesOfValues: ReadonlySet<unknown> = new Set(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']);

/** How graphql-js suggests names of the schema, at the end of a message. */
const suggestion = ' Did you mean ';

/** Without regular expressions: a message has whole values of the client, and one could make these slow. */
const withoutSuggestion = (message: string): string => {
  const at = message.endsWith('?') ? message.lastIndexOf(suggestion) : -1;
  return at < 0 ? message : message.slice(0, at);
};

/**
 * Translates errors into the language of the request. Apollo's `formatError` hook, which masks them, does not know the
 * request.
 *
 * @param suggestions whether a message about the document or a value may name other members of the schema.
 */
export const clientErrors =
  (suggestions: boolean): Stage =>
  () => ({
    willSendResponse: ({ response, errors, schema, contextValue: { language } }) => {
      if (response.body.kind !== 'single' || errors === undefined) return;
      const { singleResult } = response.body;
      singleResult.errors = singleResult.errors?.map((formatted, index) => {
        const error = errors[index];
        if (error === undefined) return formatted;
        const told = formatError(error.toJSON(), error, language);
        if (!codesOfValues.has(told.extensions?.code)) return told;
        if (!suggestions) return { ...told, message: withoutSuggestion(told.message) };
        const message = explainValue(told.message, schema, language);
        return message === undefined ? told : { ...told, message };
      });
    },
  });
