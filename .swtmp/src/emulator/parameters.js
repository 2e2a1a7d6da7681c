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
    get decodeRequest () {
        return decodeRequest;
    },
    get refusalOf () {
        return refusalOf;
    }
});
const _tryParseJson = require("../json/tryParseJson");
const _Refusal = require("./Refusal");
const _gatewayErrors = require("./gatewayErrors");
/** A value that its shape does not allow; becomes the refusal that names the top-level parameter. */ let Unreadable = class Unreadable extends Error {
};
function decodeRequest(operation, sent, readings) {
    const request = emptyRecord();
    for (const [name, shape] of Object.entries(operation.parameters)){
        const value = read(operation, name, shape, sent);
        if (value === '' && name === 'Region' && readings.emptyRegion !== 'taken') throw regionNotValid();
        if (value !== undefined) request[name] = value;
        else if (shape.default !== undefined && shape.retired !== true) request[name] = shape.default;
        else if (shape.optional !== true) throw refusalOf(operation, name, 'missing');
    }
    return request;
}
function read(operation, name, shape, sent) {
    try {
        if (shape.encoding === 'flat') return fromFlat(name, shape, sent);
        const text = sent.get(name) ?? '';
        if (text === '') return shape.mayBeEmpty === true && sent.has(name) ? text : undefined;
        if (shape.encoding === 'json') return fromJson(parseJson(text), shape);
        if (shape.encoding === 'csv') return fromCsv(text, shape);
        return fromText(text, shape);
    } catch (error) {
        if (error instanceof Unreadable) throw refusalOf(operation, name, 'invalid');
        throw error;
    }
}
const regionNotValid = ()=>new _Refusal.Refusal('Invalid.region.Value', 400, 'Region information is not valid.');
function refusalOf(operation, name, what) {
    const dotted = operation.errors[`InvalidParameter.${name}`];
    if (dotted && what === 'invalid') return new _Refusal.Refusal(`InvalidParameter.${name}`, dotted.status, dotted.message);
    const own = operation.errors.InvalidParameter;
    if (own) return new _Refusal.Refusal('InvalidParameter', own.status, (0, _gatewayErrors.fillIn)(own.message, [
        name
    ]));
    if (operation.product.service === 'resource-manager') {
        return what === 'missing' ? new _Refusal.Refusal(`MissingParameter.${name}`, 400, `You must specify ${name}.`) : new _Refusal.Refusal(`InvalidParameter.${name}`, 400, `The ${name} is invalid.`);
    }
    return what === 'missing' ? (0, _gatewayErrors.missing)(name) : (0, _gatewayErrors.invalid)(name);
}
/** `Name=value`, also the leaves of the other encodings. */ function fromText(text, shape) {
    switch(shape.kind){
        case 'flag':
            return flagOf(text);
        case 'int32':
            return integerOf(text, shape, -(2 ** 31), 2 ** 31 - 1);
        case 'count':
        case 'epochMs':
        case 'epochMsText':
            return integerOf(text, shape, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
        case 'accountId':
            return accountIdOf(text);
        case 'isoTime':
            if (Number.isNaN(Date.parse(text))) throw new Unreadable();
            return text;
        case 'text':
            if (shape.values && !shape.values.includes(text)) throw new Unreadable();
            return formedText(text, shape);
        case 'jsonText':
            return text;
        case 'list':
        case 'object':
            return fromJson(parseJson(text), shape);
    }
}
function formedText(text, { minLength = 0, maxLength = Infinity, pattern }) {
    if (text.length < minLength || text.length > maxLength) throw new Unreadable();
    if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(text)) throw new Unreadable();
    return text;
}
function flagOf(text) {
    const word = text.toLowerCase();
    if (word !== 'true' && word !== 'false') throw new Unreadable();
    return word === 'true';
}
function integerOf(text, shape, least, most) {
    const value = /^[+-]?\d{1,19}$/.test(text) ? Number(text) : NaN;
    if (!(value >= (shape.min ?? least) && value <= (shape.max ?? most))) throw new Unreadable();
    if (shape.intValues && !shape.intValues.includes(value)) throw new Unreadable();
    return value;
}
/** Digits of a 64-bit integer. */ function accountIdOf(text) {
    if (!/^\d{1,19}$/.test(text) || BigInt(text) >= 2n ** 63n) throw new Unreadable();
    return text;
}
function fromCsv(text, shape) {
    return assertLength(text.split(',').map((item)=>fromText(item, elementOf(shape))), shape);
}
/** `Name.1.Key=value` or `Name.1=value`. Numbers need not be consecutive; they only order the items. */ function fromFlat(name, shape, sent) {
    // JSON text for a flat parameter is a client's mistake worth telling, not an unknown extra.
    if ((sent.get(name) ?? '') !== '') throw new Unreadable();
    const parts = new Map();
    for (const [key, value] of sent){
        if (!key.startsWith(`${name}.`)) continue;
        const [, digits, rest = ''] = /^([1-9]\d{0,3})(?:\.(.+))?$/s.exec(key.slice(name.length + 1)) ?? [];
        if (digits === undefined) throw new Unreadable();
        const part = parts.get(Number(digits)) ?? new Map();
        parts.set(Number(digits), part.set(rest, value));
    }
    if (parts.size === 0) return undefined;
    const element = elementOf(shape);
    const items = [
        ...parts
    ].sort(([one], [other])=>one - other).map(([, part])=>element.kind === 'object' ? recordOf(part, element) : fromText(part.get('') ?? '', element));
    return assertLength(items, shape);
}
/** The members of one flat item; a member may be flat itself (`Filters.1.Values.1`). */ function recordOf(part, shape) {
    return recordBy(shape, (member, memberShape)=>{
        if (memberShape.kind === 'list') return fromFlat(member, memberShape, part);
        const text = part.get(member);
        if (text === undefined || text === '' && memberShape.kind !== 'text') return undefined;
        return fromText(text, memberShape);
    });
}
function parseJson(text) {
    const value = (0, _tryParseJson.tryParseJson)(text);
    if (value === undefined) throw new Unreadable();
    return value;
}
/** A value inside JSON text. Scalars may be written as JSON's own or as text, as SDKs do both. */ function fromJson(value, shape) {
    if (shape.kind === 'list') {
        if (!Array.isArray(value)) throw new Unreadable();
        return assertLength(value.map((item)=>fromJson(item, elementOf(shape))), shape);
    }
    if (shape.kind === 'object') {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unreadable();
        const members = new Map(Object.entries(value));
        return recordBy(shape, (member, memberShape)=>{
            const inner = members.get(member) ?? undefined;
            return inner === undefined ? undefined : fromJson(inner, memberShape);
        });
    }
    if (typeof value === 'string') return fromText(value, shape);
    if (typeof value === 'boolean' && shape.kind === 'flag') return value;
    if (Number.isSafeInteger(value) && [
        'int32',
        'count',
        'epochMs',
        'accountId'
    ].includes(shape.kind)) {
        return fromText(String(value), shape);
    }
    throw new Unreadable();
}
/** An object of a shape's members, each read by `readMember`; defaults filled in, required ones demanded. */ function recordBy(shape, readMember) {
    const record = emptyRecord();
    const fields = shape.fields ?? {};
    for (const [name, member] of Object.entries(fields)){
        const value = readMember(name, member) ?? member.default;
        if (value !== undefined) record[name] = value;
        else if (member.optional !== true) throw new Unreadable();
    }
    return record;
}
function elementOf(shape) {
    if (!shape.of) throw new Error('A list in the catalogue does not say what it is a list of.');
    return shape.of;
}
function assertLength(items, shape) {
    if (items.length > (shape.maxItems ?? Infinity)) throw new Unreadable();
    return items;
}
/** Without a prototype, so that a member named like one of Object's own is a member and nothing else. */ const emptyRecord = ()=>Object.create(null);
