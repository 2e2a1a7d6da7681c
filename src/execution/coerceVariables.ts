import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { getVariableValues } from 'graphql';

/** The most errors of variables that are gathered. */
export const maxVariableErrors = 5;

type Coerced = ReturnType<typeof getVariableValues>;

type Variables = Readonly<Record<string, unknown>>;

/** What was coerced last of the variables of a request: several look at them, one after another. */
const coerced = new WeakMap<Variables, { readonly operation: OperationDefinitionNode; readonly result: Coerced }>();

const none: Coerced = { coerced: {} };

/** The variables of an operation as its types have them, or what is wrong with them. Coerced once for all who ask. */
export const coerceVariables = (
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Variables,
): Coerced => {
  const { variableDefinitions = [] } = operation;
  if (variableDefinitions.length === 0) return none;
  const known = coerced.get(variables);
  if (known?.operation === operation) return known.result;
  const result = getVariableValues(schema, variableDefinitions, variables, { maxErrors: maxVariableErrors });
  coerced.set(variables, { operation, result });
  return result;
};
