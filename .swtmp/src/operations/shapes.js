/**
 * The vocabulary in which the catalogue describes what travels on the wire.
 *
 * A {@link Shape} is plain data: the client's encoder and reader, the emulator's decoder and encoder, the
 * TypeScript types and docs/OPERATIONS.md are all derived from it.
 */ /** What a value is: its JSON type on the wire, and (in the comment) its type in a request or record. */ "use strict";
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
    get accountId () {
        return accountId;
    },
    get count () {
        return count;
    },
    get epochMs () {
        return epochMs;
    },
    get epochMsText () {
        return epochMsText;
    },
    get flag () {
        return flag;
    },
    get int32 () {
        return int32;
    },
    get isoTime () {
        return isoTime;
    },
    get jsonText () {
        return jsonText;
    },
    get list () {
        return list;
    },
    get object () {
        return object;
    },
    get oneOf () {
        return oneOf;
    },
    get optional () {
        return optional;
    },
    get text () {
        return text;
    }
});
const text = (options = {})=>({
        kind: 'text',
        ...options
    });
const flag = (options = {})=>({
        kind: 'flag',
        ...options
    });
const int32 = (options = {})=>({
        kind: 'int32',
        ...options
    });
const count = (options = {})=>({
        kind: 'count',
        ...options
    });
const epochMs = (options = {})=>({
        kind: 'epochMs',
        ...options
    });
const epochMsText = (options = {})=>({
        kind: 'epochMsText',
        ...options
    });
const isoTime = (options = {})=>({
        kind: 'isoTime',
        ...options
    });
const jsonText = (options = {})=>({
        kind: 'jsonText',
        ...options
    });
const accountId = (wire, options = {})=>({
        kind: 'accountId',
        wire,
        ...options
    });
const oneOf = (values, options = {})=>({
        kind: 'text',
        values,
        ...options
    });
const list = (of, options = {})=>({
        kind: 'list',
        of,
        ...options
    });
const object = (fields, options = {})=>({
        kind: 'object',
        fields,
        ...options
    });
const optional = (shape)=>({
        ...shape,
        optional: true
    });
