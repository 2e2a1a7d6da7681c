"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "addAccessDirectives", {
    enumerable: true,
    get: function() {
        return addAccessDirectives;
    }
});
const _graphql = require("graphql");
const _access = require("../../schema/access");
const addAccessDirectives = (schema, document)=>{
    const [query, mutation] = [
        schema.getQueryType(),
        schema.getMutationType()
    ];
    return (0, _graphql.visit)(document, {
        ObjectTypeDefinition: (type)=>{
            const root = [
                query,
                mutation
            ].find((one)=>one?.name === type.name.value);
            if (root == null) {
                const isEntity = type.directives?.some(({ name })=>name.value === 'key') ?? false;
                if (!isEntity) return undefined;
                return {
                    ...type,
                    directives: [
                        ...type.directives ?? [],
                        authenticated,
                        requiresScope('governance:read')
                    ]
                };
            }
            const definitions = root.getFields();
            const fields = type.fields?.map((field)=>{
                const definition = definitions[field.name.value];
                const scope = (definition && (0, _access.accessOf)(definition)?.scope) ?? 'governance:read';
                return {
                    ...field,
                    directives: [
                        ...field.directives ?? [],
                        requiresScope(scope)
                    ]
                };
            });
            return {
                ...type,
                fields
            };
        }
    });
};
const authenticated = {
    kind: _graphql.Kind.DIRECTIVE,
    name: {
        kind: _graphql.Kind.NAME,
        value: 'authenticated'
    }
};
const requiresScope = (scope)=>({
        kind: _graphql.Kind.DIRECTIVE,
        name: {
            kind: _graphql.Kind.NAME,
            value: 'requiresScopes'
        },
        arguments: [
            {
                kind: _graphql.Kind.ARGUMENT,
                name: {
                    kind: _graphql.Kind.NAME,
                    value: 'scopes'
                },
                value: (0, _graphql.parseConstValue)(`[[${JSON.stringify(scope)}]]`)
            }
        ]
    });
