"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "ComplianceChangeRecord", {
    enumerable: true,
    get: function() {
        return ComplianceChangeRecord;
    }
});
const _shapes = require("../shapes");
const fields = {
    AccountId: (0, _shapes.optional)((0, _shapes.accountId)('string')),
    AvailabilityZone: (0, _shapes.optional)((0, _shapes.text)()),
    /** A number, unlike in the timeline of the configuration. */ CaptureTime: (0, _shapes.epochMs)(),
    /** The rules and their outcome: `Compliance` sums them up, `ConfigRuleList` has each. Known from samples only. */ Configuration: (0, _shapes.optional)((0, _shapes.jsonText)()),
    /** `Compliance` as `[before, after]`; before is null for the first evaluation. Known from samples only. */ ConfigurationDiff: (0, _shapes.optional)((0, _shapes.jsonText)()),
    Region: (0, _shapes.optional)((0, _shapes.text)()),
    ResourceCreateTime: (0, _shapes.optional)((0, _shapes.epochMs)()),
    ResourceId: (0, _shapes.optional)((0, _shapes.text)()),
    ResourceName: (0, _shapes.optional)((0, _shapes.text)()),
    ResourceStatus: (0, _shapes.optional)((0, _shapes.text)()),
    ResourceType: (0, _shapes.optional)((0, _shapes.text)()),
    Tags: (0, _shapes.optional)((0, _shapes.jsonText)())
};
const ComplianceChangeRecord = (0, _shapes.object)(fields);
