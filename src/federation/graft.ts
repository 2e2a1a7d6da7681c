import {
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
} from 'graphql';
import type { Reference } from '../../resolvers/references';
import type { FieldCosts, NamedObject } from '../../schema/costs';
import type { Context } from '../context';
import { readRepresentation, resolveEntities } from './entities';

/**
 * Makes a schema the executable schema of a Federation 2 subgraph by adding `_service` and `_entities` to it.
 *
 * The schema object is kept: building one anew from the printed SDL, as `buildSubgraphSchema` does, would lose every
 * field's `extensions`.
 *
 * @param sdl prints what `_service` returns, once a client asks for it.
 * @param references how each entity is found.
 */
export const graftSubgraph = (
  schema: GraphQLSchema,
  sdl: () => string,
  references: Readonly<Record<string, Reference>>,
): GraphQLSchema => {
  const query = schema.getQueryType();
  if (query == null) throw new Error('A subgraph needs a query type.');
  const entities = Object.keys(references).map((name) => {
    const type = schema.getType(name);
    if (!(type instanceof GraphQLObjectType)) throw new Error(`There is no object type ${name} to be an entity.`);
    return type;
  });

  const any = new GraphQLScalarType({ name: '_Any' });
  const service = new GraphQLObjectType({ name: '_Service', fields: { sdl: { type: GraphQLString } } });
  const entity = new GraphQLUnionType({
    name: '_Entity',
    types: entities,
    // Every entity is an instance of the class that its type is named after.
    resolveType: (value: object) => value.constructor.name,
  });

  const fields = query.toConfig().fields;
  const grafted = new GraphQLObjectType<unknown, Context>({
    ...query.toConfig(),
    fields: {
      ...fields,
      _entities: {
        type: new GraphQLNonNull(new GraphQLList(entity)),
        args: { representations: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(any))) } },
        extensions: { costs: entitiesCosts },
        resolve: (_source, args: { representations: readonly unknown[] }, context) =>
          resolveEntities(references, args.representations, context),
      },
      _service: { type: new GraphQLNonNull(service), resolve: () => ({ sdl: sdl() }) },
    },
  });

  const config = schema.toConfig();
  return new GraphQLSchema({
    ...config,
    query: grafted,
    types: [...config.types.filter((type) => type.name !== query.name), any, service, entity],
  });
};

/** A router computes no cost for `_entities`: it has no directives. */
const entitiesCosts: FieldCosts = {
  keys: { argument: 'representations', read: (value): NamedObject | undefined => readRepresentation(value), most: [] },
};
