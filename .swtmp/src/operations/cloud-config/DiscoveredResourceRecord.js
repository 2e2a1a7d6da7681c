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
    get ResourceDetailRecord () {
        return ResourceDetailRecord;
    },
    get ResourceProfileRecord () {
        return ResourceProfileRecord;
    },
    get profileFields () {
        return profileFields;
    }
});
const _shapes = require("../shapes");
const profileFields = {
    AccountId: (0, _shapes.optional)((0, _shapes.accountId)('number', {
        wireAlso: 'string'
    })),
    Region: (0, _shapes.optional)((0, _shapes.text)()),
    ResourceCreationTime: (0, _shapes.optional)((0, _shapes.epochMs)()),
    /** The reverse of what the name suggests: 1 = still exists, 0 = deleted. */ ResourceDeleted: (0, _shapes.optional)((0, _shapes.int32)({
        intValues: [
            0,
            1
        ]
    })),
    ResourceId: (0, _shapes.text)(),
    ResourceName: (0, _shapes.optional)((0, _shapes.text)()),
    /** A word of the resource's own product; may be empty. */ ResourceStatus: (0, _shapes.optional)((0, _shapes.text)()),
    ResourceType: (0, _shapes.optional)((0, _shapes.text)()),
    /** An object of key to array of values, JSON text. */ Tags: (0, _shapes.optional)((0, _shapes.jsonText)())
};
const ResourceProfileRecord = (0, _shapes.object)(profileFields);
const detailFields = {
    ...profileFields,
    AvailabilityZone: (0, _shapes.optional)((0, _shapes.text)()),
    /** The full property set, JSON text; its inner shape depends on the type. */ Configuration: (0, _shapes.optional)((0, _shapes.jsonText)())
};
const ResourceDetailRecord = (0, _shapes.object)(detailFields, {
    lowerCaseKeys: true
});
