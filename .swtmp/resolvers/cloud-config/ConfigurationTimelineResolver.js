"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "ConfigurationTimelineResolver", {
    enumerable: true,
    get: function() {
        return ConfigurationTimelineResolver;
    }
});
const _typegraphql = require("type-graphql");
const _CloudResource = require("../../schema/cloud-config/CloudResource");
const _ConfigurationTimelineConnection = require("../../schema/cloud-config/ConfigurationTimelineConnection");
const _TimelineArgs = require("../../schema/cloud-config/TimelineArgs");
const _costs = require("../../schema/costs");
const _Page = require("../../src/pagination/Page");
const _checkResourceKey = require("./checkResourceKey");
const _parseResourceKey = require("./parseResourceKey");
const _resolveTimeline = require("./resolveTimeline");
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
function _ts_param(paramIndex, decorator) {
    return function(target, key) {
        decorator(target, key, paramIndex);
    };
}
let ConfigurationTimelineResolver = class ConfigurationTimelineResolver {
    async configurationTimeline(resource, args, context) {
        const connection = await (0, _resolveTimeline.resolveTimeline)((0, _parseResourceKey.parseResourceKey)(resource, [
            'resource'
        ]), args, context);
        const isChecked = args.after == null && mayBeUnknown(connection) && !context.loaders.cloudConfig.hasSeen(connection.resource);
        if (isChecked) {
            await (0, _checkResourceKey.checkResourceKey)(connection.resource, [
                'resource'
            ], context);
        }
        return connection;
    }
    timelineOfResource(resource, args, context) {
        return (0, _resolveTimeline.resolveTimeline)(resource, args, context);
    }
};
_ts_decorate([
    (0, _typegraphql.Query)(()=>_ConfigurationTimelineConnection.ConfigurationTimelineConnection, {
        nullable: true,
        description: 'The configuration changes of one resource, newest first. Null if they cannot be read. Null if Cloud Config has no such resource; the error then has the nearest name. If the first page is empty, the gateway looks up the resource with one call. For a key without an existing resource it makes two more, one of them only once per document.'
    }),
    (0, _costs.Costs)({
        ..._resolveTimeline.timelineCosts,
        ifEmpty: _checkResourceKey.keyCheckLoads,
        object: 'arguments',
        account: 'arguments'
    }),
    _ts_param(0, (0, _typegraphql.Arg)('resource', ()=>_CloudResource.CloudResourceKeyInput, {
        description: 'The resource whose changes to return.'
    })),
    _ts_param(1, (0, _typegraphql.Args)(()=>_TimelineArgs.TimelineArgs)),
    _ts_param(2, (0, _typegraphql.Ctx)())
], ConfigurationTimelineResolver.prototype, "configurationTimeline", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_ConfigurationTimelineConnection.ConfigurationTimelineConnection, {
        nullable: true,
        name: 'configurationTimeline',
        description: 'The configuration changes of this resource, newest first. Null if they cannot be read.'
    }),
    (0, _costs.Costs)({
        ..._resolveTimeline.timelineCosts,
        object: 'parent',
        account: 'parent'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Args)(()=>_TimelineArgs.TimelineArgs)),
    _ts_param(2, (0, _typegraphql.Ctx)())
], ConfigurationTimelineResolver.prototype, "timelineOfResource", null);
ConfigurationTimelineResolver = _ts_decorate([
    (0, _typegraphql.Resolver)(()=>_CloudResource.CloudResource)
], ConfigurationTimelineResolver);
/** Whether the upstream listed nothing at all, by so few calls that a look-up costs no more than a long page. */ const mayBeUnknown = ({ pageInfo, emptyCalls })=>!pageInfo.hasNextPage && emptyCalls !== undefined && emptyCalls + (0, _costs.countCalls)(_checkResourceKey.keyCheckLoads) <= _Page.maxUpstreamPages;
