import 'reflect-metadata';
import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import { GraphQLObjectType, GraphQLSchema, lexicographicSortSchema, print, printSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { resolvers } from '../resolvers';
import { references } from '../resolvers/references';
import { DateTime } from '../schema/scalars';
import { describeCosts } from './cost/describeCosts';
import { noteGetters } from './execution/getters';
import { addAccessDirectives } from './federation/accessDirectives';
import { addCostDirectives } from './federation/costDirectives';
import { acceptEmptyCursors } from './federation/emptyCursors';
import { enforceAccess } from './federation/enforceAccess';
import { graftSubgraph } from './federation/graft';

const link = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@cost", "@listSize", "@authenticated", "@requiresScopes"])
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
  /** False omits `node` and `nodes`: other subgraphs of the supergraph may have them. */
  readonly relayNodeFields: boolean;
}

let classes: GraphQLSchema | undefined;

/** type-graphql keeps its metadata for the whole process, so the classes are read once. */
const schemaOfClasses = (): GraphQLSchema =>
  (classes ??= describe(enforceAccess(acceptEmptyCursors(noteGetters(readClasses())))));

const readClasses = (): GraphQLSchema =>
  buildSchemaSync({
    resolvers,
    validate: false,
    // The check runs an introspection query, a tenth of the start. Apollo Server validates the schema, too.
    skipCheck: true,
    scalarsMap: [{ type: Date, scalar: DateTime }],
  });

/** The root types have no classes that could carry a description. */
const rootDescriptions: Readonly<Record<string, string>> = {
  Query:
    'All data that can be read. If a field cannot be read, only that field is null, and `errors` says why. The calls that descriptions name are upstream calls: the most that a field costs for each object on which it is selected. Fields share calls, a list replaces single reads if it takes fewer calls, and recent responses are cached. Calls of Cloud Config have the names of version 2019-01-08. Version 2020-09-07 and account groups use others instead. Up to two calls of ListAggregators find the group, once per document. Calls of STS are not counted. `extensions.cost` reports the cost of a document.',
  Mutation:
    'All changes that can be made. The payload of a mutation says how it ended: see `outcome`. Calls are named and counted as for Query.',
};

/** Adds what no class says: what the root types are, and what fields cost. */
const describe = (schema: GraphQLSchema): GraphQLSchema => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType)) continue;
    type.description ??= rootDescriptions[type.name];
    for (const field of Object.values(type.getFields())) {
      const sentences = [field.description, describeCosts(field)].filter((sentence) => sentence != null);
      field.description = sentences.join(' ');
    }
  }
  return schema;
};

/** Builds the subgraph from the classes of `schema/` and `resolvers/`. */
const build = (relayNodeFields: boolean): Subgraph => {
  const all = schemaOfClasses();
  const plain = relayNodeFields ? all : withoutQueryFields(all, ['node', 'nodes']);
  // Printing takes a tenth of the start, and only routers ask for it.
  let printed: string | undefined;
  const sdl = (): string => (printed ??= printSubgraph(plain));
  return {
    schema: graftSubgraph(plain, sdl, references),
    get sdl() {
      return sdl();
    },
    get api() {
      return `${printSchema(lexicographicSortSchema(plain))}\n`;
    },
  };
};

const printSubgraph = (plain: GraphQLSchema): string => {
  const document = getDocumentNodeFromSchema(lexicographicSortSchema(plain));
  return `${link}\n${print(addAccessDirectives(plain, addCostDirectives(plain, document)))}\n`;
};

const built = new Map<boolean, Subgraph>();

/** The subgraph of the classes of `schema/` and `resolvers/`. Built once for each choice of the options. */
export const buildSubgraph = ({ relayNodeFields }: SubgraphOptions): Subgraph => {
  const subgraph = built.get(relayNodeFields) ?? build(relayNodeFields);
  built.set(relayNodeFields, subgraph);
  return subgraph;
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
