"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "mutationLimits", {
    enumerable: true,
    get: function() {
        return mutationLimits;
    }
});
const _utils = require("@graphql-tools/utils");
const _graphql = require("graphql");
const _UserError = require("../../errors/UserError");
const _fixedLimits = require("../limits/fixedLimits");
const _refusal = require("./refusal");
const mutationLimits = ()=>({
        requestDidStart: async ()=>({
                didResolveOperation: async ({ schema, document, operation, request: { variables = {} } })=>{
                    const type = schema.getMutationType();
                    if (operation?.operation !== _graphql.OperationTypeNode.MUTATION || type == null) return;
                    const { coerced } = (0, _graphql.getVariableValues)(schema, operation.variableDefinitions ?? [], variables, {
                        maxErrors: 1
                    });
                    // The execution refuses wrong variables, and does nothing either.
                    if (coerced === undefined) return;
                    const fragments = Object.fromEntries(document.definitions.filter((one)=>one.kind === _graphql.Kind.FRAGMENT_DEFINITION).map((one)=>[
                            one.name.value,
                            one
                        ]));
                    const { fields } = (0, _utils.collectFields)(schema, fragments, {
                        coerced,
                        sources: {}
                    }, type, operation.selectionSet);
                    if (fields.size > _fixedLimits.maxMutationFields) throw (0, _refusal.refusal)(tooMany(fields.size));
                    const irreversible = [];
                    for (const [node] of fields.values()){
                        const field = node && type.getFields()[node.name.value];
                        if (node === undefined || field === undefined) continue;
                        if (isIrreversible(field)((0, _graphql.getArgumentValues)(field, node, coerced))) irreversible.push(field.name);
                    }
                    if (irreversible.length > 1) throw (0, _refusal.refusal)(tooFinal(irreversible));
                }
            })
    });
const never = ()=>false;
const isIrreversible = ({ extensions })=>extensions.isIrreversible ?? never;
const tooMany = (came)=>new _UserError.UserError('LIMIT_EXCEEDED', {
        en: `A document must have at most ${_fixedLimits.maxMutationFields} mutation fields, but has ${came}. Nothing was done. Split the document.`,
        zh: `文档最多可包含 ${_fixedLimits.maxMutationFields} 个变更字段，但此文档有 ${came} 个。未执行任何变更，请拆分文档。`
    });
const tooFinal = (names)=>new _UserError.UserError('LIMIT_EXCEEDED', {
        en: `A document must have at most one mutation that cannot be undone, but has ${names.length}: ${names.join(', ')}. Nothing was done. Send each in a document of its own.`,
        zh: `文档最多可包含一个无法撤销的变更，但此文档有 ${names.length} 个：${names.join('、')}。未执行任何变更，请逐个发送。`
    });
