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
    get bindCursors () {
        return bindCursors;
    },
    get positionIn () {
        return positionIn;
    },
    get sealCursorsWith () {
        return sealCursorsWith;
    }
});
const _nodecrypto = require("node:crypto");
const _zod = require("zod");
const _UserError = require("../errors/UserError");
const _tryParseJson = require("../json/tryParseJson");
/** The first part of every cursor: bumped where positions change meaning, so that an old cursor is refused by name. */ const format = 1;
/** How many characters seal a cursor. Without a secret they only tell a garbled one. */ const [checksumLength, signatureLength] = [
    8,
    22
];
let secret;
const sealCursorsWith = (text)=>{
    secret = text;
};
const envelope = _zod.z.tuple([
    _zod.z.literal(format),
    _zod.z.string(),
    _zod.z.string(),
    _zod.z.unknown()
]);
const bindCursors = (field, args, positionType)=>{
    const fingerprint = digest(JSON.stringify(args), 16);
    const garbled = (cursor)=>(0, _UserError.badInput)([
            'after'
        ], {
            en: `a cursor that ${field} returned`,
            zh: ` ${field} 返回的游标`
        }, cursor);
    return {
        encode: (position)=>{
            const text = JSON.stringify([
                format,
                field,
                fingerprint,
                position
            ]);
            return Buffer.from(sealOf(text) + text).toString('base64url');
        },
        decode: (cursor)=>{
            const parts = envelope.safeParse(parse(cursor));
            if (!parts.success || parts.data[1] !== field) throw garbled(cursor);
            const [, , boundTo, rawPosition] = parts.data;
            if (boundTo !== fingerprint) throw otherArguments(field);
            const position = positionType.safeParse(rawPosition);
            if (!position.success) throw isImpossible(position.error) ? garbled(cursor) : otherReading(field);
            return position.data;
        }
    };
};
const positionIn = (cursor)=>envelope.safeParse(parse(cursor)).data?.[3];
const otherArguments = (field)=>new _UserError.UserError('BAD_USER_INPUT', {
        en: `after must be a cursor for the same arguments, but got one that ${field} returned for other arguments. Only first may change between pages.`,
        zh: `after 应为相同参数下返回的游标，但收到了 ${field} 在其他参数下返回的游标：翻页时只能更改 first。`
    }, [
        'after'
    ]);
/** A cursor that is whole, and of this list, while its position means nothing here: the gateway was set otherwise. */ const otherReading = (field)=>new _UserError.UserError('BAD_USER_INPUT', {
        en: `after must be a cursor for the gateway’s current settings, but ${field} returned this one when the gateway read the list from another version of the upstream. Start again without after.`,
        zh: `after 应为网关在当前设置下返回的游标，但收到的游标是网关通过上游的其他版本读取该列表时由 ${field} 返回的。请不带 after 重新开始。`
    }, [
        'after'
    ]);
/** The JSON of a cursor; undefined for a text that was never one, or is not as it was. */ const parse = (cursor)=>{
    const bytes = Buffer.from(cursor, 'base64url');
    const text = bytes.subarray(secret === undefined ? checksumLength : signatureLength).toString('utf8');
    const expected = Buffer.from(sealOf(text) + text);
    const isWhole = bytes.toString('base64url') === cursor && bytes.length === expected.length && (0, _nodecrypto.timingSafeEqual)(bytes, expected);
    return isWhole ? (0, _tryParseJson.tryParseJson)(text) : undefined;
};
/** A position of the right shape that no page has: a number out of its range, or one that contradicts another. */ const isImpossible = ({ issues })=>issues.every(({ code })=>code === 'custom' || code === 'too_small' || code === 'too_big');
const sealOf = (text)=>secret === undefined ? digest(text, checksumLength) : (0, _nodecrypto.createHmac)('sha256', secret).update(text).digest('base64url').slice(0, signatureLength);
const digest = (text, length)=>(0, _nodecrypto.createHash)('sha256').update(text).digest('base64url').slice(0, length);
