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
    get isHttps () {
        return isHttps;
    },
    get isOrigin () {
        return isOrigin;
    },
    get list () {
        return list;
    },
    get megabytes () {
        return megabytes;
    },
    get milliseconds () {
        return milliseconds;
    },
    get onOff () {
        return onOff;
    },
    get oneOf () {
        return oneOf;
    },
    get pairs () {
        return pairs;
    },
    get seconds () {
        return seconds;
    },
    get text () {
        return text;
    },
    get urlWhere () {
        return urlWhere;
    },
    get whole () {
        return whole;
    }
});
const _zod = require("zod");
const text = {
    values: 'a text',
    parse: _zod.z.string().min(1)
};
const oneOf = (...values)=>({
        values: values.map((value)=>`\`${value}\``).join(' or '),
        parse: _zod.z.enum(values)
    });
const onOff = {
    values: '`on` or `off`',
    parse: _zod.z.enum([
        'on',
        'off'
    ]).transform((value)=>value === 'on'),
    print: (value)=>value ? 'on' : 'off'
};
/** A whole number in a range, multiplied by `unit`. */ const wholeTimes = (unit, from, to)=>({
        values: `${from} to ${to}`,
        parse: _zod.z.string().regex(/^\d{1,9}$/).transform(Number).refine((value)=>value >= from && value <= to).transform((value)=>value * unit),
        print: (value)=>String(value / unit)
    });
const whole = (from, to)=>wholeTimes(1, from, to);
const milliseconds = whole;
const seconds = (from, to)=>wholeTimes(1000, from, to);
const megabytes = (from, to)=>wholeTimes(1_000_000, from, to);
/** The parts of a list. A file may have one per line. */ const parts = _zod.z.string().transform((list)=>list.split(/[,\n]/).map((part)=>part.trim())).transform((list)=>list.filter((part)=>part !== ''));
const orNone = (count, list)=>count === 0 ? '(none)' : list;
const list = (item, most = Infinity)=>({
        values: `${item.values}${most === Infinity ? '' : `, at most ${most}`}, comma-separated`,
        parse: parts.pipe(_zod.z.array(item.parse).min(1).max(most)),
        print: (values)=>orNone(values.length, values.map((value)=>item.print?.(value) ?? String(value)).join(','))
    });
const pairs = ({ values, key, value })=>({
        values,
        parse: parts.transform((list)=>list.map((pair)=>pair.split(/=(.*)/s, 2).map((part)=>part.trim()))).pipe(_zod.z.array(_zod.z.tuple([
            key,
            value
        ])).min(1)).transform((list)=>new Map(list)),
        print: (map)=>orNone(map.size, [
                ...map
            ].map(([one, other])=>`${String(one)}=${String(other)}`).join(','))
    });
const urlWhere = (protocol, test)=>_zod.z.url({
        protocol,
        abort: true
    }).refine((url)=>test(new URL(url)));
const isOrigin = ({ href, origin })=>href === `${origin}/`;
const isHttps = ({ protocol })=>protocol === 'https:';
