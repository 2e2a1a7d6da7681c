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
    get ChangeRecord () {
        return ChangeRecord;
    },
    get changeFields () {
        return changeFields;
    },
    get resourceEventTypes () {
        return resourceEventTypes;
    }
});
const _shapes = require("../../shapes");
const resourceEventTypes = [
    'DISCOVERED',
    'DISCOVERED_REVISED',
    'MODIFY',
    'MODIFY_REVISED',
    'REMOVE'
];
const changeFields = {
    AccountId: (0, _shapes.optional)((0, _shapes.accountId)('number')),
    AvailabilityZone: (0, _shapes.optional)((0, _shapes.text)()),
    /** Printed samples show a number, although the type is text. */ CaptureTime: (0, _shapes.epochMsText)({
        wireAlso: 'number'
    }),
    /** An object keyed by property, each value `[before, after]`; printed samples break that form. */ ConfigurationDiff: (0, _shapes.optional)((0, _shapes.jsonText)()),
    Region: (0, _shapes.optional)((0, _shapes.text)()),
    ResourceEventType: (0, _shapes.optional)((0, _shapes.oneOf)(resourceEventTypes)),
    ResourceId: (0, _shapes.optional)((0, _shapes.text)()),
    ResourceName: (0, _shapes.optional)((0, _shapes.text)()),
    ResourceType: (0, _shapes.optional)((0, _shapes.text)()),
    /** An object of key to array of values; printed samples are malformed. */ Tags: (0, _shapes.optional)((0, _shapes.jsonText)())
};
const fields = {
    ...changeFields,
    ResourceCreateTime: (0, _shapes.optional)((0, _shapes.epochMsText)({
        wireAlso: 'number'
    })),
    /** Relations to other resources, JSON text; may be empty. */ Relationship: (0, _shapes.optional)((0, _shapes.jsonText)()),
    RelationshipDiff: (0, _shapes.optional)((0, _shapes.jsonText)())
};
const ChangeRecord = (0, _shapes.object)(fields);
