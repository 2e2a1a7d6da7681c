import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { getVariableValues } from 'graphql';

/** The most errors of variables that are gathered. */
export const maxVariableErrors = 5;

type Coerced = ReturnType<typeof getVariableValues>;

type Variables = Readonly<Record<string, unknown>>;

/** What was coerced last: several look at the variables of one request, one right after another. */
let last:
  { readonly variables: Variables; readonly operation: OperationDefinitionNode; readonly result: Coerced } | undefined;

const none: Coerced = { coerced: {} };

/** The variables of an operation as its types have them, or what is wrong with them. Coerced once for all who ask right after another. */
export const coerceVariables = (
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Variables,
): Coerced => {
  const { variableDefinitions = [] } = operation;
  if (variableDefinitions.length === 0) return none;
  if (last?.variables === variables && last.operation === operation) return last.result;
  const result = getVariableValues(schema, variableDefinitions, variables, { maxErrors: maxVariableErrors });
  last = { variables, operation, result };
  return result;
};
