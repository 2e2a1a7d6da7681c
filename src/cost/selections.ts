import type { FieldNode, FragmentDefinitionNode, GraphQLObjectType, GraphQLSchema, SelectionNode } from 'graphql';
import { isAbstractType, Kind } from 'graphql';

/** Values that variables must have for a selection to be there. Empty if it always is. */
export type Condition = readonly { readonly variable: string; readonly value: boolean }[];

/** One place where a field is selected. */
export interface Occurrence {
  readonly node: FieldNode;
  /** Also of everything around it. */
  readonly condition: Condition;
}

/** The document around a selection. */
export interface Surroundings {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/**
 * Collects the selected fields of an object, by response name, as execution does. A field that a variable skips or
 * includes keeps its condition.
 *
 * @param parents the selections of the object's own field; for a root type, those of the operation.
 */
export const collectFields = (
  type: GraphQLObjectType,
  parents: readonly { readonly selections: readonly SelectionNode[]; readonly condition: Condition }[],
  around: Surroundings,
): ReadonlyMap<string, readonly Occurrence[]> => {
  const found = new Map<string, Occurrence[]>();

  const collect = (selections: readonly SelectionNode[], outer: Condition): void => {
    for (const selection of selections) {
      const condition = conditionOf(selection, outer);
      if (condition === undefined) continue;
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const occurrences = found.get(name);
        if (occurrences === undefined) found.set(name, [{ node: selection, condition }]);
        else occurrences.push({ node: selection, condition });
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : around.fragments.get(selection.name.value);
      if (fragment === undefined || !matches(fragment.typeCondition?.name.value, type, around)) continue;
      collect(fragment.selectionSet.selections, condition);
    }
  };

  for (const { selections, condition } of parents) collect(selections, condition);
  return found;
};

/** Whether a selection is there. */
export const isIncluded = (conditions: readonly Condition[], variables: Readonly<Record<string, unknown>>): boolean =>
  conditions.some((condition) => condition.every(({ variable, value }) => variables[variable] === value));

/** Undefined for what is never there. */
const conditionOf = ({ directives = [] }: SelectionNode, outer: Condition): Condition | undefined => {
  let condition = outer;
  for (const { name, arguments: given = [] } of directives) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const wanted = name.value === 'include';
    const value = given.find((argument) => argument.name.value === 'if')?.value;
    if (value?.kind === Kind.BOOLEAN && value.value !== wanted) return undefined;
    if (value?.kind === Kind.VARIABLE) condition = [...condition, { variable: value.name.value, value: wanted }];
  }
  return condition;
};

const matches = (name: string | undefined, type: GraphQLObjectType, { schema }: Surroundings): boolean => {
  if (name === undefined || name === type.name) return true;
  const condition = schema.getType(name);
  return isAbstractType(condition) && schema.isSubType(condition, type);
};
