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
    get ResourceEventType () {
        return ResourceEventType;
    },
    get ResourceEventTypeInput () {
        return ResourceEventTypeInput;
    },
    get parseEventType () {
        return parseEventType;
    }
});
const _enumValue = require("../enumValue");
const known = {
    DISCOVERED: 'The resource was created, or seen for the first time.',
    MODIFY: 'The resource was modified.',
    REMOVE: 'The resource was deleted.',
    DISCOVERED_REVISED: 'A periodic check found that the resource had been created.',
    MODIFY_REVISED: 'A periodic check found that the resource had been modified.'
};
const ResourceEventType = (0, _enumValue.defineEnum)('ResourceEventType', 'Kind of a configuration change.', {
    ...known,
    UNKNOWN: (0, _enumValue.unknownBeside)('rawEventType')
});
const ResourceEventTypeInput = (0, _enumValue.defineEnum)('ResourceEventTypeInput', 'Kind of a configuration change, as a filter.', known);
const parseEventType = (raw)=>(0, _enumValue.enumValue)(ResourceEventTypeInput, raw);
