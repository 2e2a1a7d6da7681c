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
    get ShapeRecord () {
        return ShapeRecord;
    },
    get timesPresent () {
        return timesPresent;
    },
    get titleOf () {
        return titleOf;
    },
    get unexpectedTypes () {
        return unexpectedTypes;
    }
});
const _losslessjson = require("lossless-json");
const _describeValue = require("./describeValue");
const add = (counts, key)=>void counts.set(key, (counts.get(key) ?? 0) + 1);
/** Codes are words with dots; anything else is told by its form. */ const codeOf = (code)=>typeof code !== 'string' ? '(no code)' : /^[A-Za-z]{2,40}(\.[A-Za-z]{2,40}){0,4}$/.test(code) ? code : (0, _describeValue.formOf)(code);
/** ISO 8601, with or without milliseconds and zone. */ const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;
let ShapeRecord = class ShapeRecord {
    operations() {
        return [
            ...this.seen.values()
        ].sort((one, other)=>titleOf(one) < titleOf(other) ? -1 : 1);
    }
    /** What was seen of a field of an operation. */ field(operation, path) {
        return this.seen.get(operation)?.fields.get(path);
    }
    of(operation) {
        let seen = this.seen.get(operation);
        if (!seen) {
            seen = {
                operation,
                answers: 0,
                refusals: new Map(),
                fields: new Map()
            };
            this.seen.set(operation, seen);
        }
        return seen;
    }
    walk(seen, fields, object, prefix) {
        const rest = new Map(Object.entries(object));
        const keys = rest.size;
        for (const [name, shape] of Object.entries(fields)){
            const field = fieldAt(seen, `${prefix}${name}`, shape);
            field.chances += 1;
            const key = keyOf(rest, name, shape);
            if (key === undefined) continue;
            if (key !== name) add(field.spellings, key);
            this.take(seen, field, rest.get(key), `${prefix}${name}`);
            rest.delete(key);
        }
        // Where nothing is known, or much is not, the keys are somebody's data: ids, names, tags.
        const isMap = rest.size === keys || rest.size > 8;
        for (const [key, value] of rest){
            const path = `${prefix}${isMap ? '(an unknown key)' : (0, _describeValue.fieldNameOf)(key)}`;
            const field = fieldAt(seen, path, undefined);
            field.chances += 1;
            add(field.types, (0, _describeValue.wireTypeOf)(value));
        }
    }
    take(seen, field, value, path) {
        const type = (0, _describeValue.wireTypeOf)(value);
        add(field.types, type);
        const { shape } = field;
        if (!shape) return;
        if (Array.isArray(value)) {
            const { of } = shape;
            if (!of) return;
            for (const item of value){
                const element = fieldAt(seen, `${path}[]`, of);
                element.chances += 1;
                this.take(seen, element, item, `${path}[]`);
            }
        } else if (isObject(value)) {
            const prefix = `${path}.`;
            if (shape.fields) this.walk(seen, shape.fields, value, prefix);
        } else if (typeof value === 'string' && value !== '') {
            if (shape.kind === 'isoTime' && !isoTime.test(value)) field.otherForms.add((0, _describeValue.formOf)(value));
            if (shape.values?.includes(value)) field.documented.add(value);
            else if (shape.values) field.otherForms.add((0, _describeValue.formOf)(value));
        } else if ((0, _losslessjson.isLosslessNumber)(value) && shape.intValues) {
            const number = Number(value.value);
            if (shape.intValues.includes(number)) field.documented.add(String(number));
            else field.otherForms.add((0, _describeValue.formOf)(value.value));
        }
    }
    constructor(){
        this.seen = new Map();
        /** Takes in one answer. Never throws: looking on must not change what happens. */ this.observe = (operation, { status, body })=>{
            const seen = this.of(operation);
            let root;
            try {
                root = (0, _losslessjson.parse)(body.toString('utf8'));
            } catch  {
                add(seen.refusals, `HTTP ${status}, no JSON`);
                return;
            }
            if (!isObject(root)) {
                add(seen.refusals, `HTTP ${status}, no object`);
                return;
            }
            const code = Object.entries(root).find(([key])=>key.toLowerCase() === 'code')?.[1];
            if (status !== 200) {
                add(seen.refusals, `HTTP ${status} ${codeOf(code)}`);
                return;
            }
            seen.answers += 1;
            this.walk(seen, {
                ...operation.response,
                RequestId: {
                    kind: 'text'
                }
            }, root, '');
        };
    }
};
const titleOf = ({ operation: { product, action } })=>`${product.code} ${product.version} ${action}`;
const timesPresent = ({ types })=>[
        ...types
    ].reduce((sum, [type, count])=>type === 'null' ? sum : sum + count, 0);
const unexpectedTypes = ({ shape, types })=>shape ? [
        ...types.keys()
    ].filter((type)=>type !== 'null' && !(0, _describeValue.expectedTypes)(shape).includes(type)) : [];
const isObject = (value)=>(0, _describeValue.wireTypeOf)(value) === 'object';
function fieldAt(seen, path, shape) {
    let field = seen.fields.get(path);
    if (!field) {
        field = {
            shape,
            chances: 0,
            types: new Map(),
            spellings: new Map(),
            documented: new Set(),
            otherForms: new Set()
        };
        seen.fields.set(path, field);
    }
    return field;
}
/** As the client finds it: exactly, by an alias, by any letter case. */ function keyOf(keys, name, { aliases = [] }) {
    const exact = [
        name,
        ...aliases
    ].find((spelling)=>keys.has(spelling));
    if (exact !== undefined) return exact;
    const loose = [
        name,
        ...aliases
    ].map((spelling)=>spelling.toLowerCase());
    return [
        ...keys.keys()
    ].find((key)=>loose.includes(key.toLowerCase()));
}
