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
    get BaselineItems () {
        return BaselineItems;
    },
    get BaselineSummaryRecord () {
        return BaselineSummaryRecord;
    },
    get baselineFields () {
        return baselineFields;
    },
    get baselineTypes () {
        return baselineTypes;
    }
});
const _shapes = require("../shapes");
const baselineTypes = [
    'System',
    'Custom'
];
const baselineFields = {
    BaselineId: (0, _shapes.text)(),
    BaselineName: (0, _shapes.optional)((0, _shapes.text)()),
    CreateTime: (0, _shapes.optional)((0, _shapes.isoTime)()),
    Description: (0, _shapes.optional)((0, _shapes.text)()),
    Type: (0, _shapes.optional)((0, _shapes.oneOf)(baselineTypes)),
    UpdateTime: (0, _shapes.optional)((0, _shapes.isoTime)())
};
const BaselineSummaryRecord = (0, _shapes.object)(baselineFields);
const BaselineItems = (0, _shapes.list)((0, _shapes.object)({
    Config: (0, _shapes.optional)((0, _shapes.jsonText)()),
    Name: (0, _shapes.optional)((0, _shapes.text)()),
    Version: (0, _shapes.optional)((0, _shapes.text)())
}));
