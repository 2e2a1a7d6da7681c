"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "readResponse", {
    enumerable: true,
    get: function() {
        return readResponse;
    }
});
const _jsonObject = require("../json/jsonObject");
const _parseJson = require("../json/parseJson");
const _FieldFinder = require("./FieldFinder");
const _failures = require("./failures");
const _readScalar = require("./readScalar");
/** Something that must be there is missing, or not what it must be. Says where, and never what came. */ let Unreadable = class Unreadable extends Error {
    constructor(path, expected){
        super(`${path} must be ${expected}`), this.path = path, this.expected = expected, this.name = 'Unreadable';
    }
};
const expectations = {
    text: 'a text',
    flag: 'true or false',
    int32: 'a 32-bit integer',
    count: 'a whole number',
    accountId: 'an account id',
    epochMs: 'a time in milliseconds',
    epochMsText: 'a time in milliseconds',
    isoTime: 'a time in ISO 8601',
    jsonText: 'JSON text',
    list: 'a list',
    object: 'an object'
};
/** A list or an object that came as its JSON text; anything else as it is. */ function withoutQuotes(value) {
    if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
    try {
        return (0, _parseJson.parseJson)(value);
    } catch  {
        return value;
    }
}
/** Whether an object has a key of the table. One that has others only is something else, whatever is optional. */ function isRecordOf(fields, object) {
    const keys = new Set(Object.keys(object).map((key)=>key.toLowerCase()));
    return Object.entries(fields).some(([name, { aliases = [] }])=>[
            name,
            ...aliases
        ].some((spelling)=>keys.has(spelling.toLowerCase())));
}
/**
 * What stands in place of a list without brackets: a single element, as servers that think in XML print it; or the list
 * in a wrapper, an object of one key, as other operations print the same list: `Tags: { Tag: [ … ] }`.
 *
 * @returns undefined if it is neither.
 */ function elementsIn(of, value) {
    if (!(0, _jsonObject.isJsonObject)(value) || of.kind === 'object' && isRecordOf(of.fields ?? {}, value)) return [
        value
    ];
    const inner = Object.values(value).filter((item)=>item !== null && item !== '');
    if (inner.length > 1) return undefined;
    return inner.flatMap((item)=>Array.isArray(item) ? item : [
            item
        ]);
}
/**
 * A list. Nulls in it are dropped. An element that cannot be read is an error: a list that silently lacks something
 * would be worse.
 */ function readList(of, came, path) {
    const value = withoutQuotes(came);
    if (value === '') return undefined;
    if (!Array.isArray(value)) {
        const elements = elementsIn(of, value)?.map((element)=>readElement(of, element, path, 0));
        return elements?.includes(undefined) ? undefined : elements;
    }
    const items = [];
    for (const [index, item] of value.entries()){
        if (item === null) continue;
        const read = readElement(of, item, path, index);
        if (read === undefined) throw new Unreadable(`${path}.${index}`, expectations[of.kind]);
        items.push(read);
    }
    return items;
}
/** Undefined if it is none, as an object that has keys, but none of the table. */ function readElement(of, element, path, index) {
    const isOther = of.kind === 'object' && (0, _jsonObject.isJsonObject)(element) && Object.keys(element).length > 0 && !isRecordOf(of.fields ?? {}, element);
    return isOther ? undefined : readValue(of, element, `${path}.`, String(index));
}
/** An object. A list in place of an object that does nothing but wrap a list is that list. */ function readObject(fields, came, path) {
    const value = withoutQuotes(came);
    const [[name, shape] = [], ...others] = Object.entries(fields);
    if (Array.isArray(value) && name !== undefined && shape?.kind === 'list' && others.length === 0) {
        return readFields(fields, {
            [name]: value
        }, `${path}.`);
    }
    return (0, _jsonObject.isJsonObject)(value) ? readFields(fields, value, `${path}.`) : undefined;
}
/** The value that a shape describes, or undefined if what came is none. It stands at `prefix` and `name`. */ function readValue(shape, value, prefix, name) {
    switch(shape.kind){
        case 'text':
            return (0, _readScalar.readText)(value);
        case 'flag':
            return (0, _readScalar.readFlag)(value);
        case 'int32':
            return (0, _readScalar.readIntegerWithin)(value, -(2 ** 31), 2 ** 31 - 1);
        case 'count':
            return (0, _readScalar.readIntegerWithin)(value, 0, Number.MAX_SAFE_INTEGER);
        case 'accountId':
            return (0, _readScalar.readAccountId)(value);
        case 'epochMs':
        case 'epochMsText':
            return (0, _readScalar.readEpochMs)(value);
        case 'isoTime':
            return (0, _readScalar.readIsoTime)(value);
        case 'jsonText':
            return (0, _readScalar.readJsonText)(value);
        case 'list':
            return readList(shape.of ?? {
                kind: 'text'
            }, value, prefix + name);
        case 'object':
            return readObject(shape.fields ?? {}, value, prefix + name);
    }
}
function readFields(fields, object, prefix) {
    const finder = new _FieldFinder.FieldFinder(object);
    const result = {};
    for (const [name, shape] of Object.entries(fields)){
        const raw = finder.find(name, shape.aliases);
        const value = raw === undefined ? undefined : readValue(shape, raw, prefix, name);
        if (shape.optional) {
            if (value !== undefined) result[name] = value;
        } else if (value === undefined || value === '') {
            // What must be there is a container or an id: an empty text is none.
            throw new Unreadable(prefix + name, expectations[shape.kind]);
        } else {
            result[name] = value;
        }
    }
    return result;
}
function readResponse(operation, body, requestId) {
    try {
        return {
            ...readFields(operation.response, body, ''),
            RequestId: requestId
        };
    } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        const detail = `expected ${error.path} to be ${error.expected}`;
        throw (0, _failures.failureOf)(operation, {
            kind: 'BAD_RESPONSE',
            httpStatus: 200,
            requestId,
            detail
        });
    }
}
