"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "ConfigurationChange", {
    enumerable: true,
    get: function() {
        return ConfigurationChange;
    }
});
const _typegraphql = require("type-graphql");
const _fingerprint = require("../../src/changes/fingerprint");
const _parseConfigurationDiff = require("../../src/changes/parseConfigurationDiff");
const _parseTags = require("../../src/changes/parseTags");
const _enumValue = require("../enumValue");
const _Node = require("../relay/Node");
const _globalId = require("../relay/globalId");
const _CloudTag = require("../resource-manager/CloudTag");
const _scalars = require("../scalars");
const _present = require("../scalars/present");
const _CloudResource = require("./CloudResource");
const _PropertyChange = require("./PropertyChange");
const _ResourceEventType = require("./ResourceEventType");
function _ts_decorate(decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") {
        r = Reflect.decorate(decorators, target, key, desc);
    } else {
        for(var i = decorators.length - 1; i >= 0; i--){
            if (d = decorators[i]) {
                r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
            }
        }
    }
    return c > 3 && r && Object.defineProperty(target, key, r), r;
}
let ConfigurationChange = class ConfigurationChange extends _Node.Node {
    /** Parsed where it is asked for; a getter that cannot throw. */ get tags() {
        return this.rawTags === null ? null : (0, _parseTags.parseTags)(this.rawTags);
    }
    /** Parsed where it is asked for; a getter that cannot throw. */ get changes() {
        return this.rawDiff === null ? null : (0, _parseConfigurationDiff.parseConfigurationDiff)(this.rawDiff);
    }
    /**
   * The one place where wire names meet GraphQL names.
   *
   * @param resource the resource that was asked about: an answer may omit what it repeats of it.
   */ static fromRecord(resource, record) {
        const { accountId, region, resourceType, resourceId } = resource;
        const moment = String(record.CaptureTime);
        return Object.assign(new ConfigurationChange(), {
            id: (0, _globalId.toGlobalId)('ConfigurationChange', ...[
                accountId,
                region,
                resourceType,
                resourceId,
                moment,
                (0, _fingerprint.changeIdentityOf)(record)
            ]),
            resource: _CloudResource.CloudResource.of(resource),
            eventType: (0, _ResourceEventType.parseEventType)(record.ResourceEventType),
            rawEventType: record.ResourceEventType ?? '',
            capturedAt: new Date(record.CaptureTime),
            resourceName: record.ResourceName ?? null,
            availabilityZone: (0, _present.presentText)(record.AvailabilityZone),
            resourceCreatedAt: (0, _present.presentDate)(record.ResourceCreateTime),
            rawTags: record.Tags ?? null,
            rawDiff: record.ConfigurationDiff ?? null
        });
    }
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>_CloudResource.CloudResource, {
        description: 'The resource that changed. Selecting more than its key makes one call of DescribeDiscoveredResource for all changes of a page.'
    })
], ConfigurationChange.prototype, "resource", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_ResourceEventType.ResourceEventType, {
        description: 'The kind of the change.'
    })
], ConfigurationChange.prototype, "eventType", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'The value of `eventType` as the upstream returned it. Empty if it returned none.'
    })
], ConfigurationChange.prototype, "rawEventType", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_scalars.DateTime, {
        description: 'When Cloud Config captured the change. Cloud Config takes a snapshot about every ten minutes.'
    })
], ConfigurationChange.prototype, "capturedAt", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The resource’s name at that time. Null if it had none.'
    })
], ConfigurationChange.prototype, "resourceName", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The zone of the resource. Null if it has none.'
    })
], ConfigurationChange.prototype, "availabilityZone", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_scalars.DateTime, {
        nullable: true,
        description: 'When the resource itself was created. Null if Cloud Config does not return it.'
    })
], ConfigurationChange.prototype, "resourceCreatedAt", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: (0, _enumValue.rawTextOf)('tags')
    })
], ConfigurationChange.prototype, "rawTags", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: (0, _enumValue.rawTextOf)('changes')
    })
], ConfigurationChange.prototype, "rawDiff", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            _CloudTag.CloudTag
        ], {
        nullable: true,
        description: 'The resource’s tags at that time. Null if Cloud Config does not return them, or if they cannot be parsed: see `rawTags`.'
    })
], ConfigurationChange.prototype, "tags", null);
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            _PropertyChange.PropertyChange
        ], {
        nullable: true,
        description: 'What changed, one entry per property. Null if Cloud Config does not return it, or if it cannot be parsed: see `rawDiff`.'
    })
], ConfigurationChange.prototype, "changes", null);
ConfigurationChange = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        implements: _Node.Node,
        description: 'One recorded change of a resource’s configuration. The upstream has no ID for it. Its `id` is built from the resource, the time of the capture and what changed. So it is the same in every version of Cloud Config and through an account group.'
    })
], ConfigurationChange);
