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
    get ComplianceType () {
        return ComplianceType;
    },
    get parseComplianceTypeName () {
        return parseComplianceTypeName;
    }
});
const _enumValue = require("../enumValue");
const known = {
    COMPLIANT: 'The resource follows the rule; of several rules: every one that applies.',
    NON_COMPLIANT: 'The resource breaks the rule; of several rules: at least one.',
    NOT_APPLICABLE: 'The rule does not apply to the resource.',
    INSUFFICIENT_DATA: 'The data does not suffice to evaluate the resource.',
    IGNORED: 'The result was set to be ignored.'
};
const ComplianceType = (0, _enumValue.defineEnum)('ComplianceType', 'What rules of Cloud Config come to for a resource.', {
    ...known,
    UNKNOWN: (0, _enumValue.unknownBeside)('rawComplianceType')
});
const parseComplianceTypeName = (raw)=>(0, _enumValue.enumValue)(ComplianceType, raw);
