import type {
  ConstDirectiveNode,
  DirectiveNode,
  DocumentNode,
  FieldNode,
  GraphQLArgument,
  GraphQLField,
  GraphQLInputType,
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionSetNode,
  ValueNode,
} from 'graphql';
import {
  buildASTSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  parse,
  valueFromASTUntyped,
} from 'graphql';

/**
 * Estimates the cost of a document by the rules of Apollo Router's static estimate: a field costs its own weight, or
 * its type's, plus its selections, all times the length of the list, plus its arguments.
 *
 * @throws Error for a list whose items cost something and whose length is unknown.
 */
export const createEstimator = (sdl: string): ((document: string) => number) => {
  // The directives are read from the syntax tree. Federation's own definitions are not needed for that.
  const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
  return (document) => {
    const parsed = parse(document);
    const [operation] = parsed.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION)
      throw new Error('Expected a document that starts with its operation.');
    const root = schema.getRootType(operation.operation);
    if (root == null) throw new Error(`No type for ${operation.operation}.`);
    return costOfSelections({ schema, document: parsed }, operation.selectionSet, root, new Map());
  };
};

interface Estimation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
}

type Composite = GraphQLObjectType | GraphQLInterfaceType;

const costOfSelections = (
  estimation: Estimation,
  { selections }: SelectionSetNode,
  parent: Composite,
  sizes: ReadonlyMap<string, number>,
): number => {
  const costs = selections.map((selection) => {
    if (selection.kind === Kind.FIELD) return costOfField(estimation, selection, parent, sizes);
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentOf(estimation, selection.name.value);
    const name = fragment.typeCondition?.name.value;
    return costOfSelections(
      estimation,
      fragment.selectionSet,
      name === undefined ? parent : compositeOf(estimation, name),
      sizes,
    );
  });
  return sum(costs);
};

const costOfField = (
  estimation: Estimation,
  node: FieldNode,
  parent: Composite,
  sizes: ReadonlyMap<string, number>,
): number => {
  if (node.name.value === '__typename') return 0;
  const field = parent.getFields()[node.name.value];
  if (field === undefined) throw new Error(`No field ${parent.name}.${node.name.value}.`);

  const listSize = directiveOf(field.astNode?.directives, 'listSize');
  const size = listSize && sizeOf(listSize, node, field);
  const sizedFields = (listSize && (argumentOf(listSize, 'sizedFields') as string[] | undefined)) ?? [];
  const childSizes = new Map(size === undefined ? [] : sizedFields.map((name) => [name, size]));

  const type = getNamedType(field.type);
  const below =
    node.selectionSet === undefined || isLeafType(type)
      ? 0
      : costOfSelections(estimation, node.selectionSet, type as Composite, childSizes);
  const item = weightOfField(field) + below;
  const length = isList(field.type) ? (sizes.get(field.name) ?? size) : 1;
  if (length === undefined && item > 0) throw new Error(`Nothing tells how long ${parent.name}.${field.name} is.`);

  const given = (node.arguments ?? []).map(({ name, value }) => {
    const argument = field.args.find((candidate) => candidate.name === name.value);
    if (argument === undefined) throw new Error(`No argument ${parent.name}.${field.name}(${name.value}).`);
    return costOfValue(value, argument);
  });
  return (length ?? 0) * item + sum(given);
};

/** The weight that a field names itself, or else its type's. */
const weightOfField = (field: GraphQLField<unknown, unknown>): number => {
  const type = getNamedType(field.type);
  return (
    weightOf(field.astNode?.directives) ??
    weightOf(isInterfaceType(type) ? undefined : type.astNode?.directives) ??
    (isLeafType(type) ? 0 : 1)
  );
};

interface Input {
  readonly type: GraphQLInputType;
  readonly astNode?: GraphQLArgument['astNode'];
}

const costOfValue = (value: ValueNode, input: Input): number => {
  const weight = weightOf(input.astNode?.directives);
  const type = getNamedType(input.type);
  switch (value.kind) {
    case Kind.NULL:
      return 0;
    case Kind.LIST:
      return (weight ?? 0) + sum(value.values.map((item) => costOfValue(item, input)));
    case Kind.OBJECT: {
      if (!isInputObjectType(type)) return weight ?? 0;
      const members = value.fields.map(({ name, value: member }) => {
        const field = type.getFields()[name.value];
        if (field === undefined) throw new Error(`No member ${type.name}.${name.value}.`);
        return costOfValue(member, field);
      });
      return (weight ?? 1) + sum(members);
    }
    default:
      return weight ?? 0;
  }
};

/** The largest slicing argument that is given or has a default; the assumed size if there is none. */
const sizeOf = (
  listSize: ConstDirectiveNode,
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
): number | undefined => {
  const names = (argumentOf(listSize, 'slicingArguments') as string[] | undefined) ?? [];
  const slices = names.flatMap((name) => {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    const given: unknown = value === undefined ? undefined : valueFromASTUntyped(value);
    const size = given ?? field.args.find((argument) => argument.name === name)?.defaultValue;
    return typeof size === 'number' ? [size] : [];
  });
  return slices.length > 0 ? Math.max(...slices) : (argumentOf(listSize, 'assumedSize') as number | undefined);
};

const weightOf = (directives: readonly DirectiveNode[] | undefined): number | undefined => {
  const cost = directiveOf(directives, 'cost');
  return cost && (argumentOf(cost, 'weight') as number);
};

const directiveOf = (directives: readonly DirectiveNode[] | undefined, name: string): ConstDirectiveNode | undefined =>
  directives?.find((directive): directive is ConstDirectiveNode => directive.name.value === name);

const argumentOf = ({ arguments: given = [] }: ConstDirectiveNode, name: string): unknown => {
  const value = given.find((argument) => argument.name.value === name)?.value;
  return value && valueFromASTUntyped(value);
};

const fragmentOf = ({ document }: Estimation, name: string) => {
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name) return definition;
  }
  throw new Error(`No fragment ${name}.`);
};

const compositeOf = ({ schema }: Estimation, name: string): Composite => {
  const type = schema.getType(name);
  if (isObjectType(type) || isInterfaceType(type)) return type;
  throw new Error(`No object type ${name}.`);
};

const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));

const sum = (costs: readonly number[]): number => costs.reduce((total, cost) => total + cost, 0);
