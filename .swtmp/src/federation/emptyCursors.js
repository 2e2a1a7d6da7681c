"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "acceptEmptyCursors", {
    enumerable: true,
    get: function() {
        return acceptEmptyCursors;
    }
});
const _graphql = require("graphql");
const acceptEmptyCursors = (schema)=>{
    for (const type of Object.values(schema.getTypeMap())){
        if (!(0, _graphql.isObjectType)(type)) continue;
        for (const field of Object.values(type.getFields())){
            if (!field.args.some(({ name })=>name === 'after')) continue;
            const resolve = field.resolve ?? _graphql.defaultFieldResolver;
            field.resolve = (source, args, context, info)=>resolve(source, args.after === '' ? {
                    ...args,
                    after: null
                } : args, context, info);
        }
    }
    return schema;
};
