import { collectFields, collectSubFields } from '@graphql-tools/utils';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLAbstractType,
  GraphQLField,
  GraphQLFieldResolver,
  GraphQLLeafType,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import {
  defaultFieldResolver,
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  OperationTypeNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  visit,
} from 'graphql';
import type { Context } from '../context';
import type { Getter } from './getters';
import { getterOf } from './getters';
import { unmeasured } from './measureFields';

/** How a value of one type is completed. A list has the type of its items. */
export type TypePlan = { readonly isNonNull: boolean } & (
  | { readonly kind: 'LEAF'; readonly type: GraphQLLeafType }
  | { readonly kind: 'LIST'; readonly item: TypePlan }
  | { readonly kind: 'OBJECT'; readonly type: GraphQLObjectType }
  | { readonly kind: 'ABSTRACT'; readonly type: GraphQLAbstractType }
);

/** A field of an object, as a document selects it. */
export interface FieldPlan {
  /** Its name in the answer. */
  readonly key: string;
  readonly nodes: readonly FieldNode[];
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, Context>;
  /** Undefined if the value is a property of the object. */
  readonly resolve: GraphQLFieldResolver<unknown, Context> | undefined;
  /** What {@link resolve} reads of an object of a class, if it does nothing else. */
  readonly getter: Getter | undefined;
  /** Whether its value counts in the size of the answer. */
  readonly isMeasured: boolean;
  /** Whether it is a scalar or an enum, or a list of these. */
  readonly isLeaf: boolean;
  readonly type: TypePlan;
  /** What is selected of objects of a type behind it. Planned when the first of them comes. */
  below(type: GraphQLObjectType): readonly FieldPlan[];
}

/** An operation whose selections are collected, for given values of the variables that decide about them. */
export interface OperationPlan {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly fields: readonly FieldPlan[];
}

type Values = Readonly<Record<string, unknown>>;

/** So many plans of one operation are kept, for different values of the variables in `@skip` and `@include`. */
const maxPlans = 8;

/** The plans of one operation. */
class Plans {
  private readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The variables that decide whether something is selected. */
  private readonly deciding: readonly string[];
  private readonly plans = new Map<string, OperationPlan>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {
    this.fragments = Object.fromEntries(
      document.definitions
        .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
        .map((fragment) => [fragment.name.value, fragment]),
    );
    this.deciding = decidingVariables(document);
  }

  for(variables: Values): OperationPlan {
    const key = this.deciding.map((name) => String(variables[name])).join();
    const known = this.plans.get(key);
    if (known !== undefined) return known;
    const decided = Object.fromEntries(this.deciding.map((name) => [name, variables[name]]));
    const plan = this.create(decided);
    if (this.plans.size >= maxPlans) this.plans.clear();
    this.plans.set(key, plan);
    return plan;
  }

  private create(variables: Values): OperationPlan {
    const { schema, operation, fragments } = this;
    const type = schema.getRootType(operation.operation);
    if (type == null) throw new TypeError(`The schema has no ${operation.operation}.`);
    const values = { coerced: variables, sources: {} };
    const collect = (below: GraphQLObjectType, nodes: readonly FieldNode[]) =>
      collectSubFields(schema, fragments, values, below, [...nodes]).fields;
    const { fields } = collectFields(schema, fragments, values, type, operation.selectionSet);
    return { schema, operation, fragments, fields: planFields(schema, type, fields, collect) };
  }
}

type Collect = (type: GraphQLObjectType, nodes: readonly FieldNode[]) => ReadonlyMap<string, readonly FieldNode[]>;

const planFields = (
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  fields: ReadonlyMap<string, readonly FieldNode[]>,
  collect: Collect,
): readonly FieldPlan[] =>
  [...fields].flatMap(([key, nodes]) => {
    const definition = definitionOf(schema, type, nodes[0]?.name.value ?? '');
    return definition === undefined ? [] : [planField(schema, type, { key, nodes, definition }, collect)];
  });

const planField = (
  schema: GraphQLSchema,
  parentType: GraphQLObjectType,
  { key, nodes, definition }: Pick<FieldPlan, 'key' | 'nodes' | 'definition'>,
  collect: Collect,
): FieldPlan => {
  const below = new Map<GraphQLObjectType, readonly FieldPlan[]>();
  const measured = unmeasured(definition);
  const { resolve } = measured ?? definition;
  return {
    key,
    nodes,
    parentType,
    definition,
    resolve: resolve === defaultFieldResolver ? undefined : resolve,
    getter: getterOf(resolve),
    isMeasured: measured !== undefined,
    isLeaf: isLeafType(getNamedType(definition.type)),
    type: planType(definition.type),
    below: (type) => {
      let fields = below.get(type);
      if (fields === undefined) below.set(type, (fields = planFields(schema, type, collect(type, nodes), collect)));
      return fields;
    },
  };
};

const planType = (type: GraphQLOutputType, isNonNull = false): TypePlan => {
  if (isNonNullType(type)) return planType(type.ofType, true);
  if (isListType(type)) return { isNonNull, kind: 'LIST', item: planType(type.ofType) };
  if (isLeafType(type)) return { isNonNull, kind: 'LEAF', type };
  return isObjectType(type) ? { isNonNull, kind: 'OBJECT', type } : { isNonNull, kind: 'ABSTRACT', type };
};

const definitionOf = (
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  name: string,
): GraphQLField<unknown, Context> | undefined => {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return type.getFields()[name];
};

const decidingVariables = (document: DocumentNode): readonly string[] => {
  const found = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) found.add(value.name.value);
    },
  });
  return [...found];
};

/** Assigning to this name sets an object's prototype and adds no member. */
const impossibleKey = '__proto__';

const namesImpossibleKey = (document: DocumentNode): boolean => {
  let isFound = false;
  visit(document, {
    Field: ({ alias }) => {
      isFound ||= alias?.value === impossibleKey;
    },
  });
  return isFound;
};

const known = new WeakMap<OperationDefinitionNode, Plans | null>();

/**
 * The plan of an operation of a valid document.
 *
 * @param variables coerced.
 * @returns undefined for an operation that only graphql-js executes: a mutation, whose fields run one after another, and one with
 *   the alias `__proto__`.
 */
export const planOf = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Values,
): OperationPlan | undefined => {
  let plans = known.get(operation);
  if (plans === undefined) {
    const isPlain = operation.operation === OperationTypeNode.QUERY && !namesImpossibleKey(document);
    known.set(operation, (plans = isPlain ? new Plans(schema, document, operation) : null));
  }
  return plans?.for(variables);
};
