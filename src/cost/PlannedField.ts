import type { GraphQLField, GraphQLObjectType, ValueNode } from 'graphql';
import { getArgumentValues, getNamedType, GraphQLError, isAbstractType, isObjectType, Kind } from 'graphql';
import type { FieldCosts } from '../../schema/costs';
import { costsOf } from '../../schema/costs';
import { keyFieldsOf } from './keyFields';
import type { Condition, Occurrence, Surroundings } from './selections';
import { collectFields } from './selections';

export type Arguments = Readonly<Record<string, unknown>>;

/** A field of a document that calls something, or leads to one that does. */
export interface PlannedField {
  /** Unique in its plan. */
  readonly id: number;
  /** Its path in the answer, without list indices: `accounts.nodes.payer`. */
  readonly path: string;
  /** Its name in the schema, with that of its type: `Account.payer`. */
  readonly name: string;
  /** Omitted for a field that calls nothing itself. */
  readonly costs?: FieldCosts;
  /** The type of the objects behind it, or of those on its page. */
  readonly objectType: string;
  /** Whether the ID of an account identifies such an object. */
  readonly isKeyedByAccount: boolean;
  /** When it is there: under any of these. Undefined if it always is. */
  readonly conditions: readonly Condition[] | undefined;
  /** When more than keys is selected of the objects behind it. Empty for never, undefined for always. */
  readonly detailConditions: readonly Condition[] | undefined;
  /** When `totalCount` of its page is selected. Empty for never. */
  readonly countConditions: readonly Condition[];
  /** Whether it takes `first`, and what that is by default. */
  readonly defaultSize: number | undefined;
  /** The name of its required argument, which identifies an object. */
  readonly keyArgument: string | undefined;
  /** What it is called with. Undefined if the arguments are wrong, so that it is not executed either. */
  readonly argumentsFor: (variables: Arguments, problems: GraphQLError[]) => Arguments | undefined;
  /** By the type of the object; `*` if there is only one. */
  readonly below: ReadonlyMap<string, readonly PlannedField[]>;
}

/** Plans the fields of an object, and those below them. */
export const planFields = (
  type: GraphQLObjectType,
  parents: Parameters<typeof collectFields>[1],
  around: Surroundings,
  path: readonly string[] = [],
  nextId: () => number = counter(),
): readonly PlannedField[] => {
  const planned: PlannedField[] = [];
  for (const [name, occurrences] of collectFields(type, parents, around)) {
    const field = type.getFields()[occurrences[0]?.node.name.value ?? ''];
    if (field === undefined) continue;
    const one = planField(type, field, occurrences, around, [...path, name], nextId);
    if (one !== undefined) planned.push(one);
  }
  return planned;
};

const planField = (
  parent: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  occurrences: readonly Occurrence[],
  around: Surroundings,
  path: readonly string[],
  nextId: () => number,
): PlannedField | undefined => {
  const costs = costsOf(field);
  const type = getNamedType(field.type);
  const parents = occurrences.flatMap(({ node, condition }) =>
    node.selectionSet === undefined ? [] : [{ selections: node.selectionSet.selections, condition }],
  );
  const id = nextId();
  const below = new Map<string, readonly PlannedField[]>();
  if (isObjectType(type)) below.set('*', planFields(type, parents, around, path, nextId));
  if (isAbstractType(type)) {
    for (const possible of around.schema.getPossibleTypes(type)) {
      below.set(possible.name, planFields(possible, parents, around, path, nextId));
    }
  }
  if (costs === undefined && [...below.values()].every((fields) => fields.length === 0)) return undefined;

  const objectType = isObjectType(type) ? itemTypeOf(type) : undefined;
  return {
    id,
    path: path.join('.'),
    name: `${parent.name}.${field.name}`,
    costs,
    objectType: objectType?.name ?? type.name,
    isKeyedByAccount: objectType !== undefined && isKeyedByAccount(objectType),
    conditions: anyOf(occurrences.map(({ condition }) => condition)),
    detailConditions:
      costs?.details === undefined || !isObjectType(type) ? [] : anyOf(detailsIn(type, parents, around)),
    countConditions: isObjectType(type) ? countsIn(type, parents, around) : [],
    defaultSize: sizeByDefault(field),
    keyArgument: field.args.find(({ type: given }) => given.toString().endsWith('!'))?.name,
    argumentsFor: argumentsOf(field, occurrences),
    below,
  };
};

const counter = (): (() => number) => {
  let last = 0;
  return () => (last += 1);
};

/** Undefined if one of them always holds. */
const anyOf = (conditions: readonly Condition[]): readonly Condition[] | undefined =>
  conditions.some((condition) => condition.length === 0) ? undefined : conditions;

/** The type of the items on a page; any other type itself. */
const itemTypeOf = (type: GraphQLObjectType): GraphQLObjectType => {
  const { nodes } = type.getFields();
  const item = nodes && getNamedType(nodes.type);
  return isObjectType(item) ? item : type;
};

/**
 * Where more is selected of the objects with a key than their keys: then something has to load them. Looks at the object
 * itself, or through a page down to its items. A field that loads something itself finds it by the key.
 */
const detailsIn = (
  type: GraphQLObjectType,
  parents: Parameters<typeof collectFields>[1],
  around: Surroundings,
): readonly Condition[] => {
  const keys = keyFieldsOf(type);
  const found: Condition[] = [];
  for (const occurrences of collectFields(type, parents, around).values()) {
    const field = type.getFields()[occurrences[0]?.node.name.value ?? ''];
    if (field === undefined) continue;
    if (keys !== undefined) {
      const costs = costsOf(field);
      const isLoaded = costs?.loads !== undefined || costs?.page !== undefined;
      if (!keys.has(field.name) && !isLoaded) found.push(...occurrences.map(({ condition }) => condition));
      continue;
    }
    const below = getNamedType(field.type);
    if (!isObjectType(below)) continue;
    const sets = occurrences.flatMap(({ node, condition }) =>
      node.selectionSet === undefined ? [] : [{ selections: node.selectionSet.selections, condition }],
    );
    found.push(...detailsIn(below, sets, around));
  }
  return found;
};

const countsIn = (
  type: GraphQLObjectType,
  parents: Parameters<typeof collectFields>[1],
  around: Surroundings,
): readonly Condition[] =>
  [...collectFields(type, parents, around).values()]
    .flat()
    .filter(({ node }) => node.name.value === 'totalCount')
    .map(({ condition }) => condition);

/** By its federation key; an object without one may still be of one account. */
const isKeyedByAccount = (type: GraphQLObjectType): boolean => {
  const keys = keyFieldsOf(type);
  return 'accountId' in type.getFields() && (keys === undefined || [...keys].join() === 'id,accountId');
};

const sizeByDefault = ({ args }: GraphQLField<unknown, unknown>): number | undefined => {
  const first = args.find(({ name }) => name === 'first');
  return first && Number(first.defaultValue);
};

const argumentsOf = (
  field: GraphQLField<unknown, unknown>,
  [occurrence]: readonly Occurrence[],
): PlannedField['argumentsFor'] => {
  const node = occurrence?.node;
  if (node === undefined || field.args.length === 0) return () => noArguments;
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

const hasVariable = (value: ValueNode): boolean => {
  if (value.kind === Kind.VARIABLE) return true;
  if (value.kind === Kind.LIST) return value.values.some(hasVariable);
  return value.kind === Kind.OBJECT && value.fields.some((member) => hasVariable(member.value));
};
