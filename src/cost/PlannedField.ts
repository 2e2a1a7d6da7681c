import type { GraphQLField, GraphQLObjectType, GraphQLSchema, ValueNode } from 'graphql';
import { getArgumentValues, GraphQLError, Kind } from 'graphql';
import type { FieldFacts } from './FieldFacts';
import { factsOf } from './FieldFacts';
import { keyFieldsOf } from './keyFields';
import type { Condition, Occurrence, Selected } from './selections';

export type Arguments = Readonly<Record<string, unknown>>;

/** A field of a document that calls something, or leads to one that does. */
export interface PlannedField {
  /** Unique in its plan. */
  readonly id: number;
  /** Its path in the answer, without list indices: `accounts.nodes.payer`. */
  readonly path: string;
  readonly facts: FieldFacts;
  /** When it is there: under any of these. Undefined if it always is. */
  readonly conditions: readonly Condition[] | undefined;
  /** When more than keys is selected of the objects behind it. Empty for never, undefined for always. */
  readonly detailConditions: readonly Condition[] | undefined;
  /** When `totalCount` of its page is selected. Empty for never. */
  readonly countConditions: readonly Condition[];
  /** What it is called with. Undefined if the arguments are wrong, so that it is not executed either. */
  readonly argumentsFor: (variables: Arguments, problems: GraphQLError[]) => Arguments | undefined;
  /** By the type of the object; `*` if there is only one. */
  readonly below: ReadonlyMap<string, readonly PlannedField[]>;
}

/** Plans the fields of an object, and those below them. */
export const planFields = (
  selected: Selected,
  schema: GraphQLSchema,
  path = '',
  nextId: () => number = counter(),
): readonly PlannedField[] => {
  const planned: PlannedField[] = [];
  const fields = selected.type.getFields();
  for (const [name, occurrences] of selected.fields) {
    const field = fields[occurrences[0]?.node.name.value ?? ''];
    if (field === undefined) continue;
    const one = planField(selected, field, occurrences, schema, path === '' ? name : `${path}.${name}`, nextId);
    if (one !== undefined) planned.push(one);
  }
  return planned;
};

const planField = (
  parent: Selected,
  field: GraphQLField<unknown, unknown>,
  occurrences: readonly Occurrence[],
  schema: GraphQLSchema,
  path: string,
  nextId: () => number,
): PlannedField | undefined => {
  const facts = factsOf(parent.type, field);
  const { costs, object, abstract } = facts;
  if (costs === undefined && object === undefined && abstract === undefined) return undefined;
  const id = nextId();
  const below = new Map<string, readonly PlannedField[]>();
  let planned = 0;
  const planBelow = (key: string, objectType: GraphQLObjectType): void => {
    const fields = planFields(parent.below(occurrences, objectType), schema, path, nextId);
    below.set(key, fields);
    planned += fields.length;
  };
  if (object !== undefined) planBelow('*', object);
  if (abstract !== undefined) for (const one of schema.getPossibleTypes(abstract)) planBelow(one.name, one);
  if (costs === undefined && planned === 0) return undefined;

  const selected = object === undefined ? undefined : parent.below(occurrences, object);
  return {
    id,
    path,
    facts,
    conditions: conditionsOf(occurrences),
    detailConditions: costs?.details === undefined || selected === undefined ? [] : anyOf(detailsIn(selected)),
    countConditions: selected === undefined ? [] : countsIn(selected),
    argumentsFor: argumentsOf(field, occurrences),
    below,
  };
};

const counter = (): (() => number) => {
  let last = 0;
  return () => (last += 1);
};

const conditionsOf = (occurrences: readonly Occurrence[]): readonly Condition[] | undefined =>
  occurrences.some(({ condition }) => condition.length === 0)
    ? undefined
    : occurrences.map(({ condition }) => condition);

/** Undefined if one of them always holds. */
const anyOf = (conditions: readonly Condition[]): readonly Condition[] | undefined =>
  conditions.some((condition) => condition.length === 0) ? undefined : conditions;

/**
 * Where more is selected of the objects with a key than their keys: then something has to load them. Looks at the object
 * itself, or through a page down to its items. A field that loads something itself finds it by the key.
 */
const detailsIn = (selected: Selected, found: Condition[] = []): readonly Condition[] => {
  const { type } = selected;
  const keys = keyFieldsOf(type);
  for (const occurrences of selected.fields.values()) {
    const field = type.getFields()[occurrences[0]?.node.name.value ?? ''];
    if (field === undefined) continue;
    const { costs, object } = factsOf(type, field);
    if (keys !== undefined) {
      const isLoaded = costs?.loads !== undefined || costs?.page !== undefined;
      if (!keys.has(field.name) && !isLoaded) for (const { condition } of occurrences) found.push(condition);
      continue;
    }
    if (object !== undefined) detailsIn(selected.below(occurrences, object), found);
  }
  return found;
};

const countsIn = (selected: Selected): readonly Condition[] => {
  const found: Condition[] = [];
  for (const occurrences of selected.fields.values()) {
    for (const { node, condition } of occurrences) if (node.name.value === 'totalCount') found.push(condition);
  }
  return found;
};

const argumentsOf = (
  field: GraphQLField<unknown, unknown>,
  [occurrence]: readonly Occurrence[],
): PlannedField['argumentsFor'] => {
  const node = occurrence?.node;
  if (node === undefined || field.args.length === 0) return takesNone;
  const read: PlannedField['argumentsFor'] = (variables, problems) => {
    try {
      return getArgumentValues(field, node, variables);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      problems.push(error);
      return undefined;
    }
  };
  if (node.arguments?.some(({ value }) => hasVariable(value)) === true) return read;
  const problems: GraphQLError[] = [];
  const constant = read({}, problems);
  return (_variables, found) => {
    found.push(...problems);
    return constant;
  };
};

const noArguments: Arguments = {};
const takesNone = (): Arguments => noArguments;

const hasVariable = (value: ValueNode): boolean => {
  if (value.kind === Kind.VARIABLE) return true;
  if (value.kind === Kind.LIST) return value.values.some(hasVariable);
  return value.kind === Kind.OBJECT && value.fields.some((member) => hasVariable(member.value));
};
