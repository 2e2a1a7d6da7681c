"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "addCostDirectives", {
    enumerable: true,
    get: function() {
        return addCostDirectives;
    }
});
const _graphql = require("graphql");
const _costs = require("../../schema/costs");
const addCostDirectives = (schema, document)=>{
    const inputs = new Set(document.definitions.filter((definition)=>definition.kind === _graphql.Kind.INPUT_OBJECT_TYPE_DEFINITION).map(({ name })=>name.value));
    const roots = new Set([
        'Query',
        'Mutation'
    ]);
    const members = memberWeightsOf(schema);
    const weighted = (0, _graphql.visit)(document, {
        ObjectTypeDefinition: (type)=>{
            const object = schema.getType(type.name.value);
            const fieldsOfType = object !== undefined && 'getFields' in object ? object.getFields() : {};
            const fields = type.fields?.map((field)=>{
                const definition = fieldsOfType[field.name.value];
                const costs = definition && (0, _costs.costsOf)(definition);
                return costs === undefined || (0, _costs.weightOf)(costs) === 0 ? field : withCosts(field, costs);
            });
            return {
                ...roots.has(type.name.value) ? type : free(type),
                fields
            };
        },
        InputObjectTypeDefinition: (type)=>({
                ...type,
                fields: type.fields?.map((field)=>{
                    const weight = members.get(`${type.name.value}.${field.name.value}`);
                    return weight === undefined ? field : {
                        ...field,
                        directives: [
                            ...field.directives ?? [],
                            cost(weight)
                        ]
                    };
                })
            })
    });
    return (0, _graphql.visit)(weighted, {
        // `@cost` may stand on an object type, but on no input type: each place of one carries it.
        InputValueDefinition: (value)=>inputs.has(namedType(value.type)) ? free(value) : undefined
    });
};
/** What members of filters cost, by `Type.member`. */ const memberWeightsOf = (schema)=>{
    const weights = new Map();
    for (const type of Object.values(schema.getTypeMap()).filter(_graphql.isObjectType)){
        for (const { args, extensions } of Object.values(type.getFields())){
            const filter = args.find(({ name })=>name === 'filter');
            if (filter === undefined) continue;
            for (const [member, loads] of Object.entries((0, _costs.costsOf)({
                extensions
            })?.filter?.members ?? {})){
                const place = `${(0, _graphql.getNamedType)(filter.type).name}.${member}`;
                // Fields may share the type of their filters.
                weights.set(place, Math.max(weights.get(place) ?? 0, (0, _costs.countCalls)(loads)));
            }
        }
    }
    return weights;
};
const withCosts = (field, costs)=>{
    const isPage = field.arguments?.some(({ name })=>name.value === 'first') ?? false;
    const weights = {
        // A later page may span two of the upstream's.
        ...isPage ? {
            after: 1
        } : {},
        ...costs.filter === undefined ? {} : {
            filter: (0, _costs.filterWeightOf)(costs)
        }
    };
    return {
        ...field,
        arguments: field.arguments?.map((argument)=>{
            const weight = weights[argument.name.value];
            return weight === undefined ? argument : {
                ...argument,
                directives: [
                    ...argument.directives ?? [],
                    cost(weight)
                ]
            };
        }),
        directives: [
            ...field.directives ?? [],
            ...listSizeOf(field, costs, isPage),
            cost((0, _costs.weightOf)(costs))
        ]
    };
};
const listSizeOf = (field, { size = 1 }, isPage)=>{
    if (isPage) {
        const sized = {
            slicingArguments: '["first"]',
            sizedFields: '["edges", "nodes"]',
            requireOneSlicingArgument: 'false'
        };
        return [
            directive('listSize', sized)
        ];
    }
    return isList(field.type) ? [
        directive('listSize', {
            assumedSize: `${size}`
        })
    ] : [];
};
const isList = (type)=>type.kind === _graphql.Kind.NON_NULL_TYPE ? isList(type.type) : type.kind === _graphql.Kind.LIST_TYPE;
const namedType = (type)=>type.kind === _graphql.Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
const free = (node)=>{
    const directives = node.directives ?? [];
    return directives.some(({ name })=>name.value === 'cost') ? node : {
        ...node,
        directives: [
            ...directives,
            cost(0)
        ]
    };
};
const cost = (weight)=>directive('cost', {
        weight: `${weight}`
    });
/** @param values as GraphQL. */ const directive = (name, values)=>({
        kind: _graphql.Kind.DIRECTIVE,
        name: {
            kind: _graphql.Kind.NAME,
            value: name
        },
        arguments: Object.entries(values).map(([argument, value])=>({
                kind: _graphql.Kind.ARGUMENT,
                name: {
                    kind: _graphql.Kind.NAME,
                    value: argument
                },
                value: (0, _graphql.parseConstValue)(value)
            }))
    });
