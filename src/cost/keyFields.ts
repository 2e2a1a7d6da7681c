import type { GraphQLObjectType } from 'graphql';
import { valueFromASTUntyped } from 'graphql';

const known = new WeakMap<GraphQLObjectType, ReadonlySet<string> | null>();

/** The fields of a type's federation key, and the global ID that is made of them. Undefined for a type without a key. */
export const keyFieldsOf = (type: GraphQLObjectType): ReadonlySet<string> | undefined => {
  const found = known.get(type) ?? read(type);
  known.set(type, found);
  return found ?? undefined;
};

const read = ({ astNode }: GraphQLObjectType): ReadonlySet<string> | null => {
  const key = astNode?.directives?.find(({ name }) => name.value === 'key');
  const fields = key?.arguments?.find(({ name }) => name.value === 'fields')?.value;
  return fields === undefined ? null : new Set(['id', ...String(valueFromASTUntyped(fields)).split(' ')]);
};
