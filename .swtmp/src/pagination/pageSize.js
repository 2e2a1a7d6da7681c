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
    get defaultPageSize () {
        return defaultPageSize;
    },
    get maxPageSize () {
        return maxPageSize;
    },
    get parsePageSize () {
        return parsePageSize;
    }
});
const _UserError = require("../errors/UserError");
const defaultPageSize = 20;
const maxPageSize = 100;
const parsePageSize = (first)=>{
    const size = first ?? defaultPageSize;
    if (!Number.isInteger(size) || size < 1 || size > maxPageSize) {
        throw (0, _UserError.badInput)([
            'first'
        ], {
            en: `1 to ${maxPageSize}`,
            zh: ` 1 到 ${maxPageSize}`
        }, size);
    }
    return size;
};
