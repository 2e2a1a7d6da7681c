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
    get encodeAnswer () {
        return encodeAnswer;
    },
    get isWireObject () {
        return isWireObject;
    },
    get withOddCasing () {
        return withOddCasing;
    }
});
function encodeAnswer(operation, answer, requestId, readings, oddities) {
    const body = encodeFields(operation.response, answer, {
        readings,
        oddities
    }, operation.action);
    const whole = {
        RequestId: requestId,
        ...withSampleKeys(operation, body, readings)
    };
    return oddities.oddCasing === true ? withOddCasing(whole) : whole;
}
/** The printed sample of one operation spells every key of its record with a lower-case first letter. */ function withSampleKeys({ action }, body, { detailKeys }) {
    if (action !== 'DescribeDiscoveredResource' || detailKeys === 'documented') return body;
    const record = body.DiscoveredResourceDetail;
    if (record === undefined || !isWireObject(record)) return body;
    const recased = Object.entries(record).map(([key, value])=>[
            key.charAt(0).toLowerCase() + key.slice(1),
            value
        ]);
    return {
        ...body,
        DiscoveredResourceDetail: Object.fromEntries(recased)
    };
}
function encodeFields(fields, record, encoder, path) {
    const members = new Map(Object.entries(record));
    const encoded = {};
    for (const [name, shape] of Object.entries(fields)){
        const value = members.get(name) ?? undefined;
        if (value !== undefined) encoded[keyOf(name, shape, encoder)] = encode(shape, value, encoder, `${path}.${name}`);
        else if (shape.optional !== true) throw new Error(`The handler's answer lacks ${path}.${name}.`);
    }
    return encoded;
}
/** Samples and field tables spell the key of the event type differently. */ function keyOf(name, shape, { readings }) {
    return shape.aliases?.includes(readings.eventTypeKey) === true ? readings.eventTypeKey : name;
}
function encode(shape, value, encoder, path) {
    const { oddities } = encoder;
    switch(shape.kind){
        case 'accountId':
            return encodeAccountId(shape, expectType('string', value, path), encoder);
        case 'epochMsText':
            return shape.wireAlso === 'number' && encoder.readings.changeTimes === 'number' ? expectType('number', value, path) : String(expectType('number', value, path));
        case 'epochMs':
        case 'int32':
        case 'count':
            return expectType('number', value, path);
        case 'flag':
            return expectType('boolean', value, path);
        case 'text':
            {
                const text = expectType('string', value, path);
                if (shape.values) return oddities.unknownEnum ?? text;
                return oddities.cutNames === true && path.endsWith('Name') ? `${text}${halfEmoji}` : text;
            }
        case 'isoTime':
            return expectType('string', value, path);
        case 'jsonText':
            {
                const text = expectType('string', value, path);
                const raw = oddities.malformedTags === true && path.endsWith('.Tags') ? text.replaceAll('"', '""') : text;
                const whole = oddities.escapedJson === true ? JSON.stringify(raw).slice(1, -1) : raw;
                return oddities.escapedQuotes === true ? whole.replaceAll('"', '\\"') : whole;
            }
        case 'list':
            {
                if (!Array.isArray(value) || !shape.of) throw new Error(`${path} must be a list.`);
                const { of } = shape;
                const items = value.map((item, index)=>encode(of, item, encoder, `${path}.${index}`));
                return oddities.otherTagWrapper === true && path.endsWith('.Tags') ? {
                    Tag: items
                } : items;
            }
        case 'object':
            if (typeof value !== 'object' || value === null) throw new Error(`${path} must be an object.`);
            return withoutWrapper(encodeFields(shape.fields ?? {}, value, encoder, path), encoder, path);
    }
}
/** The first half of 😀. */ const halfEmoji = '\uD83D';
const withoutWrapper = (object, { oddities }, path)=>oddities.otherTagWrapper === true && path.endsWith('.Tags') ? object.Tag ?? [] : object;
function expectType(type, value, path) {
    if (typeof value !== type) throw new Error(`${path} must be a ${type}, but the handler gave a ${typeof value}.`);
    return value;
}
/** Ids keep their exact digits, also as JSON numbers beyond 2^53. */ function encodeAccountId(shape, id, { readings, oddities }) {
    const wire = oddities.idsAs ?? (shape.wireAlso === undefined ? shape.wire : readings.accountIds);
    // Ids of printed samples are masked; no number can be.
    return wire === 'number' && /^\d+$/.test(id) ? BigInt(id) : id;
}
function withOddCasing(whole) {
    const forms = [
        (key)=>key.charAt(0).toLowerCase() + key.slice(1),
        (key)=>key.toLowerCase(),
        (key)=>key.toUpperCase()
    ];
    const recase = (value)=>{
        if (Array.isArray(value)) return value.map(recase);
        return isWireObject(value) ? recaseObject(value) : value;
    };
    const recaseObject = (object)=>Object.fromEntries(Object.entries(object).map(([key, value], index)=>[
                forms[index % forms.length]?.(key) ?? key,
                recase(value)
            ]));
    return recaseObject(whole);
}
const isWireObject = (value)=>typeof value === 'object' && !Array.isArray(value);
