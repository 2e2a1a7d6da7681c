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
    get pageParameters () {
        return pageParameters;
    },
    get pagesOf () {
        return pagesOf;
    }
});
const _shapes = require("../shapes");
const sizes = (whenNotTold)=>({
        default: whenNotTold,
        min: 1,
        max: 100
    });
const pageParameters = (whenNotTold = 10)=>({
        NextToken: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query'
        })),
        MaxResults: (0, _shapes.optional)((0, _shapes.int32)({
            in: 'query',
            ...sizes(whenNotTold)
        }))
    });
const pagesOf = (items, whenNotTold = 10)=>({
        style: 'token',
        limitParameter: 'MaxResults',
        tokenParameter: 'NextToken',
        items,
        next: 'NextToken',
        ...sizes(whenNotTold)
    });
