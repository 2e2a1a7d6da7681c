"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "encodeParameters", {
    enumerable: true,
    get: function() {
        return encodeParameters;
    }
});
const _tryParseJson = require("../json/tryParseJson");
const _failures = require("./failures");
/** The protocol's own parameters, in lower case. They are ours to set, in whatever letter case somebody writes them. */ const reserved = new Set([
    'Action',
    'Version',
    'Format',
    'AccessKeyId',
    'SecurityToken',
    'SignatureMethod',
    'SignatureVersion',
    'SignatureNonce',
    'SignatureType',
    'Timestamp',
    'Signature'
].map((name)=>name.toLowerCase()));
/** What is wrong with a request. Says what was expected and what came, but of free text only how long it is. */ let Misfit = class Misfit extends Error {
    constructor(...args){
        super(...args), this.name = 'Misfit';
    }
};
const isAbsent = (value)=>value === undefined || value === null;
/** A value in words that may be logged: numbers as they are, of a text nothing but its length. */ function describe(value) {
    if (typeof value === 'string') return `a text of ${value.length} characters`;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (Array.isArray(value)) return `a list of ${value.length}`;
    return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
/** A name that a request brought. It may come from anywhere, so only what looks like a name is repeated. */ const describeName = (name)=>/^\w{1,64}$/.test(name) ? name : `a name of ${name.length} characters`;
function assert(holds, path, expected, value) {
    if (!holds) throw new Misfit(`${path} must be ${expected}, but got ${describe(value)}`);
}
function isIsoTime(text) {
    return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) && !Number.isNaN(Date.parse(text));
}
function checkInteger(shape, path, value, min, max) {
    const least = Math.max(min, shape.min ?? min);
    const most = Math.min(max, shape.max ?? max);
    assert(typeof value === 'number' && Number.isInteger(value), path, 'a whole number', value);
    assert(value >= least && value <= most, path, `${least} to ${most}`, value);
    if (shape.intValues) assert(shape.intValues.includes(value), path, `one of ${shape.intValues.join(', ')}`, value);
    return value;
}
/** A text that can be sent. Half a surrogate pair has no UTF-8 form; replacing it would store what nobody wrote. */ function checkText(path, value) {
    assert(typeof value === 'string', path, 'a text', value);
    assert(!/\p{Surrogate}/u.test(value), path, 'well-formed Unicode', value);
    return value;
}
/** A text of the length and form that its shape asks for. */ function checkForm({ minLength = 0, maxLength = Infinity, pattern }, path, text) {
    const { length } = text;
    const range = minLength === 0 ? `at most ${maxLength}` : `${minLength} to ${maxLength}`;
    assert(length >= minLength && length <= maxLength, path, `${range} characters`, text);
    if (pattern !== undefined) assert(new RegExp(`^(?:${pattern})$`).test(text), path, `of the form ${pattern}`, text);
    return text;
}
function checkScalar(shape, path, value) {
    switch(shape.kind){
        case 'flag':
            assert(typeof value === 'boolean', path, 'true or false', value);
            return value;
        case 'int32':
            return checkInteger(shape, path, value, -(2 ** 31), 2 ** 31 - 1);
        case 'count':
        case 'epochMs':
        case 'epochMsText':
            return checkInteger(shape, path, value, 0, Number.MAX_SAFE_INTEGER);
        case 'accountId':
            {
                const id = checkText(path, value);
                assert(/^\d{1,32}$/.test(id), path, 'an account id, which is digits', value);
                return id;
            }
        case 'isoTime':
            {
                const time = checkText(path, value);
                assert(isIsoTime(time), path, 'a time in ISO 8601', value);
                return time;
            }
        case 'jsonText':
            {
                // The upstream would accept broken text here and fail minutes later, in the work that it began.
                const json = checkForm(shape, path, checkText(path, value));
                assert((0, _tryParseJson.isJson)(json), path, 'JSON text', value);
                return json;
            }
        default:
            {
                const text = checkForm(shape, path, checkText(path, value));
                if (shape.values) assert(shape.values.includes(text), path, `one of ${shape.values.join(', ')}`, value);
                return text;
            }
    }
}
/** A request's value, checked, and with everything absent omitted at every depth. Undefined if nothing is left. */ function check(shape, path, value) {
    if (isAbsent(value)) return undefined;
    if (shape.kind === 'list') {
        assert(Array.isArray(value), path, 'a list', value);
        const of = shape.of ?? {
            kind: 'text'
        };
        const items = value.map((item, index)=>check(of, `${path}.${index + 1}`, item)).filter((item)=>item !== undefined);
        if (shape.maxItems !== undefined) {
            assert(items.length <= shape.maxItems, path, `at most ${shape.maxItems} items`, value);
        }
        return items.length === 0 ? undefined : items;
    }
    if (shape.kind === 'object') {
        assert(typeof value === 'object' && !Array.isArray(value), path, 'an object', value);
        return checkFields(shape.fields ?? {}, `${path}.`, value);
    }
    return checkScalar(shape, path, value);
}
function checkFields(fields, prefix, request) {
    const given = new Map(Object.entries(request));
    for (const name of given.keys()){
        if (!Object.hasOwn(fields, name)) throw new Misfit(`${prefix}${describeName(name)} is no parameter`);
    }
    const checked = {};
    for (const [name, shape] of Object.entries(fields)){
        const path = prefix + name;
        const value = check(shape, path, given.get(name));
        if (value === undefined || value === '' && !shape.optional && !shape.mayBeEmpty) {
            if (!shape.optional) throw new Misfit(`${path} is required`);
            continue;
        }
        if (shape.retired) throw new Misfit(`${path} is retired and must not be sent`);
        checked[name] = value;
    }
    return Object.keys(checked).length === 0 ? undefined : checked;
}
/** Writes a checked value under `Name.1.Key` names. */ function flatten(name, value, into) {
    if (Array.isArray(value)) {
        value.forEach((item, index)=>{
            flatten(`${name}.${index + 1}`, item, into);
        });
    } else if (typeof value === 'object' && value !== null) {
        for (const [key, item] of Object.entries(value))flatten(`${name}.${key}`, item, into);
    } else {
        into.set(name, String(value));
    }
}
function encode(name, shape, value, into) {
    if (shape.encoding === 'json') {
        into.set(name, JSON.stringify(value));
    } else if (shape.encoding === 'csv' && Array.isArray(value)) {
        const items = value.map(String);
        // An empty item would be lost, or stand for one that nobody named.
        const separable = items.every((item)=>item !== '' && !item.includes(','));
        if (!separable) throw new Misfit(`${name} must be a list of texts without commas, none of them empty`);
        into.set(name, items.join(','));
    } else {
        flatten(name, value, into);
    }
}
function encodeParameters(operation, request) {
    const encoded = new Map();
    try {
        const checked = checkFields(operation.parameters, '', request) ?? {};
        for (const [name, shape] of Object.entries(operation.parameters)){
            if (Object.hasOwn(checked, name)) encode(name, shape, checked[name], encoded);
        }
        for (const name of encoded.keys()){
            if (reserved.has(name.toLowerCase())) throw new Misfit(`${name} belongs to the protocol`);
        }
    } catch (error) {
        if (!(error instanceof Misfit)) throw error;
        throw (0, _failures.failureOf)(operation, {
            kind: 'INVALID_REQUEST',
            detail: error.message
        });
    }
    return Object.fromEntries(encoded);
}
