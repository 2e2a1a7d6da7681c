import { collectFields, collectSubFields } from '@graphql-tools/utils';
import { getNamedType, getVariableValues, isObjectType, Kind, OperationTypeNode } from 'graphql';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLFormattedError,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import { GovernanceError } from '../../../schema/writing/GovernanceError';
import { toReadBackError } from '../../errors/mutationErrors';
import type { Stage } from './Stage';
import { originOf } from './formatError';

type Data = Record<string, unknown>;

/** Something in the payload of a mutation that could not be read. */
interface NotRead {
  readonly root: string;
  readonly error: GovernanceError;
  readonly formatted: GraphQLFormattedError;
}

/**
 * Moves what could not be read below a mutation's payload out of the answer's `errors`, into the `errors` of the payload
 * and into `extensions.notRead`, which has the paths.
 *
 * Clients such as Apollo Client discard `data` if an answer has `errors`: the outcome would be lost with it, and the
 * mutation sent again.
 */
export const readBackErrors: Stage = ({ language }) => ({
  willSendResponse: ({ response: { body }, errors, operation, document, schema, request }) => {
    if (body.kind !== 'single' || operation?.operation !== OperationTypeNode.MUTATION || !document) return;
    const { singleResult } = body;
    const data = singleResult.data;
    if (data == null || singleResult.errors === undefined) return;
    const moved: NotRead[] = [];
    const kept = singleResult.errors.filter((formatted, index) => {
      const [root, ...below] = formatted.path ?? [];
      if (typeof root !== 'string' || below.length === 0 || data[root] == null) return true;
      const told = toReadBackError(originOf(errors?.[index]), language, namesIn(below));
      moved.push({ root, error: GovernanceError.from(told), formatted });
      return false;
    });
    if (moved.length === 0) return;
    const fragments = Object.fromEntries(
      document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
    );
    const selections = selectErrors(schema, operation, fragments, request.variables ?? {});
    for (const { root, error } of moved) append(data[root] as Data, selections(root), error);
    singleResult.errors = kept.length === 0 ? undefined : kept;
    const notRead = moved.map(({ formatted: { message, path, extensions } }) => ({ message, path, ...extensions }));
    singleResult.extensions = { ...singleResult.extensions, notRead };
  },
});

/** `enrollment.progress`: a path without the positions in lists. */
const namesIn = (path: readonly (string | number)[]): string =>
  path.filter((part) => typeof part === 'string').join('.');

/** How a document selects `errors` of a payload: by the key in the answer, the key and the name of each member. */
type ErrorsSelection = ReadonlyMap<string, readonly (readonly [key: string, name: string])[]>;

const selectErrors = (
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Record<string, FragmentDefinitionNode>,
  variables: Data,
): ((root: string) => ErrorsSelection) => {
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const values = { coerced, sources: {} };
  const below = (type: GraphQLObjectType, nodes: readonly FieldNode[]) =>
    collectSubFields(schema, fragments, values, type, [...nodes]).fields;
  const typeOf = (type: GraphQLObjectType | null | undefined, [node]: readonly FieldNode[]) => {
    const field = node === undefined ? undefined : type?.getFields()[node.name.value];
    const named = field === undefined ? undefined : getNamedType(field.type);
    return isObjectType(named) ? named : undefined;
  };
  const mutation = schema.getMutationType();
  if (mutation == null) return () => new Map();
  const roots = collectFields(schema, fragments, values, mutation, operation.selectionSet).fields;
  return (root) => {
    const nodes = roots.get(root) ?? [];
    const payload = typeOf(mutation, nodes);
    if (payload === undefined) return new Map();
    return new Map(
      [...below(payload, nodes)]
        .filter(([, [node]]) => node?.name.value === 'errors')
        .map(([key, selected]) => {
          const type = typeOf(payload, selected);
          const members = type === undefined ? [] : [...below(type, selected)];
          return [key, members.map(([name, [node]]) => [name, node?.name.value ?? name] as const)];
        }),
    );
  };
};

const append = (payload: Data, selection: ErrorsSelection, error: GovernanceError): void => {
  const values = new Map<string, unknown>([...Object.entries(error), ['__typename', GovernanceError.name]]);
  for (const [key, members] of selection) {
    const told = Object.fromEntries(members.map(([name, member]) => [name, values.get(member) ?? null]));
    const errors: unknown = payload[key];
    payload[key] = Array.isArray(errors) ? [...(errors as unknown[]), told] : [told];
  }
};
