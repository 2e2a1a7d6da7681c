import 'reflect-metadata';
import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import { GraphQLObjectType, GraphQLSchema, lexicographicSortSchema, print, printSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { resolvers } from '../resolvers';
import { references } from '../resolvers/references';
import { DateTime } from '../schema/scalars';
import { graftSubgraph } from './federation/graft';
import { zeroCosts } from './federation/zeroCosts';

const link = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@cost", "@listSize"])
`;

/** One graph in its three forms. */
export interface Subgraph {
  /** For execution: with `_service` and `_entities`. */
  readonly schema: GraphQLSchema;
  /** The subgraph SDL for composition, with federation directives. */
  readonly sdl: string;
  /** The API as clients see it, without federation. */
  readonly api: string;
}

export interface SubgraphOptions {
  /** False leaves out `node` and `nodes`: other subgraphs of the supergraph may have them. */
  readonly relayNodeFields: boolean;
}

let classes: GraphQLSchema | undefined;

/** type-graphql keeps its metadata for the whole process, so the classes are read once. */
const schemaOfClasses = (): GraphQLSchema =>
  (classes ??= describeRoots(
    buildSchemaSync({
      resolvers,
      validate: false,
      scalarsMap: [{ type: Date, scalar: DateTime }],
    }),
  ));

/** The root types have no classes that could carry a description. */
const describeRoots = (schema: GraphQLSchema): GraphQLSchema => {
  const descriptions = {
    Query: 'What can be read. Where something cannot be, it alone is null, and `errors` tells why.',
    Mutation: 'What can be changed. The payload itself tells how it ended: see `outcome`.',
  };
  for (const [name, description] of Object.entries(descriptions)) {
    const type = schema.getType(name);
    if (type instanceof GraphQLObjectType) type.description = description;
  }
  return schema;
};

/** Builds the subgraph from the classes of `schema/` and `resolvers/`. */
export const buildSubgraph = ({ relayNodeFields }: SubgraphOptions): Subgraph => {
  const all = schemaOfClasses();
  const plain = relayNodeFields ? all : withoutQueryFields(all, ['node', 'nodes']);
  const sdl = `${link}\n${print(zeroCosts(getDocumentNodeFromSchema(lexicographicSortSchema(plain))))}\n`;
  return {
    schema: graftSubgraph(plain, sdl, references),
    sdl,
    api: `${printSchema(lexicographicSortSchema(plain))}\n`,
  };
};

const withoutQueryFields = (schema: GraphQLSchema, names: readonly string[]): GraphQLSchema => {
  const config = schema.toConfig();
  const query = config.query;
  if (query == null) return schema;
  const kept = Object.entries(query.toConfig().fields).filter(([name]) => !names.includes(name));
  const pruned = new GraphQLObjectType({ ...query.toConfig(), fields: Object.fromEntries(kept) });
  return new GraphQLSchema({
    ...config,
    query: pruned,
    types: config.types.filter((type) => type.name !== query.name),
  });
};
