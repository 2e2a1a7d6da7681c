import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode, GraphQLError, ValidationRule } from 'graphql';
import { Kind } from 'graphql';
import type { Context } from '../../context';
import type { RequestLimits } from '../../settings';
import { checkDocument } from '../limits/checkDocument';
import { dropTokens } from '../limits/dropTokens';

/**
 * Refuses documents that are too large, before the rules of graphql-js see them: some of those cost the square of a
 * document's length. In place of such a document, an empty one is validated, for which the rule here reports the problems.
 */
export const documentLimits = (
  limits: RequestLimits,
): { readonly plugin: ApolloServerPlugin<Context>; readonly rule: ValidationRule } => {
  const problemsOf = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  return {
    plugin: {
      requestDidStart: async () => ({
        validationDidStart: async (request) => {
          dropTokens(request.document);
          const problems = checkDocument(request.schema, request.document, limits);
          if (problems.length === 0) return;
          const refused: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };
          problemsOf.set(refused, problems);
          Object.assign(request, { document: refused });
        },
      }),
    },
    rule: (context) => ({
      Document: (document) => {
        for (const problem of problemsOf.get(document) ?? []) context.reportError(problem);
      },
    }),
  };
};
