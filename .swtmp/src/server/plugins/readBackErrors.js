"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "readBackErrors", {
    enumerable: true,
    get: function() {
        return readBackErrors;
    }
});
const _utils = require("@graphql-tools/utils");
const _graphql = require("graphql");
const _GovernanceError = require("../../../schema/writing/GovernanceError");
const _mutationErrors = require("../../errors/mutationErrors");
const _formatError = require("./formatError");
const readBackErrors = ()=>({
        requestDidStart: async ({ contextValue: { language } })=>({
                willSendResponse: async ({ response: { body }, errors, operation, document, schema, request })=>{
                    if (body.kind !== 'single' || operation?.operation !== _graphql.OperationTypeNode.MUTATION || !document) return;
                    const { singleResult } = body;
                    const data = singleResult.data;
                    if (data == null || singleResult.errors === undefined) return;
                    const moved = [];
                    const kept = singleResult.errors.filter((formatted, index)=>{
                        const [root, ...below] = formatted.path ?? [];
                        if (typeof root !== 'string' || below.length === 0 || data[root] == null) return true;
                        const told = (0, _mutationErrors.toReadBackError)((0, _formatError.originOf)(errors?.[index]), language, namesIn(below));
                        moved.push({
                            root,
                            error: _GovernanceError.GovernanceError.from(told),
                            formatted
                        });
                        return false;
                    });
                    if (moved.length === 0) return;
                    const fragments = Object.fromEntries(document.definitions.flatMap((one)=>one.kind === _graphql.Kind.FRAGMENT_DEFINITION ? [
                            [
                                one.name.value,
                                one
                            ]
                        ] : []));
                    const selections = selectErrors(schema, operation, fragments, request.variables ?? {});
                    for (const { root, error } of moved)append(data[root], selections(root), error);
                    singleResult.errors = kept.length === 0 ? undefined : kept;
                    const notRead = moved.map(({ formatted: { message, path, extensions } })=>({
                            message,
                            path,
                            ...extensions
                        }));
                    singleResult.extensions = {
                        ...singleResult.extensions,
                        notRead
                    };
                }
            })
    });
/** `enrollment.progress`: a path without the positions in lists. */ const namesIn = (path)=>path.filter((part)=>typeof part === 'string').join('.');
const selectErrors = (schema, operation, fragments, variables)=>{
    const { coerced = {} } = (0, _graphql.getVariableValues)(schema, operation.variableDefinitions ?? [], variables);
    const values = {
        coerced,
        sources: {}
    };
    const below = (type, nodes)=>(0, _utils.collectSubFields)(schema, fragments, values, type, [
            ...nodes
        ]).fields;
    const typeOf = (type, [node])=>{
        const field = node === undefined ? undefined : type?.getFields()[node.name.value];
        const named = field === undefined ? undefined : (0, _graphql.getNamedType)(field.type);
        return (0, _graphql.isObjectType)(named) ? named : undefined;
    };
    const mutation = schema.getMutationType();
    if (mutation == null) return ()=>new Map();
    const roots = (0, _utils.collectFields)(schema, fragments, values, mutation, operation.selectionSet).fields;
    return (root)=>{
        const nodes = roots.get(root) ?? [];
        const payload = typeOf(mutation, nodes);
        if (payload === undefined) return new Map();
        return new Map([
            ...below(payload, nodes)
        ].filter(([, [node]])=>node?.name.value === 'errors').map(([key, selected])=>{
            const type = typeOf(payload, selected);
            const members = type === undefined ? [] : [
                ...below(type, selected)
            ];
            return [
                key,
                members.map(([name, [node]])=>[
                        name,
                        node?.name.value ?? name
                    ])
            ];
        }));
    };
};
const append = (payload, selection, error)=>{
    const values = new Map([
        ...Object.entries(error),
        [
            '__typename',
            _GovernanceError.GovernanceError.name
        ]
    ]);
    for (const [key, members] of selection){
        const told = Object.fromEntries(members.map(([name, member])=>[
                name,
                values.get(member) ?? null
            ]));
        const errors = payload[key];
        payload[key] = Array.isArray(errors) ? [
            ...errors,
            told
        ] : [
            told
        ];
    }
};
