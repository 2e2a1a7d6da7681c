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
    get AggregateResourceRecord () {
        return AggregateResourceRecord;
    },
    get ResourceDetailRecord () {
        return ResourceDetailRecord;
    },
    get ResourceRecord () {
        return ResourceRecord;
    },
    get complianceTypes () {
        return complianceTypes;
    }
});
const _shapes = require("../../shapes");
const commonFields = {
    AccountId: (0, _shapes.optional)((0, _shapes.accountId)('number')),
    AvailabilityZone: (0, _shapes.optional)((0, _shapes.text)()),
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
    /** An object of key to array of values, JSON text. */ Tags: (0, _shapes.optional)((0, _shapes.jsonText)()),
    /** Empty if it has none, as the vSwitch. */ VpcId: (0, _shapes.optional)((0, _shapes.text)()),
    VSwitchId: (0, _shapes.optional)((0, _shapes.text)())
};
const profileFields = {
    ...commonFields,
    UpdateTime: (0, _shapes.optional)((0, _shapes.epochMs)()),
    /** The revision of the record. */ Version: (0, _shapes.optional)((0, _shapes.count)())
};
const ownFields = {
    ...profileFields,
    ResourceGroupId: (0, _shapes.optional)((0, _shapes.text)())
};
const ResourceRecord = (0, _shapes.object)(ownFields);
const aggregateFields = {
    ...profileFields,
    ResourceOwnerId: (0, _shapes.optional)((0, _shapes.accountId)('number'))
};
const AggregateResourceRecord = (0, _shapes.object)(aggregateFields);
const complianceTypes = [
    'COMPLIANT',
    'NON_COMPLIANT',
    'NOT_APPLICABLE',
    'INSUFFICIENT_DATA',
    'IGNORED'
];
const detailFields = {
    ...commonFields,
    /** The full property set, JSON text; its inner shape depends on the type. */ Configuration: (0, _shapes.optional)((0, _shapes.jsonText)()),
    /** Worked out only where `ComplianceOption` is 1. */ ComplianceType: (0, _shapes.optional)((0, _shapes.oneOf)(complianceTypes))
};
const ResourceDetailRecord = (0, _shapes.object)(detailFields);
