import type { FragmentDefinitionNode, GraphQLNamedType, GraphQLSchema, SelectionSetNode } from 'graphql';
import { getNamedType, isLeafType, isObjectType, Kind, valueFromASTUntyped } from 'graphql';
import { costsOf } from '../../schema/costs';

/** The document around a selection. */
export interface Surroundings {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/**
 * Whether more is selected of the objects with a key than their keys: then something has to tell it. Looked for on the
 * object itself, or through a page down to its items.
 *
 * A field that calls for itself finds all it needs by the key.
 */
export const isTold = (
  { selections }: SelectionSetNode,
  type: GraphQLNamedType | undefined,
  around: Surroundings,
): boolean => {
  const keys = keysOf(type);
  return selections.some((selection) => {
    if (selection.kind !== Kind.FIELD) {
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : around.fragments.get(selection.name.value);
      if (fragment === undefined) return false;
      const name = fragment.typeCondition?.name.value;
      return isTold(fragment.selectionSet, name === undefined ? type : around.schema.getType(name), around);
    }
    const field = isObjectType(type) ? type.getFields()[selection.name.value] : undefined;
    if (field === undefined) return false;
    if (keys !== undefined)
      return !keys.has(field.name) && (costsOf(field)?.loads ?? costsOf(field)?.page) === undefined;
    const below = getNamedType(field.type);
    return !isLeafType(below) && selection.selectionSet !== undefined && isTold(selection.selectionSet, below, around);
  });
};

/** The fields that a key holds, and the global ID that is made of them; undefined for a type without a key. */
const keysOf = (type: GraphQLNamedType | undefined): ReadonlySet<string> | undefined => {
  const key = type?.astNode?.directives?.find(({ name }) => name.value === 'key');
  const fields = key?.arguments?.find(({ name }) => name.value === 'fields')?.value;
  if (fields === undefined) return undefined;
  return new Set(['id', ...String(valueFromASTUntyped(fields)).split(' ')]);
};
