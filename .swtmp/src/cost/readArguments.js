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
    get accountIn () {
        return accountIn;
    },
    get keyIn () {
        return keyIn;
    },
    get sizeOf () {
        return sizeOf;
    },
    get textOf () {
        return textOf;
    },
    get upstreamPageIn () {
        return upstreamPageIn;
    },
    get valuesIn () {
        return valuesIn;
    }
});
const _isWithinOnePage = require("../pagination/isWithinOnePage");
const _pageSize = require("../pagination/pageSize");
const _Keys = require("./Keys");
const valuesIn = (filter, name)=>{
    const member = Object.entries(filter).find(([each])=>each === name)?.[1];
    return Array.isArray(member) ? member : [];
};
const texts = new WeakMap();
const textOf = (args)=>{
    let text = texts.get(args);
    if (text === undefined) texts.set(args, text = JSON.stringify(args));
    return text;
};
const upstreamPages = new WeakMap();
const upstreamPageIn = (args)=>{
    let page = upstreamPages.get(args);
    if (page === undefined) {
        page = {
            ...args,
            first: undefined,
            after: (0, _isWithinOnePage.upstreamPageOf)(args.after)
        };
        upstreamPages.set(args, page);
    }
    return page;
};
const sizeOf = ({ first }, byDefault)=>Math.min(Math.max(Number(first ?? byDefault ?? 1), 0), _pageSize.maxPageSize);
const accountIn = (args)=>{
    for (const value of [
        args,
        ...Object.values(args)
    ]){
        if (typeof value !== 'object' || value === null || !('accountId' in value)) continue;
        if (typeof value.accountId === 'string') return value.accountId;
    }
    return undefined;
};
const keyIn = (args, name)=>{
    const value = name === undefined ? undefined : args[name];
    if (typeof value !== 'object' || value === null) return String(value);
    const { accountId, region, resourceType, resourceId } = value;
    return JSON.stringify([
        accountId ?? _Keys.ownId,
        region,
        resourceType,
        resourceId
    ]);
};
