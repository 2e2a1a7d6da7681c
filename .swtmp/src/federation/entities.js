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
    get readRepresentation () {
        return readRepresentation;
    },
    get resolveEntities () {
        return resolveEntities;
    }
});
const _references = require("../../resolvers/references");
const _UserError = require("../errors/UserError");
/** The most representations that may be wrong. Each wrong one is a separate error, and a router sends none. */ const maxWrong = 100;
const resolveEntities = (references, representations, context)=>{
    const all = representations.map((representation, index)=>{
        try {
            return readNamed(references, representation, [
                'representations',
                String(index)
            ]);
        } catch (error) {
            if (error instanceof _UserError.UserError) return error;
            throw error;
        }
    });
    const wrong = all.filter((one)=>one instanceof _UserError.UserError);
    if (wrong.length > maxWrong && wrong[0] !== undefined) throw tooManyWrong(wrong[0], wrong.length);
    return all.map(async (one)=>{
        if (one instanceof _UserError.UserError) throw one;
        return (0, _references.findByKey)(one.reference, one.key, one.fieldOf, context);
    });
};
const tooManyWrong = (first, count)=>new _UserError.UserError('BAD_USER_INPUT', {
        en: `At most ${maxWrong} representations may be wrong, but ${count} are. The first: ${first.in('en')}`,
        zh: `最多允许 ${maxWrong} 个不合法的 representations，但此请求有 ${count} 个。第一个：${first.in('zh')}`
    }, first.field);
const readNamed = (references, representation, at)=>{
    const fields = parseRepresentation(representation, at);
    const typeName = fields.__typename;
    const reference = typeof typeName === 'string' && Object.hasOwn(references, typeName) ? references[typeName] : undefined;
    if (reference === undefined) {
        const names = Object.keys(references).join(', ');
        throw (0, _UserError.badInput)([
            ...at,
            '__typename'
        ], {
            en: `one of ${names}`,
            zh: `以下之一：${names}`
        }, typeName);
    }
    const key = reference.keyFields.map((name)=>toKeyText(fields[name], [
            ...at,
            name
        ]));
    const fieldOf = (name)=>[
            ...at,
            name
        ];
    return {
        reference,
        key: (0, _references.parseKey)(reference, key, fieldOf),
        fieldOf
    };
};
const readRepresentation = (value)=>{
    if (typeof value !== 'object' || value === null || !('__typename' in value)) return undefined;
    const fields = value;
    const typeName = String(fields.__typename);
    const reference = Object.hasOwn(_references.references, typeName) ? _references.references[typeName] : undefined;
    return reference && (0, _references.namedObject)(typeName, reference.keyFields.map((name)=>String(fields[name])));
};
const parseRepresentation = (representation, field)=>{
    if (typeof representation !== 'object' || representation === null || Array.isArray(representation)) {
        throw (0, _UserError.badInput)(field, {
            en: 'an object with __typename and a key',
            zh: '包含 __typename 和键的对象'
        }, representation);
    }
    return representation;
};
/** Routers pass on what a neighbor sent, and neighbors print account ids as numbers, too. */ const toKeyText = (value, field)=>{
    if (typeof value === 'string') return value;
    if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
    if (typeof value === 'number') {
        const name = field.join('.');
        throw new _UserError.UserError('BAD_USER_INPUT', {
            en: `${name} must be a string, but got a number that has lost digits. Send IDs of this size as strings.`,
            zh: `${name} 应为字符串，但收到的数字已丢失精度。此长度的 ID 请以字符串传递。`
        }, field);
    }
    throw (0, _UserError.badInput)(field, {
        en: 'a non-empty string',
        zh: '非空字符串'
    }, value);
};
