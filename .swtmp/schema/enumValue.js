"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
function _export(target, all) {
    for(var name in all)Object.defineProperty(target, name, {
        enumerable: true,
        get: Object.getOwnPropertyDescriptor(all, name).get
    });
}
_export(exports, {
    get defineEnum () {
        return defineEnum;
    },
    get enumValue () {
        return enumValue;
    },
    get rawTextOf () {
        return rawTextOf;
    },
    get unknownBeside () {
        return unknownBeside;
    }
});
const _typegraphql = require("type-graphql");
const enumValue = (names, raw)=>raw !== undefined && Object.hasOwn(names, raw) ? names[raw] ?? 'UNKNOWN' : 'UNKNOWN';
const defineEnum = (name, description, values)=>{
    const names = Object.keys(values);
    const members = Object.fromEntries(names.map((value)=>[
            value,
            value
        ]));
    const valuesConfig = Object.fromEntries(names.map((value)=>[
            value,
            {
                description: values[value]
            }
        ]));
    (0, _typegraphql.registerEnumType)(members, {
        name,
        description,
        valuesConfig
    });
    return members;
};
const unknownBeside = (rawField)=>`A value that this gateway does not support yet: see \`${rawField}\`.`;
const rawTextOf = (field)=>`The value of \`${field}\` as the upstream returned it. Null if it returned none.`;
