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
    get ListFaults () {
        return ListFaults;
    },
    get carriesToken () {
        return carriesToken;
    },
    get listFaultKinds () {
        return listFaultKinds;
    }
});
const _zod = require("zod");
const _answer = require("./answer");
/**
 * Faults of lists: the upstream is not down but wrong. They change one page of any operation whose catalogue entry has
 * `paging`, and leave every other response alone.
 */ const count = _zod.z.number().int().min(0);
const listFaultKinds = {
    wrongCount: {
        /** A number, or the number of records on the page. */ count: _zod.z.union([
            count,
            _zod.z.literal('page')
        ]).optional(),
        plus: _zod.z.number().int().optional(),
        atMost: count.optional()
    },
    repeatedToken: {},
    emptyPages: {
        pages: _zod.z.number().int().min(1).max(10_000).default(1)
    },
    repeatedRecord: {},
    shortPage: {
        records: count.default(0)
    },
    largeRecords: {
        bytes: _zod.z.number().int().min(1).max(10_000_000)
    }
};
const carriesToken = ({ paging }, parameters)=>paging?.style === 'token' && (parameters.get(paging.tokenParameter) ?? '') !== '';
/** A token that leads to `left` more empty pages, and then to the page that `token` leads to. */ const emptyPageToken = /^emptyPages-(\d+)-(.*)$/s;
let ListFaults = class ListFaults {
    /** The request as the handler gets it: tokens that {@link change} made up lead back to real ones. */ request({ paging }, parameters, faults) {
        if (paging?.style !== 'token') return parameters;
        const { tokenParameter, limitParameter } = paging;
        const sent = parameters.get(tokenParameter) ?? '';
        const token = emptyPageToken.exec(sent)?.[2] ?? sent;
        const changed = new Map(parameters).set(tokenParameter, token);
        const limit = Number(parameters.get(limitParameter) ?? paging.default);
        if (faults.some(({ kind })=>kind === 'repeatedRecord') && this.lastRecords.has(token) && limit > paging.min) {
            changed.set(limitParameter, String(limit - 1));
        }
        return changed;
    }
    /** The response after the faults. */ change(operation, parameters, faults, body) {
        if (operation.paging === undefined) return body;
        return faults.reduce((changed, fault)=>this.play(fault, operation.paging, parameters, changed), body);
    }
    clear() {
        this.lastRecords.clear();
    }
    play(fault, paging, sent, body) {
        if (paging === undefined) return body;
        const found = valueAt(body, paging.items);
        const records = Array.isArray(found) ? found : [];
        const token = paging.style === 'token' ? sent.get(paging.tokenParameter) ?? '' : '';
        switch(fault.kind){
            case 'wrongCount':
                return paging.total === undefined ? body : withValueAt(body, paging.total, wrongCount(fault, valueAt(body, paging.total), records.length));
            case 'repeatedToken':
                return paging.style === 'token' && token !== '' ? withValueAt(body, paging.next, token) : body;
            case 'emptyPages':
                {
                    if (paging.style !== 'token') return body;
                    const [, left = String(fault.pages), real = token] = emptyPageToken.exec(token) ?? [];
                    if (left === '0') return body;
                    const empty = withValueAt(body, paging.items, []);
                    return withValueAt(empty, paging.next, `emptyPages-${Number(left) - 1}-${real}`);
                }
            case 'repeatedRecord':
                {
                    if (paging.style !== 'token') return body;
                    const next = valueAt(body, paging.next);
                    const [last] = records.slice(-1);
                    if (typeof next === 'string' && next !== '' && last !== undefined) this.lastRecords.set(next, last);
                    const before = this.lastRecords.get(token);
                    return before === undefined ? body : withValueAt(body, paging.items, [
                        before,
                        ...records
                    ]);
                }
            case 'shortPage':
                return withValueAt(body, paging.items, records.slice(0, fault.records));
            case 'largeRecords':
                {
                    const padding = 'x'.repeat(fault.bytes);
                    const padded = records.map((record)=>(0, _answer.isWireObject)(record) ? {
                            ...record,
                            Padding: padding
                        } : record);
                    return withValueAt(body, paging.items, padded);
                }
        }
    }
    constructor(){
        this.lastRecords = new Map();
    }
};
function wrongCount({ count: fixed, plus = 0, atMost = Infinity }, right, records) {
    const base = fixed === 'page' ? records : fixed ?? right;
    // Without a member the count is omitted.
    if (typeof base !== 'number' || fixed === undefined && plus === 0 && atMost === Infinity) return undefined;
    return Math.min(Math.max(0, base + plus), atMost);
}
/** The name of a member as the response spells it: letter case may be odd. */ const spelled = (object, name)=>Object.keys(object).find((key)=>key.toLowerCase() === name.toLowerCase()) ?? name;
function valueAt(object, path) {
    return path.split('.').reduce((value, name)=>value !== undefined && (0, _answer.isWireObject)(value) ? value[spelled(value, name)] : undefined, object);
}
/** The same object with another value at a dotted path, or without one. */ function withValueAt(object, path, value) {
    const [name = '', ...rest] = path.split('.');
    const key = spelled(object, name);
    if (rest.length > 0) {
        const member = object[key];
        const inner = member !== undefined && (0, _answer.isWireObject)(member) ? member : {};
        return {
            ...object,
            [key]: withValueAt(inner, rest.join('.'), value)
        };
    }
    const { [key]: _, ...others } = object;
    return value === undefined ? others : {
        ...object,
        [key]: value
    };
}
