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
    get BaselineType () {
        return BaselineType;
    },
    get parseBaselineType () {
        return parseBaselineType;
    }
});
const _enumValue = require("../enumValue");
const BaselineType = (0, _enumValue.defineEnum)('BaselineType', 'Who created a baseline.', {
    SYSTEM: 'The baseline is part of the account factory.',
    CUSTOM: 'A customer created the baseline.',
    UNKNOWN: (0, _enumValue.unknownBeside)('rawType')
});
const names = {
    System: 'SYSTEM',
    Custom: 'CUSTOM'
};
const parseBaselineType = (raw)=>(0, _enumValue.enumValue)(names, raw);
