"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "graftSubgraph", {
    enumerable: true,
    get: function() {
        return graftSubgraph;
    }
});
const _graphql = require("graphql");
const _entities = require("./entities");
const graftSubgraph = (schema, sdl, references)=>{
    const query = schema.getQueryType();
    if (query == null) throw new Error('A subgraph needs a query type.');
    const entities = Object.keys(references).map((name)=>{
        const type = schema.getType(name);
        if (!(type instanceof _graphql.GraphQLObjectType)) throw new Error(`There is no object type ${name} to be an entity.`);
        return type;
    });
    const any = new _graphql.GraphQLScalarType({
        name: '_Any'
    });
    const service = new _graphql.GraphQLObjectType({
        name: '_Service',
        fields: {
            sdl: {
                type: _graphql.GraphQLString
            }
        }
    });
    const entity = new _graphql.GraphQLUnionType({
        name: '_Entity',
        types: entities,
        // Every entity is an instance of the class that its type is named after.
        resolveType: (value)=>value.constructor.name
    });
    const fields = query.toConfig().fields;
    const grafted = new _graphql.GraphQLObjectType({
        ...query.toConfig(),
        fields: {
            ...fields,
            _entities: {
                type: new _graphql.GraphQLNonNull(new _graphql.GraphQLList(entity)),
                args: {
                    representations: {
                        type: new _graphql.GraphQLNonNull(new _graphql.GraphQLList(new _graphql.GraphQLNonNull(any)))
                    }
                },
                extensions: {
                    costs: entitiesCosts
                },
                resolve: (_source, args, context)=>(0, _entities.resolveEntities)(references, args.representations, context)
            },
            _service: {
                type: new _graphql.GraphQLNonNull(service),
                resolve: ()=>({
                        sdl
                    })
            }
        }
    });
    const config = schema.toConfig();
    return new _graphql.GraphQLSchema({
        ...config,
        query: grafted,
        types: [
            ...config.types.filter((type)=>type.name !== query.name),
            any,
            service,
            entity
        ]
    });
};
/** A router computes no cost for `_entities`: it has no directives. */ const entitiesCosts = {
    keys: {
        argument: 'representations',
        read: (value)=>(0, _entities.readRepresentation)(value),
        most: []
    }
};
