"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "exactNumbers", {
    enumerable: true,
    get: function() {
        return exactNumbers;
    }
});
const _graphql = require("graphql");
const _losslessjson = require("lossless-json");
const _UserError = require("../../errors/UserError");
const _shorten = require("../../json/shorten");
const _refusal = require("./refusal");
const exactNumbers = ()=>({
        requestDidStart: async ({ contextValue: { inexactNumbers } })=>({
                didResolveOperation: async ({ schema, document, operation, source })=>{
                    const [inexact] = [
                        ...inexactNumbers.filter((number)=>!isOfEntity(number, operation)),
                        ...candidate.test(source) ? inexactLiterals(document, schema) : []
                    ];
                    if (inexact !== undefined) throw (0, _refusal.refusal)(lostDigits(inexact));
                }
            })
    });
const lostDigits = ({ path, literal })=>{
    const name = path.join('.');
    const number = (0, _shorten.shorten)(literal, 60);
    return new _UserError.UserError('BAD_USER_INPUT', {
        en: `${name} must be a number that JSON can represent exactly, but got ${number}. Send it as a string.`,
        zh: `${name} 应为 JSON 能够精确传递的数字，但收到 ${number}：请以字符串传递。`
    }, path);
};
/** An integer in a representation of `_entities` is refused at its own place, so that the others are resolved. */ const isOfEntity = ({ path, literal }, operation)=>{
    const [of, name] = path;
    const definition = operation?.variableDefinitions?.find(({ variable })=>variable.name.value === name);
    return of === 'variables' && definition !== undefined && nameOf(definition.type) === '_Any' && /^-?\d+$/.test(literal);
};
const nameOf = (type)=>type.kind === _graphql.Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
const namedOf = (type)=>type ? (0, _graphql.getNamedType)(type) : undefined;
/** A cheap search for literals that a double may not hold. */ const candidate = /[\d.]{16}|\d[eE]/;
function inexactLiterals(document, schema) {
    const found = [];
    const typeInfo = new _graphql.TypeInfo(schema);
    const look = (value, path, type)=>{
        switch(value.kind){
            case _graphql.Kind.INT:
            case _graphql.Kind.FLOAT:
                {
                    // The digits of an ID are taken as they are written.
                    if (namedOf(type) !== _graphql.GraphQLID && !(0, _losslessjson.isSafeNumber)(value.value)) found.push({
                        path,
                        literal: value.value
                    });
                    break;
                }
            case _graphql.Kind.LIST:
                {
                    const list = type && (0, _graphql.getNullableType)(type);
                    value.values.forEach((item, index)=>{
                        look(item, [
                            ...path,
                            String(index)
                        ], (0, _graphql.isListType)(list) ? list.ofType : type);
                    });
                    break;
                }
            case _graphql.Kind.OBJECT:
                {
                    const named = namedOf(type);
                    const fields = (0, _graphql.isInputObjectType)(named) ? named.getFields() : {};
                    for (const { name, value: item } of value.fields)look(item, [
                        ...path,
                        name.value
                    ], fields[name.value]?.type);
                    break;
                }
            default:
        }
    };
    (0, _graphql.visit)(document, (0, _graphql.visitWithTypeInfo)(typeInfo, {
        Argument: ({ name, value })=>{
            look(value, [
                name.value
            ], typeInfo.getInputType());
        },
        VariableDefinition: ({ variable, type, defaultValue })=>{
            if (defaultValue) look(defaultValue, [
                variable.name.value
            ], (0, _graphql.typeFromAST)(schema, type));
        }
    }));
    return found;
}
