"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "toListFilter", {
    enumerable: true,
    get: function() {
        return toListFilter;
    }
});
const _UserError = require("../../src/errors/UserError");
const _requireText = require("../requireText");
const toListFilter = (filter)=>({
        ResourceId: (0, _requireText.textIfGiven)(filter?.resourceId, [
            'filter',
            'resourceId'
        ]),
        ResourceDeleted: filter?.deleted === true ? 0 : 1,
        ResourceTypes: toSet(filter?.resourceTypes, [
            'filter',
            'resourceTypes'
        ]),
        Regions: toSet(filter?.regions, [
            'filter',
            'regions'
        ])
    });
/** The same set is the same request; an empty one asks for nothing in particular. */ const toSet = (values, field)=>values == null || values.length === 0 ? undefined : [
        ...new Set(values.map((value, index)=>requireItem(value, [
                ...field,
                String(index)
            ])))
    ].sort();
/** The upstream takes a list as one text, parted by commas. */ const requireItem = (text, field)=>{
    if (text.trim() !== '' && !text.includes(',')) return text;
    throw (0, _UserError.badInput)(field, {
        en: 'a non-empty string without commas',
        zh: '不含英文逗号的非空字符串'
    }, text);
};
