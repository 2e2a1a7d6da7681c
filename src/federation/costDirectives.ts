import type { ConstDirectiveNode, DocumentNode, FieldDefinitionNode, GraphQLSchema, TypeNode } from 'graphql';
import { getNamedType, isObjectType, Kind, parseConstValue, visit } from 'graphql';
import type { FieldCosts } from '../../schema/costs';
import { costsOf, countCalls, filterWeightOf, weightOf } from '../../schema/costs';

/**
 * Adds `@cost` and `@listSize` to the SDL of a schema, by what its fields declare. What declares nothing is free, though
 * the cost specification would count one for it: an object, an input object.
 */
export const addCostDirectives = (schema: GraphQLSchema, document: DocumentNode): DocumentNode => {
  const inputs = new Set(
    document.definitions
      .filter((definition) => definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)
      .map(({ name }) => name.value),
  );
  const roots = new Set(['Query', 'Mutation']);
  const members = memberWeightsOf(schema);

  const weighted = visit(document, {
    ObjectTypeDefinition: (type) => {
      const object = schema.getType(type.name.value);
      const fieldsOfType = object !== undefined && 'getFields' in object ? object.getFields() : {};
      const fields = type.fields?.map((field) => {
        const definition = fieldsOfType[field.name.value];
        const costs = definition && costsOf(definition);
        return costs === undefined || weightOf(costs) === 0 ? field : withCosts(field, costs);
      });
      return { ...(roots.has(type.name.value) ? type : free(type)), fields };
    },
    InputObjectTypeDefinition: (type) => ({
      ...type,
      fields: type.fields?.map((field) => {
        const weight = members.get(`${type.name.value}.${field.name.value}`);
        return weight === undefined ? field : { ...field, directives: [...(field.directives ?? []), cost(weight)] };
      }),
    }),
  });
  return visit(weighted, {
    // `@cost` may stand on an object type, but on no input type: each place of one carries it.
    InputValueDefinition: (value) => (inputs.has(namedType(value.type)) ? free(value) : undefined),
  });
};

/** What members of filters cost, by `Type.member`. */
const memberWeightsOf = (schema: GraphQLSchema): ReadonlyMap<string, number> => {
  const weights = new Map<string, number>();
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const { args, extensions } of Object.values(type.getFields())) {
      const filter = args.find(({ name }) => name === 'filter');
      if (filter === undefined) continue;
      for (const [member, loads] of Object.entries(costsOf({ extensions })?.filter?.members ?? {})) {
        const place = `${getNamedType(filter.type).name}.${member}`;
        // Fields may share the type of their filters.
        weights.set(place, Math.max(weights.get(place) ?? 0, countCalls(loads)));
      }
    }
  }
  return weights;
};

const withCosts = (field: FieldDefinitionNode, costs: FieldCosts): FieldDefinitionNode => {
  const isPage = field.arguments?.some(({ name }) => name.value === 'first') ?? false;
  const weights: Readonly<Record<string, number>> = {
    // A later page may span two of the upstream's.
    ...(isPage ? { after: 1 } : {}),
    ...(costs.filter === undefined ? {} : { filter: filterWeightOf(costs) }),
    ...costs.argumentWeights,
  };
  return {
    ...field,
    arguments: field.arguments?.map((argument) => {
      const weight = weights[argument.name.value];
      return weight === undefined
        ? argument
        : { ...argument, directives: [...(argument.directives ?? []), cost(weight)] };
    }),
    directives: [...(field.directives ?? []), ...listSizeOf(field, costs, isPage), cost(weightOf(costs))],
  };
};

const listSizeOf = (field: FieldDefinitionNode, { size = 1 }: FieldCosts, isPage: boolean): ConstDirectiveNode[] => {
  if (isPage) {
    const sized = {
      slicingArguments: '["first"]',
      sizedFields: '["edges", "nodes"]',
      requireOneSlicingArgument: 'false',
    };
    return [directive('listSize', sized)];
  }
  return isList(field.type) ? [directive('listSize', { assumedSize: `${size}` })] : [];
};

const isList = (type: TypeNode): boolean =>
  type.kind === Kind.NON_NULL_TYPE ? isList(type.type) : type.kind === Kind.LIST_TYPE;

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));

const free = <N extends { readonly directives?: readonly ConstDirectiveNode[] }>(node: N): N => {
  const directives = node.directives ?? [];
  return directives.some(({ name }) => name.value === 'cost')
    ? node
    : { ...node, directives: [...directives, cost(0)] };
};

const cost = (weight: number): ConstDirectiveNode => directive('cost', { weight: `${weight}` });

/** @param values as GraphQL. */
const directive = (name: string, values: Readonly<Record<string, string>>): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: name },
  arguments: Object.entries(values).map(([argument, value]) => ({
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: argument },
    value: parseConstValue(value),
  })),
});
