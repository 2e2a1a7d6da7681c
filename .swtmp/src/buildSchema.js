"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "buildSubgraph", {
    enumerable: true,
    get: function() {
        return buildSubgraph;
    }
});
require("reflect-metadata");
const _utils = require("@graphql-tools/utils");
const _graphql = require("graphql");
const _typegraphql = require("type-graphql");
const _resolvers = require("../resolvers");
const _references = require("../resolvers/references");
const _scalars = require("../schema/scalars");
const _describeCosts = require("./cost/describeCosts");
const _accessDirectives = require("./federation/accessDirectives");
const _costDirectives = require("./federation/costDirectives");
const _emptyCursors = require("./federation/emptyCursors");
const _enforceAccess = require("./federation/enforceAccess");
const _graft = require("./federation/graft");
const link = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@cost", "@listSize", "@authenticated", "@requiresScopes"])
`;
let classes;
/** type-graphql keeps its metadata for the whole process, so the classes are read once. */ const schemaOfClasses = ()=>classes ??= describe((0, _enforceAccess.enforceAccess)((0, _emptyCursors.acceptEmptyCursors)(readClasses())));
const readClasses = ()=>(0, _typegraphql.buildSchemaSync)({
        resolvers: _resolvers.resolvers,
        validate: false,
        scalarsMap: [
            {
                type: Date,
                scalar: _scalars.DateTime
            }
        ]
    });
/** The root types have no classes that could carry a description. */ const rootDescriptions = {
    Query: 'All data that can be read. If a field cannot be read, only that field is null, and `errors` says why. The calls that descriptions name are upstream calls: the most that a field costs for each object on which it is selected. Fields share calls, a list replaces single reads if it takes fewer calls, and recent responses are cached. Calls of Cloud Config have the names of version 2019-01-08. Version 2020-09-07 and account groups use others instead. Up to two calls of ListAggregators find the group, once per document. Calls of STS are not counted. `extensions.cost` reports the cost of a document.',
    Mutation: 'All changes that can be made. The payload of a mutation says how it ended: see `outcome`. Calls are named and counted as for Query.'
};
/** Adds what no class says: what the root types are, and what fields cost. */ const describe = (schema)=>{
    for (const type of Object.values(schema.getTypeMap())){
        if (!(type instanceof _graphql.GraphQLObjectType)) continue;
        type.description ??= rootDescriptions[type.name];
        for (const field of Object.values(type.getFields())){
            const sentences = [
                field.description,
                (0, _describeCosts.describeCosts)(field)
            ].filter((sentence)=>sentence != null);
            field.description = sentences.join(' ');
        }
    }
    return schema;
};
/** Builds the subgraph from the classes of `schema/` and `resolvers/`. */ const build = (relayNodeFields)=>{
    const all = schemaOfClasses();
    const plain = relayNodeFields ? all : withoutQueryFields(all, [
        'node',
        'nodes'
    ]);
    const sorted = (0, _graphql.lexicographicSortSchema)(plain);
    const sdl = `${link}\n${(0, _graphql.print)((0, _accessDirectives.addAccessDirectives)(plain, (0, _costDirectives.addCostDirectives)(plain, (0, _utils.getDocumentNodeFromSchema)(sorted))))}\n`;
    return {
        schema: (0, _graft.graftSubgraph)(plain, sdl, _references.references),
        sdl,
        get api () {
            return `${(0, _graphql.printSchema)(sorted)}\n`;
        }
    };
};
const built = new Map();
const buildSubgraph = ({ relayNodeFields })=>{
    const subgraph = built.get(relayNodeFields) ?? build(relayNodeFields);
    built.set(relayNodeFields, subgraph);
    return subgraph;
};
const withoutQueryFields = (schema, names)=>{
    const config = schema.toConfig();
    const query = config.query;
    if (query == null) return schema;
    const kept = Object.entries(query.toConfig().fields).filter(([name])=>!names.includes(name));
    const pruned = new _graphql.GraphQLObjectType({
        ...query.toConfig(),
        fields: Object.fromEntries(kept)
    });
    return new _graphql.GraphQLSchema({
        ...config,
        query: pruned,
        types: config.types.filter((type)=>type.name !== query.name)
    });
};
