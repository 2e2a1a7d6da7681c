"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "keyFieldsOf", {
    enumerable: true,
    get: function() {
        return keyFieldsOf;
    }
});
const _graphql = require("graphql");
const known = new WeakMap();
const keyFieldsOf = (type)=>{
    const found = known.get(type) ?? read(type);
    known.set(type, found);
    return found ?? undefined;
};
const read = ({ astNode })=>{
    const key = astNode?.directives?.find(({ name })=>name.value === 'key');
    const fields = key?.arguments?.find(({ name })=>name.value === 'fields')?.value;
    return fields === undefined ? null : new Set([
        'id',
        ...String((0, _graphql.valueFromASTUntyped)(fields)).split(' ')
    ]);
};
