"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "measureAnswers", {
    enumerable: true,
    get: function() {
        return measureAnswers;
    }
});
const _graphql = require("graphql");
const _sizeOfJson = require("../../json/sizeOfJson");
/** An entry of `errors`, roughly, in bytes. */ const sizeOfError = 500;
/** Fields that are measured already: several schemas of a process share their types. */ const measured = new WeakSet();
const measureAnswers = (schema)=>{
    for (const type of Object.values(schema.getTypeMap())){
        if (!(0, _graphql.isObjectType)(type) || type.name.startsWith('__')) continue;
        for (const field of Object.values(type.getFields())){
            if (measured.has(field)) continue;
            measured.add(field);
            field.resolve = measuring(field);
        }
    }
};
const measuring = ({ type, resolve = _graphql.defaultFieldResolver })=>{
    const isLeaf = (0, _graphql.isLeafType)((0, _graphql.getNamedType)(type));
    const isNullable = !(0, _graphql.isNonNullType)(type);
    return (source, args, context, info)=>{
        const { answerSize } = context;
        const add = (value)=>{
            answerSize.add((0, _sizeOfJson.sizeOfMember)(String(info.path.key)) + (isLeaf ? (0, _sizeOfJson.sizeOfJson)(value) : 2));
            return value;
        };
        if (answerSize.isTooLarge) {
            if (isNullable) return null;
            throw answerSize.error;
        }
        const fail = (error)=>{
            answerSize.add(sizeOfError);
            throw error;
        };
        try {
            const value = resolve(source, args, context, info);
            return value instanceof Promise ? value.then(add, fail) : add(value);
        } catch (error) {
            return fail(error);
        }
    };
};
