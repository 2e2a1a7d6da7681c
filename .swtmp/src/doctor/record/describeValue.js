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
    get expectedTypes () {
        return expectedTypes;
    },
    get fieldNameOf () {
        return fieldNameOf;
    },
    get formOf () {
        return formOf;
    },
    get wireTypeOf () {
        return wireTypeOf;
    }
});
/** A number as `lossless-json` reads it where no precision may be lost. */ const isNumber = (value)=>typeof value === 'number' || typeof value === 'object' && value !== null && 'isLosslessNumber' in value;
function wireTypeOf(value) {
    if (value === null || value === undefined) return 'null';
    if (isNumber(value)) return 'number';
    if (typeof value === 'boolean') return 'true or false';
    if (Array.isArray(value)) return 'list';
    if (typeof value === 'object') return 'object';
    const text = value;
    return text === '' ? 'empty text' : /^\d+$/.test(text) ? 'digits as text' : 'text';
}
const text = [
    'text',
    'empty text',
    'digits as text'
];
function expectedTypes({ kind, wire, wireAlso }) {
    switch(kind){
        case 'text':
        case 'jsonText':
        case 'isoTime':
            return text;
        case 'epochMsText':
            return [
                'digits as text',
                'empty text',
                ...wireAlso === 'number' ? [
                    'number'
                ] : []
            ];
        case 'flag':
            return [
                'true or false'
            ];
        case 'int32':
        case 'count':
        case 'epochMs':
            return [
                'number'
            ];
        case 'accountId':
            return [
                wire,
                wireAlso
            ].flatMap((each)=>each === 'number' ? [
                    'number'
                ] : each === 'string' ? text : []);
        case 'list':
            return [
                'list'
            ];
        case 'object':
            return [
                'object'
            ];
    }
}
const formOf = (value)=>`${Array.from(value.slice(0, 40), kindOf).join('')} (${value.length})`;
function kindOf(character) {
    if (/\p{Lu}/u.test(character)) return 'A';
    if (/\p{L}/u.test(character)) return 'a';
    if (/\p{N}/u.test(character)) return '0';
    return /[_.:+ -]/.test(character) ? character : '?';
}
const fieldNameOf = (key)=>/^[A-Z][a-z]{1,15}([A-Z][a-z]{1,15}){0,5}$/.test(key) ? key : `(a key of the form ${formOf(key)})`;
