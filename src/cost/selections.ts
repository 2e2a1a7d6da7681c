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

/** Selections of one place in a document. */
interface SelectionSet {
  readonly selections: readonly SelectionNode[];
  /** Also of everything around it. */
  readonly condition: Condition;
}

/** What a document selects of an object. Collected when it is needed, and once for all who need it. */
export class Selected {
  private found: ReadonlyMap<string, readonly Occurrence[]> | undefined;
  private children: Map<readonly Occurrence[], Selected> | undefined;

  /** @param sets the selections of the object's own field; for a root type, those of the operation. */
  constructor(
    readonly type: GraphQLObjectType,
    private readonly sets: readonly SelectionSet[],
    private readonly around: Surroundings,
  ) {}

  /** The selected fields, by response name, as execution collects them. */
  get fields(): ReadonlyMap<string, readonly Occurrence[]> {
    return (this.found ??= collectFields(this.type, this.sets, this.around));
  }

  /** What is selected of the objects behind one of the fields. */
  below(occurrences: readonly Occurrence[], type: GraphQLObjectType): Selected {
    this.children ??= new Map();
    const known = this.children.get(occurrences);
    if (known?.type === type) return known;
    const child = new Selected(type, known?.sets ?? setsOf(occurrences), this.around);
    this.children.set(occurrences, child);
    return child;
  }
}

const setsOf = (occurrences: readonly Occurrence[]): readonly SelectionSet[] => {
  const sets: SelectionSet[] = [];
  for (const { node, condition } of occurrences) {
    if (node.selectionSet !== undefined) sets.push({ selections: node.selectionSet.selections, condition });
  }
  return sets;
};

/** A field that a variable skips or includes keeps its condition. */
const collectFields = (
  type: GraphQLObjectType,
  sets: readonly SelectionSet[],
  around: Surroundings,
): ReadonlyMap<string, readonly Occurrence[]> => {
  const found = new Map<string, Occurrence[]>();
  for (const { selections, condition } of sets) collect(selections, condition, type, around, found);
  return found;
};

const collect = (
  selections: readonly SelectionNode[],
  outer: Condition,
  type: GraphQLObjectType,
  around: Surroundings,
  found: Map<string, Occurrence[]>,
): void => {
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
    collect(fragment.selectionSet.selections, condition, type, around, found);
  }
};

/** Whether a selection is there. */
export const isIncluded = (conditions: readonly Condition[], variables: Readonly<Record<string, unknown>>): boolean =>
  conditions.some((condition) => condition.every(({ variable, value }) => variables[variable] === value));

/** Undefined for what is never there. */
const conditionOf = ({ directives }: SelectionNode, outer: Condition): Condition | undefined => {
  if (directives === undefined || directives.length === 0) return outer;
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
