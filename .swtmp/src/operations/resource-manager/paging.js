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
    get pageCounters () {
        return pageCounters;
    },
    get pageParameters () {
        return pageParameters;
    },
    get pagesOf () {
        return pagesOf;
    }
});
const _shapes = require("../shapes");
const size = {
    default: 10,
    min: 1,
    max: 100
};
const pageParameters = {
    PageNumber: (0, _shapes.optional)((0, _shapes.int32)({
        in: 'query',
        default: 1,
        min: 1
    })),
    PageSize: (0, _shapes.optional)((0, _shapes.int32)({
        in: 'query',
        ...size
    }))
};
const pageCounters = {
    TotalCount: (0, _shapes.optional)((0, _shapes.int32)()),
    PageSize: (0, _shapes.optional)((0, _shapes.int32)()),
    PageNumber: (0, _shapes.optional)((0, _shapes.int32)())
};
const pagesOf = (items)=>({
        style: 'page',
        limitParameter: 'PageSize',
        pageParameter: 'PageNumber',
        items,
        total: 'TotalCount',
        ...size
    });
